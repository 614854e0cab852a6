import { Big } from 'big.js';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { amounts, type LadderSum } from '#app/financing/ladder/model';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { plus } from '#app/financing/money/model';
import { reportingOf } from '#app/financing/money/reporting.server';
import { pledgeList } from '#app/financing/pledges/list';
import { countPledges, listPledges } from '#app/financing/pledges/queries.server';
import { correctRate, findCorrectable } from '#app/financing/rates/correction.server';
import { importRates } from '#app/financing/rates/operations.server';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { rateList } from '#app/financing/rates/list';
import { listRates } from '#app/financing/rates/queries.server';
import { financingTotals } from '#app/financing/totals/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { listTransactions, sumTransactions } from '#app/financing/transactions/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState, type ListSpec } from '#app/table/state';
import { desk, openWorld, story, valueOf } from './accounts-world';
import { bank, day, pledge, rates, today, type Place } from './financing-world';

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
const all = <Filter extends string, Sort extends string>(spec: ListSpec<Filter, Sort>, query = '') => readState(spec, new URLSearchParams(query));

/** Currencies without decimals, with two and with three; the last has no row of money, so that it is a target alone. */
const codes = ['USD', 'JPY', 'EUR', 'KWD', 'KES', 'XDR'] as const;
type Code = (typeof codes)[number];
const days = ['2024-03-10', '2025-07-01', '2025-07-15', '2026-01-15'] as const;
const kinds = ['cash', 'in_kind', 'guarantee'] as const;

interface Rate {
  readonly currency: Code;
  readonly rate_on: string;
  readonly period: 'day' | 'month' | 'year';
  readonly units: string;
  readonly source: string;
}
interface Row {
  readonly currency: Code;
  readonly on: (typeof days)[number];
  readonly millionths: bigint;
}
interface Told extends Row {
  readonly kind: (typeof kinds)[number];
  readonly moves: readonly (Row & { readonly type: '2' | '3' | '4' })[];
}

const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
const money = { currency: fc.constantFrom(...codes.slice(0, 5)), on: fc.constantFrom(...days) };
const rate = fc.record({
  currency: fc.constantFrom(...codes.slice(1)), rate_on: fc.constantFrom(...days, '2025-07-31', '2025-12-31', '2026-12-31', '2024-12-31'), period: fc.constantFrom('day', 'month', 'year' as const),
  units: fc.bigInt({ min: 1n, max: 10n ** 24n }).map((units) => new Big(units.toString()).div('1e18').toFixed()), source: fc.constantFrom('one', 'other'),
}) as fc.Arbitrary<Rate>;
const told = fc.record({
  ...money, millionths: positive, kind: fc.constantFrom(...kinds),
  moves: fc.array(fc.record({ ...money, millionths: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).filter((one) => one !== 0n), type: fc.constantFrom('2', '3', '4' as const) }), { maxLength: 4 }),
}) as fc.Arbitrary<Told>;

/** Rows as the tables hold them, without the rules of the operations: those have tests of their own. */
async function stored(pledges: readonly Told[], given: readonly Rate[]): Promise<void> {
  await world.truncate();
  const { coalition_id, provider_organisation_id } = await bank();
  const value = (millionths: bigint): string => new Big(millionths.toString()).div(1_000_000).toFixed();
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    const once = new Map(given.map((one) => [`${one.currency} ${one.rate_on} ${one.period} ${one.source}`, one]));
    for (const [at, { units, ...one }] of [...once.values()].entries()) {
      await tx.insertInto('exchange_rates').values({ id: newId(), units_per_usd: units, issuer: null, created_at: new Date(today.getTime() + at), ...one }).execute();
    }
    for (const [at, one] of pledges.entries()) {
      const id = newId();
      await tx.insertInto('pledges').values({
        id, ref: `PLG-2026-${9000 + at}`, coalition_id, provider_organisation_id, title: 'Generated', kind: one.kind, currency: one.currency, amount: value(one.millionths), announced_on: one.on,
        ...(one.kind === 'in_kind' ? { valuation_method: 'market_price', valued_on: one.on } : {}),
      }).execute();
      for (const move of one.moves) {
        await tx.insertInto('transactions').values({
          id: newId(), pledge_id: id, type_code: move.type, transaction_on: move.on, value_on: move.on, value: value(move.millionths), currency: move.currency, excess_explanation: 'generated',
        }).execute();
      }
    }
  });
}

/** FI-6 once more, in a few lines that share nothing with the SQL: the units of a currency on a day, or none. */
function unitsOn(given: readonly Rate[], currency: string, on: string): Big | undefined {
  if (currency === 'USD') return new Big(1);
  const once = [...new Map(given.map((one) => [`${one.currency} ${one.rate_on} ${one.period} ${one.source}`, one])).values()].filter((one) => one.currency === currency);
  const found = once.find((one) => one.period === 'day' && one.rate_on === on) ?? once.find((one) => one.period === 'month' && one.rate_on.slice(0, 7) === on.slice(0, 7))
    ?? once.find((one) => one.period === 'year' && one.rate_on.slice(0, 4) === on.slice(0, 4));
  return found === undefined ? undefined : new Big(found.units);
}

