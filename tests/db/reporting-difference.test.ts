import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { computeFigure } from '#app/reporting/figures/computing.server';
import { effects } from '#app/reporting/figures/difference';
import { differenceOf, earlierSnapshot, type EarlierSnapshot } from '#app/reporting/figures/difference.server';
import { definitions, figureKeys, partKey, type FigureKey } from '#app/reporting/figures/model';
import { ruleVersions } from '#app/reporting/snapshots/freeze.server';
import { openTestDatabase } from '#tests/harness/database';

/** A row of a snapshot that was never frozen from anything: figures and their differences read nothing else. */
interface Row {
  readonly kind: string;
  readonly record_id: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const coalition_id = randomUUID();
beforeAll(async () => {
  openDatabase((await openTestDatabase()).appUrl);
  await signed(sql`insert into coalitions (id, slug, kind, status, formed_on) values (${coalition_id}, 'differing', 'global', 'active', '2024-01-01')`);
});
afterAll(() => closeDatabase());

const signed = (...statements: readonly ReturnType<typeof sql>[]) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"test"}', true)`.execute(tx);
  for (const statement of statements) await statement.execute(tx);
});

let year = 2100;
/** Two reports, one year after the other, with their snapshots. */
async function twoSnapshots(before: readonly Row[], after: readonly Row[]): Promise<{ earlier: EarlierSnapshot; id: string }> {
  year += 2;
  const ids = await Promise.all([[year, before] as const, [year + 1, after] as const].map(async ([of, rows]) => {
    const [cycle, report, id] = [randomUUID(), randomUUID(), randomUUID()];
    await signed(
      sql`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on) values (${cycle}, ${`${of}-differing`}, ${coalition_id}, ${of}, ${`${of}-09-01`}, ${`${of}-11-30`}, ${`${of}-12-01`}, ${`${of}-12-02`})`,
      sql`insert into reports (id, ref, cycle_id, status, published_at) values (${report}, ${`RPT-${of}`}, ${cycle}, 'published', now())`,
      sql`insert into snapshots (id, report_id, frozen_at, as_of, sha256, rule_versions) values (${id}, ${report}, now(), ${`${of}-12-31`}, ${of.toString(16).padStart(64, '0')}, ${JSON.stringify(ruleVersions())}::text::jsonb)`,
      sql`insert into snapshot_rows select ${id}::uuid, r.kind, r.record_id, r.record_id, r.facts from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (kind text, record_id text, facts jsonb)`,
    );
    return id;
  }));
  const earlier = await earlierSnapshot(database(), { coalition_id, year: year + 1 });
  if (earlier === undefined) throw new Error('no earlier report');
  return { earlier, id: ids[1] ?? '' };
}

async function differing(key: FigureKey, before: readonly Row[], after: readonly Row[]) {
  const { earlier, id } = await twoSnapshots(before, after);
  const found = await differenceOf(database(), key, earlier, { id, result: await computeFigure(database(), id, key) });
  return found?.rows ?? [];
}

/** Millionths, so that sums are exact. */
function exact(text: string): bigint {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, '0').slice(0, 6));
  return text.startsWith('-') ? -size : size;
}

const pledge = (record_id: string, amount: number, currency: string, rate: number | null, on: string): Row => ({
  kind: 'pledge', record_id, facts: { kind: 'cash', amount: String(amount), currency, on, ...(rate === null ? { amount_usd: null, units_per_usd: null } : { amount_usd: (Math.round((amount / rate) * 1e6) / 1e6).toFixed(6), units_per_usd: String(rate) }) },
});
const promise = (record_id: string, standing: string, on: string): Row => ({ kind: 'commitment', record_id, facts: { standing, clauses: ['D 1'], groups: { rural_remote: true }, on, update: { verification: 'self_reported' } } });

