import { parse } from 'csv-parse/sync';
import { Big } from 'big.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { financingTotals } from '#app/financing/totals/queries.server';
import { errorsOf } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { realFilesMissing } from '#db/reference/real-files';
import { count, sourceFile, sums } from '#tests/harness/source-files';
import { valueOf } from './accounts-world';
import { openImports, outcomeOf, standing, table, take, type ImportsWorld } from './imports-world';

const incoming = 'handout/pledges/fts_incoming_funding_jor.csv';
const internal = 'handout/pledges/fts_internal_funding_jor.csv';

/** The flows of a file as its own lines say them, and those of them that promise something. */
const flowsOf = (name: string): Record<string, string>[] => parse(sourceFile(name), { columns: true, bom: true });
function moneyOf(row: Record<string, string>): { amount: string; currency: string } {
  return row['originalAmount'] && row['originalCurrency'] ? { amount: row['originalAmount'], currency: row['originalCurrency'] } : { amount: row['amountUSD'] ?? '', currency: 'USD' };
}
const promises = (rows: readonly Record<string, string>[]) => rows.filter((row) => row['srcOrganization'] !== '' && new Big(moneyOf(row).amount).gt(0));
const yearOf = (row: Record<string, string>): string => (row['decisionDate'] || row['firstReportedDate'] || '').slice(0, 4);
const keyed = (rows: readonly Record<string, string>[]) => ({
  sums: sums(rows.map((row) => [`${row['status']} ${moneyOf(row).currency} ${yearOf(row)}`, moneyOf(row).amount])), counts: count(rows.map((row) => `${row['status']} ${moneyOf(row).currency} ${yearOf(row)}`)),
});
const stages: Readonly<Record<string, string>> = { '': 'pledge', '2': 'commitment', '3': 'paid' };

async function stored() {
  const found = await sql<{ type: string; currency: string; year: string; value: string; count: number }>`
    select coalesce(t.type_code, '') as type, p.currency, extract(year from p.announced_on)::text as year, trim_scale(sum(p.amount))::text as value, count(*)::int as count
    from pledges p left join transactions t on t.pledge_id = p.id and t.value = p.amount and t.currency = p.currency and t.transaction_on = p.announced_on group by 1, 2, 3`.execute(database());
  const key = (row: { type: string; currency: string; year: string }) => `${stages[row.type]} ${row.currency} ${row.year}`;
  return { sums: Object.fromEntries(found.rows.map((row) => [key(row), row.value])), counts: Object.fromEntries(found.rows.map((row) => [key(row), row.count])) };
}
const links = async () => (await sql<{ kind: string; state: string; origin: string; decided_reason: string; provider: string; amount: string }>`
  select l.kind, l.state, l.origin, l.decided_reason, o.name as provider, trim_scale(sum(l.amount))::text as amount from funding_links l join pledges p on p.id = l.pledge_id
  join organisations o on o.id = p.provider_organisation_id group by 1, 2, 3, 4, 5`.execute(database())).rows;

let world: ImportsWorld;
beforeAll(async () => { world = await openImports(); });
afterAll(() => world.close());

