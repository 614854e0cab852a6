import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { budgetsBeside } from '#app/countries/budgets/beside.server';
import type { BudgetLineForm } from '#app/countries/budgets/input.server';
import { budgetList } from '#app/countries/budgets/list';
import { correctLine, recordLine, setFiscalStart, withdrawLine } from '#app/countries/budgets/operations.server';
import { budgetPolicy, type BudgetLineRef } from '#app/countries/budgets/policy';
import { allBudgetLines, commitmentsToBudget, findBudgetLine, listBudgetLines } from '#app/countries/budgets/queries.server';
import { moneyOfCountry } from '#app/financing/ladder/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, type CommitmentsWorld } from './commitments-world';
import { pledge, rates, record } from './financing-world';
import { kenya } from './requests-world';

let world: CommitmentsWorld;
let promised: string;
const view = () => ({ language: 'en', now: world.now }) as const;
const state = (query = '') => readState(budgetList, new URLSearchParams(query));

beforeAll(async () => {
  world = await openCommitments();
  promised = await brought(world, await draft(world), 'published');
});
afterAll(() => world.close());

const line = (more: Partial<BudgetLineForm> = {}): BudgetLineForm => ({
  commitment: promised, year: 2025, currency: 'KES', title: 'School connectivity', code: '1066-0400', budgeted: '129000000', spent: null, spent_as_of: null, source: 'Programme budget, page 31', ...more,
});
const write = async (form: BudgetLineForm, actor: Actor = world.coordinator) => recordLine(permit(budgetPolicy.record, actor, await kenya()), { now: world.now }, form);
const start = async (version?: number) => setFiscalStart(permit(budgetPolicy.calendar, world.coordinator, await kenya()), { now: world.now }, version, { starts_month: 7, starts_day: 1, source: 'Public finance act' });
const refOf = async (id: string): Promise<BudgetLineRef> => ({ ...(await kenya()), id, withdrawn: false });
const beside = async (viewer: Actor = anyone) => (await budgetsBeside(viewer, 'KE', view())).years.map(({ year_from, lines, budgeted, spent, committed, disbursed, unconverted, outside_unconverted }) => [year_from, lines, budgeted, spent, committed, disbursed, unconverted, outside_unconverted]);

