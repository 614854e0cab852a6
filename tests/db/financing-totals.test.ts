import { Big } from 'big.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { signTransaction } from '#app/access/transaction.server';
import { rungs } from '#app/financing/ladder/model';
import { moneyForCountries, moneyOfClause, moneyOfCommitments, moneyOfCountry, moneyOfMember } from '#app/financing/ladder/queries.server';
import { allocate, plus } from '#app/financing/money/model';
import { findPledge } from '#app/financing/pledges/queries.server';
import { financingTotals } from '#app/financing/totals/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { listTransactions, sumTransactions } from '#app/financing/transactions/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { openWorld, place, story, valueOf } from './accounts-world';
import { bank, pledge, rates, record, reverse, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
});
afterAll(() => world.close());

const view = { language: 'en', now: today } as const;
const country = (iso2: string) => ({ organisation_id: null, country_iso2: iso2 });
const only = async () => (await listTransactions(anyone, readState(transactionList, new URLSearchParams()), view)).rows[0];
const totals = () => financingTotals(anyone, view);

describe('FI-6 conversion', () => {
  it('takes the rate of the value date, else of its month, else the year’s average, else none', async () => {
    const id = await pledge(where, { currency: 'KES', amount: '1000' });
    valueOf(await record(id, '2', '1000', { transaction_on: '2026-02-10' }));
    expect(await only()).toMatchObject({ value: '1000', value_usd: null, rate_basis: null, units_per_usd: null });
    valueOf(await rates([{ rate_on: '2026-12-31', period: 'year', units_per_usd: '125', source: 'IMF' }]));
    expect(await only()).toMatchObject({ value_usd: '8', rate_basis: 'year', rate_on: '2026-12-31', rate_source: 'IMF' });
    valueOf(await rates([{ rate_on: '2026-02-28', period: 'month', units_per_usd: '160' }]));
    expect(await only()).toMatchObject({ value_usd: '6.25', rate_basis: 'month' });
    valueOf(await rates([{ rate_on: '2026-02-10', units_per_usd: '128' }, { rate_on: '2026-02-11', units_per_usd: '1' }]));
    expect(await only()).toMatchObject({ value_usd: '7.8125', rate_basis: 'day', units_per_usd: '128' });
  });

  it('counts US dollars as they are', async () => {
    valueOf(await record(await pledge(where), '2', '0.01'));
    expect(await only()).toMatchObject({ value_usd: '0.01', units_per_usd: '1', rate_basis: null });
  });

  it('keeps a pledge out of every total where one of its rows has no rate, and counts it', async () => {
    const id = await pledge(where, { currency: 'KES', amount: '1000' });
    await pledge(where, { amount: '7' });
    valueOf(await rates([{}]));
    expect((await totals()).all.total).toMatchObject({ pledges: 2, converted: 2, announced: '17' });
    valueOf(await record(id, '2', '400', { transaction_on: '2026-02-01' }));
    const after = await totals();
    expect(after.all.total).toMatchObject({ pledges: 2, converted: 1, announced: '7', committed: '0' });
    expect(after.unconverted).toEqual([{ currency: 'KES', pledges: 1, announced: '1000' }]);
    expect(await findPledge(anyone, 'PLG-2026-0001', view)).toMatchObject({ usd: null, ladder: { announced: '1000', committed: '400' }, conversion: { rate_basis: 'day' } });
  });
});

describe('rates', () => {
  it('are immutable: the same again changes nothing, a different one refuses the whole', async () => {
    expect(valueOf(await rates([{}, { currency: 'NPR' }]))).toEqual({ added: 2, unchanged: 0 });
    expect(valueOf(await rates([{ units_per_usd: '100.000' }, { currency: 'NPR' }]))).toEqual({ added: 0, unchanged: 2 });
    expect(await rates([{ currency: 'UGX' }, { units_per_usd: '101' }])).toMatchObject({ problems: [{ code: 'financing:problems.rate_differs', values: { currency: 'KES', known: '100', given: '101' } }] });
    expect((await database().selectFrom('exchange_rates').select('currency').execute()).length).toBe(2);
    expect(valueOf(await rates([{ source: 'IMF', units_per_usd: '101' }]))).toEqual({ added: 1, unchanged: 0 });
  });
});