describe.skipIf(realFilesMissing !== null)(`flows of a tracking service${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  it('are pledges: every row is new or in error, and the sums are those of the file to the cent', async () => {
    const rows = flowsOf(incoming);
    expect([rows.length, rows.filter((row) => row['originalCurrency'] === '').length, rows.filter((row) => row['decisionDate'] === '').length, rows.filter((row) => new Big(row['amountUSD'] ?? 0).lte(0)).length]).toEqual([440, 184, 166, 32]);
    const taken = valueOf(await take(world.officer, sourceFile(incoming)));
    expect(taken).toMatchObject({ kind: 'pledges', counts: { read: 440, new: promises(rows).length, changed: 0, unchanged: 0, inError: 440 - promises(rows).length } });
    expect(count((await errorsOf(world.officer, taken.id)).map(({ code }) => code))).toEqual({ 'amount-not-positive': 32, required: 1 });
    expect(await stored()).toEqual(keyed(promises(rows)));
    expect(await links()).toEqual([]);
  });

  it('what is passed on inside is linked as the source publishes it, and counted once', async () => {
    const [into, inside] = [promises(flowsOf(incoming)), promises(flowsOf(internal))];
    expect(outcomeOf(await take(world.officer, sourceFile(internal)))).toEqual([38, 0, 0, 0]);
    expect(await stored()).toEqual(keyed([...into, ...inside]));
    const receivers = new Set(into.map((row) => row['destOrganization']));
    const passed = inside.filter((row) => receivers.has(row['srcOrganization']));
    expect(passed.length).toBe(38);
    // Each giver passed on no more than what came to it, in the dollars of the service.
    const received = sums(into.map((row) => [row['destOrganization'] ?? '', row['amountUSD'] ?? '']));
    for (const [giver, usd] of Object.entries(sums(passed.map((row) => [row['srcOrganization'] ?? '', row['amountUSD'] ?? ''])))) expect(new Big(received[giver] ?? 0).gte(usd)).toBe(true);
    const linked = (await links()).map(({ provider, amount, ...rest }) => { expect(rest).toEqual({ kind: 'passes_through', state: 'decided', origin: 'source', decided_reason: 'as published by the source' }); return [provider, amount]; });
    expect(Object.fromEntries(linked)).toEqual(sums(passed.map((row) => [row['srcOrganization'] ?? '', moneyOf(row).amount])));
    // Total B over both files, in the dollars of those flows that are in dollars: what separate lines compute without what was passed on.
    const view = { language: 'en', now: new Date('2025-11-20T10:00:00Z') } as const;
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`insert into exchange_rates (id, currency, rate_on, units_per_usd, period, source) select gen_random_uuid(), c.currency, y.year, 2, 'year', 'test'
        from (select distinct currency from pledges where currency <> 'USD') c, (select distinct date_trunc('year', announced_on)::date as year from pledges) y`.execute(tx);
    });
    const dollars = (rows: readonly Record<string, string>[]) => rows.reduce((sum, row) => sum.plus(moneyOf(row).currency === 'USD' ? moneyOf(row).amount : new Big(moneyOf(row).amount).div(2).round(6)), new Big(0)).toFixed();
    const totals = await financingTotals(anyone, view);
    expect(totals.all.total.announced).toBe(dollars([...into, ...inside]));
    expect(totals.all.total.net_pledged).toBe(dollars([...into, ...inside.filter((row) => !receivers.has(row['srcOrganization']))]));
    expect(totals.all.total.passes_through).toBe(dollars(passed));
  });

  it('importing both again changes nothing', async () => {
    const [before, linksBefore] = [await standing(), await links()];
    for (const name of [incoming, internal]) {
      const { counts } = valueOf(await take(world.officer, sourceFile(name)));
      expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: promises(flowsOf(name)).length });
    }
    expect(await standing()).toEqual(before);
    expect(await links()).toEqual(linksBefore);
  });
});

const heads = ['id', 'amountUSD', 'srcOrganization', 'srcOrganizationTypes', 'destOrganization', 'status', 'originalAmount', 'originalCurrency', 'boundary', 'flowType', 'contributionType', 'decisionDate', 'destLocations'];
const flow = (id: string, change: Partial<Record<(typeof heads)[number], string>> = {}): string[] => {
  const row: Record<string, string> = { id, amountUSD: '100', srcOrganization: 'Norway, Government of', destOrganization: 'A fund', status: 'pledge', originalAmount: '', originalCurrency: '', boundary: 'incoming', flowType: 'Standard', contributionType: 'financial', decisionDate: '2024-05-01', destLocations: 'JOR', ...change };
  return heads.map((name) => row[name] ?? '');
};
const bring = async (...rows: readonly string[][]) => outcomeOf(await take(world.officer, table(heads, ...rows)));
const story = () => sql<{ amount: string; currency: string; status: string; told: string | null }>`
  select trim_scale(p.amount)::text as amount, p.currency, p.status, (select string_agg(t.type_code || ' ' || trim_scale(t.value) || ' ' || t.currency || coalesce(' ' || t.excess_explanation, ''), ', ' order by t.created_at, t.value desc) from transactions t where t.pledge_id = p.id) as told
  from pledges p order by p.ref`.execute(database()).then(({ rows }) => rows);

describe('a flow', () => {
  beforeEach(async () => { await world.close(); world = await openImports(); });

  it('rises with its stage: what was told is taken back and told anew, what is paid explains itself', async () => {
    expect(await bring(flow('1'))).toEqual([1, 0, 0, 0]);
    expect(await story()).toEqual([{ amount: '100', currency: 'USD', status: 'announced', told: null }]);
    expect(await bring(flow('1', { status: 'commitment' }))).toEqual([0, 1, 0, 0]);
    expect(await story()).toEqual([{ amount: '100', currency: 'USD', status: 'committed', told: '2 100 USD' }]);
    expect(await bring(flow('1', { status: 'paid', amountUSD: '90' }))).toEqual([0, 1, 0, 0]);
    expect(await story()).toEqual([{ amount: '90', currency: 'USD', status: 'fulfilled', told: '2 100 USD, 3 90 USD as published by the source, 2 -100 USD changed by the source' }]);
    expect(await bring(flow('1', { status: 'paid', amountUSD: '90' }))).toEqual([0, 0, 1, 0]);
  });

  it('stays as a person left it, and the difference is asked about', async () => {
    await bring(flow('1'));
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update pledges set title = 'Ours', status = 'confirmed', version = version + 1`.execute(tx);
    });
    expect(await bring(flow('1', { status: 'paid', amountUSD: '90' }))).toEqual([0, 1, 0, 0]);
    expect(await story()).toEqual([{ amount: '100', currency: 'USD', status: 'confirmed', told: null }]);
    expect(await database().selectFrom('import_questions').select(['table_name', 'code', 'status']).where('table_name', '=', 'pledges').execute()).toEqual([{ table_name: 'pledges', code: 'edited', status: 'open' }]);
  });

  it('that passes money on is set against what its giver received, in the order of days, whichever file came first', async () => {
    const inside = (id: string, amountUSD: string) => flow(id, { srcOrganization: 'A fund', destOrganization: 'A school', boundary: 'internal', status: 'paid', amountUSD });
    await bring(inside('9', '130'));
    await bring(flow('2', { status: 'paid', decisionDate: '2024-06-01' }), flow('1', { status: 'paid', amountUSD: '50' }));
    const made = await sql<{ amount: string; from: string }>`select trim_scale(l.amount)::text as amount, trim_scale(c.amount)::text as from from funding_links l join pledges c on c.id = l.counted_in_id order by c.announced_on`.execute(database());
    expect(made.rows).toEqual([{ amount: '50', from: '50' }, { amount: '80', from: '100' }]);
    await bring(inside('8', '40'));
    const linked = await sql<{ linked: string; passed: string }>`select trim_scale(sum(l.amount))::text as linked, trim_scale(min(p.amount))::text as passed from funding_links l join pledges p on p.id = l.pledge_id where p.amount = 40`.execute(database());
    expect(linked.rows).toEqual([{ linked: '20', passed: '40' }]);
  });

  it('that promises nothing, or comes from nobody, is an error of its column', async () => {
    const taken = valueOf(await take(world.officer, table(heads, flow('1', { amountUSD: '0' }), flow('2', { srcOrganization: '' }), flow('3', { status: 'hoped' }), flow('4', { originalAmount: '-5', originalCurrency: 'EUR' }))));
    expect((await errorsOf(world.officer, taken.id)).map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'amountUSD', 'amount-not-positive'], [3, 'srcOrganization', 'required'], [4, 'status', 'code-unknown'], [5, 'originalAmount', 'amount-not-positive'],
    ]);
    expect(await story()).toEqual([]);
  });
});