function expected(given: readonly Rate[], row: Row, target: string): Big | undefined {
  const amount = new Big(row.millionths.toString()).div(1_000_000);
  if (row.currency === target) return amount;
  const [own, wanted] = [unitsOn(given, row.currency, row.on), unitsOn(given, target, row.on)];
  return own === undefined || wanted === undefined ? undefined : amount.times(wanted).div(own);
}

const near = (found: string, exact: Big): boolean => new Big(found).minus(exact).abs().lte(exact.abs().times('1e-12').plus('0.000001'));

Big.DP = 40;

describe('FI-6 into any currency', () => {
  it('is the amount through US dollars at the row’s own date, itself in its own currency, and nothing where a rate is missing', async () => {
    await fc.assert(fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 5 }), fc.array(rate, { maxLength: 12 }), fc.constantFrom(...codes), async (pledges, given, target) => {
      await stored(pledges, given);
      const found = await listTransactions(anyone, all(transactionList), { ...view, currency: target }, 100);
      const rows = pledges.flatMap(({ moves }) => moves);
      expect(found.rows.length).toBe(rows.length);
      for (const row of rows) {
        const exact = expected(given, row, target);
        const value = new Big(row.millionths.toString()).div(1_000_000).toFixed();
        const same = found.rows.filter((one) => one.currency === row.currency && one.value_on === row.on && one.value === value);
        expect(same.length).toBeGreaterThan(0);
        for (const one of same) {
          if (exact === undefined) expect(one.shown).toBeNull();
          else expect(near(one.shown ?? 'none', exact)).toBe(true);
          if (row.currency === target) expect(one.shown).toBe(value);
        }
      }
      const lists = await Promise.all(['yes', 'no'].map((converted) => listTransactions(anyone, all(transactionList, `converted=${converted}`), { ...view, currency: target }, 100)));
      expect(lists.map(({ total }) => total.count)).toEqual([rows.filter((row) => expected(given, row, target) !== undefined).length, rows.filter((row) => expected(given, row, target) === undefined).length]);
    }), { numRuns: 16, endOnFailure: true });
  }, 120_000);

  it('adds up: converted rows to every sum, every dimension to the whole, and what is left out to the list of it', async () => {
    await fc.assert(fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 5 }), fc.array(rate, { maxLength: 16 }), fc.constantFrom(...codes), async (pledges, given, target) => {
      await stored(pledges, given);
      const shown = { ...view, currency: target };
      const [page, totals, sums, moves] = await Promise.all([
        listPledges(anyone, all(pledgeList), shown), financingTotals(anyone, shown), sumTransactions(anyone, {}, shown), listTransactions(anyone, all(transactionList), shown, 100),
      ]);
      for (const name of amounts) {
        const rows = page.rows.filter(({ kind }) => kind !== 'guarantee').flatMap((row) => row.shown?.[name] ?? []);
        expect(new Big(totals.all.total[name]).eq(plus('0', ...rows))).toBe(true);
        for (const dimension of [totals.years, totals.providers, totals.regions, totals.kinds, totals.newMoney]) {
          expect(new Big(plus('0', ...dimension.map(({ money: of }) => (of.total satisfies LadderSum)[name]))).eq(totals.all.total[name])).toBe(true);
        }
      }
      expect(new Big(plus('0', ...sums.map((one) => one.shown))).eq(plus('0', ...moves.rows.flatMap((row) => row.shown ?? [])))).toBe(true);
      const without = pledges.filter((one) => [one, ...one.moves].some((row) => expected(given, row, target) === undefined)).length;
      expect(page.rows.filter((row) => row.shown === null).length).toBe(without);
      expect(totals.unconverted.reduce((sum, one) => sum + one.pledges, 0)).toBe(without);
      expect(await countPledges(anyone, { converted: ['no'] }, shown)).toBe(without);
    }), { numRuns: 12, endOnFailure: true });
  }, 120_000);

  it('leaves US dollars as the views have always had them, row by row', async () => {
    await fc.assert(fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 4 }), fc.array(rate, { maxLength: 12 }), async (pledges, given) => {
      await stored(pledges, given);
      const apart = await sql<{ different: number }>`with ${laddersOf(sql`true`)}
        select (select count(*) from told join pledge_values v on v.pledge_id = told.id where told.amount_usd is distinct from v.amount_usd)::int
          + (select count(*) from valued join transaction_values v on v.transaction_id = valued.id where valued.value_usd is distinct from v.value_usd)::int as different`.execute(database());
      expect(apart.rows[0]?.different).toBe(0);
    }), { numRuns: 8, endOnFailure: true });
  }, 120_000);
});