describe('FI-5 kinds', () => {
  it('keeps guarantees apart and says what is in kind', async () => {
    await pledge(where, { amount: '100' });
    await pledge(where, { amount: '40', kind: 'connectivity' });
    await pledge(where, { amount: '900', kind: 'guarantee' });
    const { all, kinds } = await totals();
    expect([all.total.announced, all.inKind.announced, all.guarantees.announced]).toEqual(['140', '40', '900']);
    expect(kinds.map(({ kind, money }) => [kind, money.total.announced, money.guarantees.announced])).toEqual([['cash', '100', '0'], ['guarantee', '0', '900'], ['connectivity', '40', '0']]);
  });
});

describe('totals by any dimension', () => {
  it('add up to the total of the whole, and reversals bring it back', async () => {
    const thirds = [{ party: country('KE'), share: '33.3333' }, { party: country('NP'), share: '33.3333' }, { party: country('BR'), share: '33.3334' }];
    valueOf(await rates([{ currency: 'EUR', units_per_usd: '0.93', rate_on: '2026-12-31', period: 'year' }]));
    const one = await pledge(where, { amount: '1000.01', currency: 'EUR', recipients: thirds });
    await pledge({ ...where, provider_organisation_id: null, provider_country_iso2: 'NO' }, { amount: '99.99', announced_on: '2025-05-05', new_money: 'unknown', recipients: [{ party: country('KE'), share: '100' }] });
    await pledge(where, { amount: '5', recipients: [{ party: { organisation_id: await place('organisation', 'A school network'), country_iso2: null }, share: '100' }] });
    await pledge(where, { amount: '0.07' });
    valueOf(await record(one, '2', '700.33'));
    const paid = valueOf(await record(one, '3', '333.33'));
    const before = await totals();
    for (const dimension of [before.years, before.providers, before.regions, before.newMoney, before.kinds]) {
      for (const rung of rungs) expect(plus(...dimension.map(({ money }) => money.total[rung]))).toBe(new Big(before.all.total[rung]).toFixed());
    }
    expect(before.years.map(({ key }) => key)).toEqual(['2025', '2026']);
    expect(before.providers.map(({ name }) => name)).toEqual(['Meridian Development Bank', 'Norway']);
    expect(before.regions.map(({ key }) => key).toSorted()).toEqual(['', '002', '019', '142']);
    valueOf(await reverse(one, paid.id));
    expect((await totals()).all.total).toMatchObject({ disbursed: '0', committed: before.all.total.committed });
  });

  it('FI-3: splits in the database as the pure rule does', async () => {
    const shares = ['12.5', '37.4999', '0.0001', '50'];
    await pledge(where, { amount: '1234567.89', recipients: shares.map((share, at) => ({ party: country(['KE', 'NP', 'BR', 'FR'][at] ?? ''), share })) });
    const found = await moneyForCountries(anyone, ['KE', 'NP', 'BR', 'FR'], view);
    expect(['KE', 'NP', 'BR', 'FR'].map((iso2) => found.get(iso2)?.total.pledged)).toEqual(allocate('1234567.89', shares, 6));
  });
});

describe('money for others', () => {
  it('tells a country’s own money from what comes in and goes out', async () => {
    const shares = [{ party: country('KE'), share: '25' }, { party: country('UG'), share: '75' }];
    await pledge({ ...where, provider_organisation_id: null, provider_country_iso2: 'KE' }, { amount: '100', recipients: shares });
    await pledge(where, { amount: '40', recipients: shares });
    await pledge({ ...where, provider_organisation_id: null, provider_country_iso2: 'KE' }, { amount: '8', visibility: 'private', recipients: shares });
    const money = await moneyOfCountry(anyone, 'KE', view);
    expect([money.domestic.total.pledged, money.incoming.total.pledged, money.outgoing.total.pledged]).toEqual(['25', '10', '75']);
    expect((await moneyForCountries(anyone, ['UG'], view)).get('UG')?.total).toMatchObject({ pledged: '105', pledges: 2 });
  });

  it('tells what a member gives and what is meant for it', async () => {
    const school = await place('organisation', 'A school network');
    await pledge(where, { amount: '30', recipients: [{ party: { organisation_id: school, country_iso2: null }, share: '50' }, { party: country('KE'), share: '50' }] });
    expect((await moneyOfMember(anyone, where.provider_organisation_id ?? '', view)).given.total.pledged).toBe('30');
    expect((await moneyOfMember(anyone, school, view)).received.total.pledged).toBe('15');
  });

  it('counts a pledge once behind a clause, and hides the commitment of a draft', async () => {
    const { commitment, draft, principle, lines } = await clauses(where.coalition_id);
    await pledge({ ...where, commitment_id: commitment }, { amount: '30' });
    await pledge({ ...where, commitment_id: draft }, { amount: '500' });
    expect((await moneyOfClause(anyone, principle, view)).total).toMatchObject({ pledged: '30', pledges: 1 });
    expect((await moneyOfClause(anyone, lines[1] ?? '', view)).total.pledged).toBe('30');
    expect((await moneyOfCommitments(anyone, [commitment], view)).get(commitment)?.total.pledged).toBe('30');
    expect((await findPledge(anyone, 'PLG-2026-0001', view))?.commitment?.ref).toBe('CMT-1');
    expect((await findPledge(anyone, 'PLG-2026-0002', view))?.commitment).toBeNull();
  });
});