describe('the difference of a figure to the report before', () => {
  it('tells what is new, withdrawn, restated and changed, and moves from part to part without a sum', async () => {
    const now = String(year + 2);
    const rows = await differing('standing',
      [promise('stays', 'on_track', '2099-01-01'), promise('moves', 'on_track', '2099-01-01'), promise('goes', 'at_risk', '2099-01-01')],
      [promise('stays', 'on_track', '2099-01-01'), promise('moves', 'off_track', '2099-01-01'), promise('comes', 'on_track', `${Number(now) + 1}-06-01`), promise('late', 'on_track', `${now}-06-01`)]);
    const none = { currency: null, rate: '0' };
    expect(rows).toEqual([
      { ...none, part: 'on_track', before: '2', after: '3', difference: '1', new: '1', changed: '-1', withdrawn: '0', restated: '1' },
      { ...none, part: 'off_track', before: '0', after: '1', difference: '1', new: '0', changed: '1', withdrawn: '0', restated: '0' },
      { ...none, part: 'at_risk', before: '1', after: '0', difference: '-1', new: '0', changed: '0', withdrawn: '-1', restated: '0' },
      { ...none, part: '', before: '3', after: '4', difference: '1', new: '1', changed: '0', withdrawn: '-1', restated: '1' },
    ]);
  });

  it('parts another amount from another rate, and a rate that was missing is an effect of the rate', async () => {
    const [row] = await differing('ladder', [pledge('a', 100, 'EUR', 0.8, '2099-01-01'), pledge('b', 70, 'XOF', null, '2099-01-01')], [pledge('a', 120, 'EUR', 0.5, '2099-01-01'), pledge('b', 70, 'XOF', 7, '2099-01-01')]);
    expect(row).toMatchObject({ part: 'pledged', before: '125', after: '250', changed: '25', rate: '100', new: '0', withdrawn: '0', restated: '0', difference: '125' });
  });

  it('restates what a reversal takes back of what the report before told', async () => {
    const payment = (record_id: string, value: string, on: string, reversal_of: string | null): Row => ({ kind: 'transaction', record_id, facts: { of: 'pledge', kind: 'cash', type: '3', value, value_usd: value, currency: 'USD', units_per_usd: '1', on, reversal_of } });
    const later = `${year + 3}-05-01`;
    const [row] = await differing('ladder', [payment('paid', '50', '2099-01-01', null)], [payment('paid', '50', '2099-01-01', null), payment('back', '-50', later, 'paid'), payment('again', '45', later, null)]);
    expect(row).toMatchObject({ part: 'disbursed', before: '50', after: '45', new: '45', restated: '-50', difference: '-5' });
  });

  it('is not told where the figure was counted by other rules', async () => {
    const { earlier, id } = await twoSnapshots([], []);
    const result = await computeFigure(database(), id, 'standing');
    expect(await differenceOf(database(), 'standing', earlier, { id, result })).toBeDefined();
    expect(await differenceOf(database(), 'standing', { ...earlier, rule_versions: { ...earlier.rule_versions, standing: 0 } }, { id, result })).toBeUndefined();
  });

  it('adds up to the last digit, whatever became of the records', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { earlier, id } = await twoSnapshots(...worlds(seed));
      for (const key of figureKeys) {
        const result = await computeFigure(database(), id, key);
        const was = await computeFigure(database(), earlier.id, key);
        const found = await differenceOf(database(), key, earlier, { id, result });
        const rows = found?.rows ?? [];
        for (const row of rows) {
          expect(exact(row.after) - exact(row.before), `${seed} ${key} ${row.part}`).toBe(exact(row.difference));
          expect(effects.reduce((sum, effect) => sum + exact(row[effect]), 0n), `${seed} ${key} ${row.part}`).toBe(exact(row.difference));
        }
        const told = (side: 'before' | 'after') => rows.filter((row) => row.part !== '' && exact(row[side]) !== 0n).map((row) => [row.part, exact(row[side])]).toSorted();
        const counted = (of: typeof result) => of.rows.filter((row) => exact(row.value) !== 0n).map((row) => [partKey(key, row), exact(row.value)]).toSorted();
        expect(told('before'), `${seed} ${key}`).toEqual(counted(was));
        expect(told('after'), `${seed} ${key}`).toEqual(counted(result));
        expect(rows.filter((row) => row.part === '')).toHaveLength(definitions[key].adds && rows.length > 0 ? 1 : 0);
      }
    }
  });
});

/** Two worlds of records made by chance, the second a year later: some stay, some change, go, come, or come late. */
function worlds(seed: number): [Row[], Row[]] {
  let state = seed;
  const chance = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const one = <Choice>(...choices: readonly Choice[]): Choice => choices[Math.floor(chance() * choices.length)] as Choice;
  const some = (...choices: readonly string[]) => choices.filter(() => chance() < 0.5);
  const day = () => one(`${year}-03-01`, `${year + 2}-02-01`, `${year + 3}-03-01`);
  const money = () => ({ currency: one('EUR', 'USD', 'XOF'), amount: Math.round(chance() * 1e6) / 100, rate: one(null, 0.87, 1.3, 613.17) });
  const made = (kind: string, record_id: string): Row => {
    const { currency, amount, rate } = money();
    const usd = currency === 'USD' ? amount : rate === null ? null : Math.round((amount / rate) * 1e6) / 1e6;
    const worth = { currency, units_per_usd: currency === 'USD' ? '1' : rate === null ? null : String(rate), on: day() };
    const facts: Record<string, Row['facts']> = {
      commitment: { standing: one('on_track', 'at_risk', 'stale'), clauses: some('D 1', 'D 2'), groups: Object.fromEntries(some('rural_remote', 'girls_women').map((group) => [group, chance() < 0.5])), on: day(), update: chance() < 0.5 ? null : { verification: one('self_reported', 'contested') } },
      pledge: { ...worth, kind: one('cash', 'in_kind'), amount: String(amount), amount_usd: usd === null ? null : String(usd) },
      transaction: { ...worth, of: one('pledge', 'activity'), kind: one('cash', 'in_kind'), type: one('2', '3', null), value: String(amount), value_usd: usd === null ? null : String(usd), reversal_of: one(null, 'transaction-1') },
      member: { constituency: one('civil_society', null), leads: true, reported: chance() < 0.5, on: day() },
      endorsement: { on: day() }, decision: { status: one('adopted', 'provisional'), session_id: one(null, 's1', 's2'), on: day() },
    };
    return { kind, record_id, facts: facts[kind] ?? {} };
  };
  const ids = ['commitment', 'pledge', 'transaction', 'member', 'endorsement', 'decision'].flatMap((kind) => Array.from({ length: 12 }, (_, at) => [kind, `${kind}-${at}`] as const));
  const before = ids.filter(() => chance() < 0.7).map(([kind, id]) => made(kind, id));
  const kept = new Map(before.map((row) => [row.record_id, row]));
  const after = ids.filter(() => chance() < 0.7).map(([kind, id]) => (chance() < 0.4 ? (kept.get(id) ?? made(kind, id)) : made(kind, id)));
  return [before, after];
}