describe('the currency that an address asks for', () => {
  it('is one that has a rate; any other is named, and the page stays in US dollars', async () => {
    valueOf(await rates([{}, { currency: 'EUR' }, { currency: 'EEK' }]));
    const asked = async (query: string) => reportingOf(new Request(`http://127.0.0.1/en/financing${query}`));
    const choices = ['EUR', 'KES'];
    expect(await asked('')).toEqual({ currency: 'USD', unknown: null, choices });
    expect(await asked('?in=eur')).toEqual({ currency: 'EUR', unknown: null, choices });
    for (const code of ['JPY', 'EEK', 'ZZZ', '%00x', "';drop"]) expect(await asked(`?in=${code}`)).toMatchObject({ currency: 'USD', unknown: code.replace('%00', '').toUpperCase(), choices });
  });
});

describe('a rate that was wrong', () => {
  const correct = async (id: string, seen: number, units_per_usd: string) =>
    correctRate(permit(ratePolicy.correct, await desk(), rateTable), { now: new Date(day('2026-03-02').getTime() + seen) }, id, seen, { units_per_usd, source: 'the bank, revised', reason: 'A digit was missing' });
  const first = async () => (await database().selectFrom('exchange_rates').select('id').where('corrects', 'is', null).orderBy('created_at').executeTakeFirstOrThrow()).id;
  const shown = async () => (await listPledges(anyone, all(pledgeList), view)).rows[0];

  it('stays, and its last correction is used in its place, before sources that came later', async () => {
    await pledge(where, { currency: 'KES', amount: '1000' });
    valueOf(await rates([{ units_per_usd: '10' }]));
    const later = { currency: 'KES', rate_on: '2026-01-15', units_per_usd: '50', period: 'day', source: 'another', issuer: null } as const;
    valueOf(await importRates(permit(ratePolicy.import, await desk(), rateTable), { now: day('2026-03-02') }, [later]));
    const id = await first();
    valueOf(await correct(id, 0, '100'));
    expect(await shown()).toMatchObject({ usd: { announced: '10' }, conversion: { rate_source: 'the bank, revised', rate_basis: 'day' } });
    valueOf(await correct(id, 1, '125'));
    expect((await shown())?.usd?.announced).toBe('8');
    const { rows } = await listRates(anyone, all(rateList), view);
    expect(rows.map((row) => [row.units_per_usd, row.standing, row.amounts]).toSorted()).toEqual([['10', 'corrected', 0], ['100', 'corrected', 0], ['125', 'correction', 1], ['50', 'beside', 0]]);
    // The file that it came from, and the one that was revised, change nothing; a third value is told.
    expect(valueOf(await rates([{ units_per_usd: '10' }]))).toEqual({ added: 0, unchanged: 1 });
    expect(valueOf(await rates([{ units_per_usd: '125' }]))).toEqual({ added: 0, unchanged: 1 });
    expect(await rates([{ units_per_usd: '11' }])).toMatchObject({ problems: [{ code: 'financing:problems.rate_differs', values: { known: '125' } }] });
  });

  it('is corrected by who saw what stands: of two at once one is asked to look again', async () => {
    valueOf(await rates([{ units_per_usd: '10' }]));
    const id = await first();
    const answers = await Promise.all(['100', '101'].map((units) => correct(id, 0, units)));
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    const standing = (await findCorrectable(id))?.units_per_usd ?? '';
    expect(await correct(id, 1, `${standing}.00`)).toMatchObject({ problems: [{ code: 'financing:problems.rate_same' }] });
    expect(await findCorrectable((await database().selectFrom('exchange_rates').select('id').where('corrects', 'is not', null).executeTakeFirstOrThrow()).id)).toMatchObject({ id, corrections: 1 });
  });

  it('is never changed, corrected twice over or for another date, by SQL either', async () => {
    valueOf(await rates([{}, { currency: 'USD', units_per_usd: '1' }]));
    const id = await first();
    valueOf(await correct(id, 0, '101'));
    const write = (statement: ReturnType<typeof sql>) => database().transaction().execute(async (tx) => {
      await signTransaction(tx, story, 'test', { now: today });
      await statement.execute(tx);
    });
    await expect(write(sql`update exchange_rates set units_per_usd = 7`)).rejects.toThrow();
    const copy = (corrects: ReturnType<typeof sql>, rate_on: string) => sql`insert into exchange_rates (id, currency, rate_on, units_per_usd, period, source, corrects, reason)
      values (${newId()}, 'KES', ${rate_on}, 3, 'day', 'x', ${corrects}, 'because')`;
    await expect(write(copy(sql`(select id from exchange_rates where corrects is not null)`, '2026-01-15'))).rejects.toMatchObject({ constraint_name: 'exchange_rates_corrects_first' });
    await expect(write(copy(sql`${id}::uuid`, '2026-01-16'))).rejects.toMatchObject({ constraint_name: 'exchange_rates_corrects' });
    await expect(write(sql`insert into exchange_rates (id, currency, rate_on, units_per_usd, period, source) values (${newId()}, 'KES', '2026-01-17', 0, 'day', 'x')`)).rejects.toMatchObject({ constraint_name: 'exchange_rates_positive' });
  });
});