describe('the list of transactions', () => {
  it('filters, and sums by type and currency without adding types', async () => {
    const id = await pledge(where, { recipients: [{ party: country('KE'), share: '100' }] });
    valueOf(await record(id, '2', '100'));
    valueOf(await record(id, '3', '30', { transaction_on: '2025-12-31' }));
    const paid = valueOf(await record(id, '3', '20.5', { receiver: country('UG') }));
    valueOf(await reverse(id, paid.id));
    const state = (query: string) => readState(transactionList, new URLSearchParams(query));
    expect(await sumTransactions(anyone, state('').filters, view)).toEqual([
      { type_code: '2', currency: 'USD', count: 1, value: '100', shown: '100', converted: 1 },
      { type_code: '3', currency: 'USD', count: 3, value: '30', shown: '30', converted: 3 },
    ]);
    const count = async (query: string) => (await listTransactions(anyone, state(query), view)).total.count;
    expect(await Promise.all(['type=3', 'year=2025', 'country=UG', 'country=KE', 'pledge=PLG-2026-0001', 'pledge=x', 'belongs=activities', 'explained=yes', 'converted=no', 'activity=x'].map(count)))
      .toEqual([3, 1, 2, 4, 4, 0, 0, 0, 0, 0]);
    const rows = (await listTransactions(anyone, state('type=3'), view)).rows;
    expect(rows.map((row) => [row.value, row.reversal_of !== null, row.reversed_by !== null, row.recipients, row.provider])).toEqual([
      ['-20.5', true, false, ['UG'], 'Meridian Development Bank'], ['20.5', false, true, ['UG'], 'Meridian Development Bank'], ['30', false, false, ['KE'], 'Meridian Development Bank'],
    ]);
  });

  it('shows no transaction of a pledge that the viewer may not read', async () => {
    valueOf(await record(await pledge(where, { visibility: 'private' }), '2', '100'));
    expect(await only()).toBeUndefined();
    expect(await sumTransactions(anyone, {}, view)).toEqual([]);
  });
});

/** A published commitment and a draft that both serve two action lines of one principle, as bare as the constraints allow. */
async function clauses(coalition_id: string) {
  const [commitment, draft, framework, version, principle, one, two] = Array.from({ length: 7 }, newId) as [string, string, string, string, string, string, string];
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    await tx.insertInto('frameworks').values({ id: framework, code: 'CONNDECL' }).execute();
    await tx.insertInto('framework_versions').values({ id: version, framework_id: framework, number: 1, standing: 'official' }).execute();
    await tx.insertInto('framework_nodes').values([
      { id: principle, version_id: version, parent_id: null, kind: 'principle', code: 'P1', position: 1 },
      { id: one, version_id: version, parent_id: principle, kind: 'action_line', code: 'P1.1', position: 1 },
      { id: two, version_id: version, parent_id: principle, kind: 'action_line', code: 'P1.2', position: 2 },
    ]).execute();
    await sql`update framework_versions set status = 'published', published_at = ${today} where id = ${version}`.execute(tx);
    const bare = { coalition_id, lead_country_iso2: 'KE', type: 'policy', starts_on: '2025-01-01', ends_on: '2027-01-01' };
    await tx.insertInto('commitments').values([
      { id: commitment, ref: 'CMT-1', status: 'published', published_at: today, ...bare }, { id: draft, ref: 'CMT-2', status: 'draft', ...bare },
    ]).execute();
    await tx.insertInto('commitment_nodes').values([commitment, draft].flatMap((commitment_id) => [one, two].map((node_id) => ({ commitment_id, node_id })))).execute();
  });
  return { commitment, draft, principle, lines: [one, two] };
}