describe('the budget of a country', () => {
  it('BU-2: asks for the fiscal year first, which two people do not change over each other', async () => {
    expect(await write(line())).toMatchObject({ ok: false, problems: [{ field: 'year', code: 'countries:problems.no_fiscal_year' }] });
    valueOf(await start());
    expect(await start()).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await start(1));
  });

  it('BU-1: has lines for what the country leads or has a part in, once each', async () => {
    expect((await commitmentsToBudget(anyone, 'KE', view())).map(({ ref }) => ref)).toEqual([promised]);
    expect(await commitmentsToBudget(anyone, 'NO', view())).toEqual([]);
    const { id } = valueOf(await write(line()));
    expect(await findBudgetLine(anyone, 'KE', id, view())).toMatchObject({ year_from: '2025-07-01', year_to: '2026-06-30', first_budgeted: '129000000', commitment_ref: promised });
    expect(await findBudgetLine(anyone, 'NO', id, view())).toBeUndefined();
    expect(await write(line({ title: ' school CONNECTIVITY ' }))).toMatchObject({ ok: false, problems: [{ field: 'title', code: 'countries:problems.budget_line_exists' }] });
    expect(await write(line({ commitment: 'CMT-1999-0001' }))).toMatchObject({ ok: false, problems: [{ field: 'commitment', code: 'countries:problems.budget_commitment' }] });
    await expect(sql`insert into budget_lines (id, country_iso2, commitment_id, title, year_from, year_to, currency, first_budgeted, budgeted, source, created_at)
      select gen_random_uuid(), 'NO', commitment_id, 'Another', year_from, year_to, 'NOK', 1, 1, 'source', now() from budget_lines where id = ${id}`.execute(database())).rejects.toThrow(/BU-1|actor/);
  });

  it('BU-3: says what was spent, by which day, and does not know the future', async () => {
    const problems = async (more: Partial<BudgetLineForm>) => {
      const result = await write(line({ title: 'Another', ...more }));
      return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code.split('.')[1]}`);
    };
    expect(await problems({ spent: '5' })).toEqual(['spent_as_of spent_as_of']);
    expect(await problems({ spent_as_of: '2026-01-31' })).toEqual(['spent spent']);
    expect(await problems({ spent: '5', spent_as_of: '2026-03-03' })).toEqual(['spent_as_of spent_ahead']);
    expect(await problems({ spent: '5', spent_as_of: '2025-06-30' })).toEqual(['spent_as_of spent_before']);
    expect(await problems({ budgeted: '0', currency: 'JPY', spent: '0.5', spent_as_of: '2026-01-31' })).toEqual(['budgeted positive_amount', 'spent decimals']);
    expect(await problems({ year: 2050 })).toEqual(['year budget_year']);
    expect(await problems({ currency: 'ZZZ' })).toEqual(['currency currency']);
  });

  it('BU-2, BU-5: is corrected by who has seen it, keeps what was first voted, and is withdrawn with a reason', async () => {
    const { rows: [first] } = await listBudgetLines(anyone, state('country=KE'), view());
    const id = first?.id ?? '';
    const correct = async (version: number | undefined, budgeted: string) => correctLine(permit(budgetPolicy.correct, world.coordinator, await refOf(id)), { now: world.now }, version, { title: 'School connectivity', code: null, budgeted, spent: '64500000', spent_as_of: '2026-02-28', source: 'Supplementary budget' });
    valueOf(await correct(1, '103200000'));
    expect(await correct(1, '1')).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect(await findBudgetLine(anyone, 'KE', id, view())).toMatchObject({ first_budgeted: '129000000', budgeted: '103200000', spent: '64500000', version: 2 });
    const extra = valueOf(await write(line({ title: 'Typed by mistake' }))).id;
    const withdrawn = async () => withdrawLine(permit(budgetPolicy.withdraw, world.coordinator, await refOf(extra)), { now: world.now }, { reason: 'Typed twice' });
    valueOf(await withdrawn());
    await expect(withdrawn()).rejects.toBeInstanceOf(Forbidden);
    expect((await listBudgetLines(anyone, state('state=standing'), view())).rows.map((row) => row.id)).toEqual([id]);
    expect((await listBudgetLines(anyone, state('state=withdrawn'), view())).rows).toMatchObject([{ id: extra, withdrawn_reason: 'Typed twice' }]);
    valueOf(await write(line({ title: 'Typed by mistake', year: 2024 })));
  });

  it('is written down by those who run the work of the country alone', async () => {
    for (const actor of [world.focal, world.reviewer, anyone]) await expect(write(line({ title: 'Not mine' }), actor)).rejects.toBeInstanceOf(Forbidden);
    valueOf(await write(line({ title: 'By the desk', year: 2023 }), world.officer));
  });
});

describe('own money beside money from outside', () => {
  it('BU-4: stands by fiscal year, is never added, and counts what has no rate', async () => {
    expect(await beside()).toEqual([['2025-07-01', 1, '0', '0', '0', '0', 1, 0], ['2024-07-01', 1, '0', '0', '0', '0', 1, 0], ['2023-07-01', 1, '0', '0', '0', '0', 1, 0]]);
    await rates([{ currency: 'KES', rate_on: '2025-07-01', units_per_usd: '129', period: 'day' }]);
    const place = { coalition_id: world.coalition, provider_organisation_id: world.other, provider_country_iso2: null, commitment_id: null };
    const half = await pledge(place, { amount: '300', announced_on: '2025-06-01', recipients: [{ party: { country_iso2: 'KE', organisation_id: null }, share: '33.3333' }, { party: { country_iso2: 'UG', organisation_id: null }, share: '66.6667' }] });
    const before = await moneyOfCountry(anyone, 'KE', view());
    valueOf(await record(half, '2', '200', { transaction_on: '2025-06-30' }));
    valueOf(await record(half, '3', '100', { transaction_on: '2025-06-30' }));
    valueOf(await record(half, '3', '0.02', { transaction_on: '2025-07-01' }));
    const guarantee = await pledge(place, { kind: 'guarantee', amount: '900', recipients: [{ party: { country_iso2: 'KE', organisation_id: null }, share: '100' }] });
    valueOf(await record(guarantee, '2', '900'));
    expect((await beside()).slice(0, 2)).toEqual([['2025-07-01', 1, '800000', '500000', '0', '0.006667', 0, 0], ['2024-07-01', 1, '0', '0', '66.6666', '33.3333', 1, 0]]);
    expect(before.domestic.total.pledged).toEqual((await moneyOfCountry(anyone, 'KE', view())).domestic.total.pledged);
    const own = await pledge({ ...place, provider_organisation_id: null, provider_country_iso2: 'KE' }, { amount: '50', recipients: [{ party: { country_iso2: 'KE', organisation_id: null }, share: '100' }] });
    valueOf(await record(own, '2', '50'));
    expect((await beside())[0]?.slice(4)).toEqual(['0', '0.006667', 0, 0]);
  });

  it('is hidden with the commitment that it is for', async () => {
    const secret = await brought(world, await draft(world, { form: { title: 'Quiet promise', visibility: 'private' } }), 'published');
    valueOf(await write(line({ commitment: secret, title: 'Quiet line' }), world.officer));
    const titles = async (viewer: Actor) => {
      const found: string[] = [];
      for await (const row of allBudgetLines(viewer, state(), view())) found.push(row.title);
      return found;
    };
    expect(await titles(anyone)).not.toContain('Quiet line');
    expect(await titles(world.officer)).toContain('Quiet line');
    expect((await beside(anyone))[0]?.[1]).toBe(1);
    expect((await beside(world.officer))[0]?.[1]).toBe(2);
  });
});
