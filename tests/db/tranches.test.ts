import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { cancelPledge, reducePledge, updatePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { pledgeTrail } from '#app/financing/pledges/trail';
import { dueTranches } from '#app/financing/tranches/due.server';
import { trancheList } from '#app/financing/tranches/list';
import { cancelTranche, createTranche, payTranche, updateTranche } from '#app/financing/tranches/operations.server';
import { tranchePolicy } from '#app/financing/tranches/policy';
import { findTranche, listTranches } from '#app/financing/tranches/queries.server';
import { remindOfTranches } from '#app/financing/tranches/reminders.server';
import { plannedByYear } from '#app/financing/tranches/years.server';
import { findTransaction } from '#app/financing/transactions/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { historyFor } from '#app/records/history/queries.server';
import { readState } from '#app/table/state';
import { desk, give, holder, openWorld, person, place, valueOf } from './accounts-world';
import { bank, day, pledge, pledgeRef, record, reverse, statusOf, terms, today, type Place } from './financing-world';
import { raw } from './payments-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
let focal: PersonActor;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
  focal = await holder('focal_point', day('2026-01-01'), { organisation_id: where.provider_organisation_id });
});
afterAll(() => world.close());

const view = { language: 'en', now: today } as const;
const plan = async (id: string, amount: string, due_on = '2026-06-30', submission?: string) =>
  createTranche(permit(tranchePolicy.create, focal, await pledgeRef(id)), { now: today, submission }, { amount, due_on, condition: undefined });
const tranche = async (id: string) => {
  const found = await findTranche(await desk(), id, view);
  if (found === undefined) throw new Error('no such tranche');
  return found;
};
const pay = async (id: string, value: string, more = {}) =>
  payTranche(permit(tranchePolicy.pay, focal, (await tranche(id)).subject), { now: today }, { value, transaction_on: '2026-02-15', receiver: undefined, reference: undefined, description: undefined, excess_explanation: undefined, ...more });
const cancel = async (id: string) => cancelTranche(permit(tranchePolicy.cancel, focal, (await tranche(id)).subject), { now: today }, { reason: 'The school will not be built' });
const standing = async (id: string) => (({ state, paid }) => [state, paid])(await tranche(id));
const code = async (result: Promise<{ ok: boolean; problems?: readonly { field?: string; code: string }[] }>) => (({ ok, problems = [] }) => (ok ? 'done' : `${problems[0]?.field ?? ''} ${problems[0]?.code.split('.')[1] ?? ''}`))(await result);
const constraint = (work: Promise<unknown>) => work.then(() => 'done', (reason: unknown) => (reason as { constraint_name?: string }).constraint_name);

async function committed(amount = '1000'): Promise<string> {
  const id = await pledge(where, { amount });
  valueOf(await record(id, '2', amount));
  return id;
}

describe('TR-1 planning', () => {
  it('stays within what stands of the pledge, by the operation and by SQL alone', async () => {
    const id = await committed();
    const first = valueOf(await plan(id, '600'));
    expect(await code(plan(id, '400.01'))).toBe('amount tranches_beyond_pledge');
    valueOf(await plan(id, '400'));
    expect(await constraint(raw(sql`insert into tranches (id, pledge_id, amount, due_on) values (${newId()}, ${id}, 0.01, '2026-06-30')`))).toBe('tranches_within_pledge');
    expect(await constraint(raw(sql`update tranches set amount = 601 where id = ${first.id}`))).toBe('tranches_within_pledge');
    expect(await constraint(raw(sql`delete from tranches where id = ${first.id}`))).toBe('tranches_append_only');
  });

  it('stays within it when twenty plan at once', async () => {
    const id = await committed();
    const results = await Promise.all(Array.from({ length: 20 }, () => plan(id, '100')));
    expect([results.filter(({ ok }) => ok).length, (await listTranches(anyone, readState(trancheList, new URLSearchParams()), view)).total.count]).toEqual([10, 10]);
  });

  it('stays within it when the pledge is reduced or changed; a cancelled pledge takes its tranches with it', async () => {
    const id = await pledge(where);
    const { id: planned } = valueOf(await plan(id, '900'));
    const reduce = async (amount: string) => reducePledge(permit(pledgePolicy.reduce, focal, await pledgeRef(id)), { now: today }, { amount, reason: 'Budget cut' });
    const edit = async (change: Parameters<typeof terms>[0]) => updatePledge(permit(pledgePolicy.edit, focal, await pledgeRef(id)), { now: today }, 1, terms(change));
    expect([await code(reduce('899')), await code(edit({ amount: '899' })), await code(edit({ currency: 'EUR' }))]).toEqual(['amount tranches_beyond_pledge', 'amount tranches_beyond_pledge', 'currency tranches_currency']);
    expect(await code(edit({ amount: '950' }))).toBe('done');
    valueOf(await cancelPledge(permit(pledgePolicy.cancel, focal, await pledgeRef(id)), { now: today }, { reason: 'Withdrawn' }));
    expect(await tranche(planned)).toMatchObject({ state: 'cancelled', cancelled_why: 'Withdrawn' });
  });

  it('is changed by who has seen it as it is, and sent twice is done once', async () => {
    const id = await committed();
    const key = newId();
    const [one, again] = [valueOf(await plan(id, '600', '2026-06-30', key)), valueOf(await plan(id, '600', '2026-06-30', key))];
    expect(again).toEqual(one);
    const edit = async (version: number, amount: string) => updateTranche(permit(tranchePolicy.edit, focal, (await tranche(one.id)).subject), { now: today }, version, { amount, due_on: '2026-09-30', condition: 'Audit received' });
    expect([await code(edit(1, '700')), await code(edit(1, '800')), await code(edit(2, '1000.01'))]).toEqual(['done', ' changed_meanwhile', 'amount tranches_beyond_pledge']);
    expect(await tranche(one.id)).toMatchObject({ amount: '700', due_on: '2026-09-30', condition: 'Audit received', version: 2 });
    const acts = (await historyFor(pledgePolicy.history, focal, await pledgeRef(id), 'pledges', pledgeTrail)) ?? [];
    expect(acts[0]).toMatchObject({ rule: 'tranche:edit', changes: expect.arrayContaining([{ field: 'tranches.amount', before: '600', after: '700' }]) as unknown });
  });

  it('is refused to whoever does not speak for the provider', async () => {
    const id = await committed();
    const other = await holder('focal_point', today, { organisation_id: await place('organisation', 'Another') });
    const ref = await pledgeRef(id);
    expect(() => permit(tranchePolicy.create, other, ref)).toThrow(Forbidden);
  });
});

describe('TR-3 paying', () => {
  it('pays a part and the rest, never more, and a reversal makes it unpaid again', async () => {
    const id = await committed();
    const { id: it } = valueOf(await plan(id, '300'));
    valueOf(await pay(it, '100'));
    expect([await standing(it), await code(pay(it, '200.01'))]).toEqual([['planned', '100'], 'value tranche_overpaid']);
    const rest = valueOf(await pay(it, '200'));
    expect(await standing(it)).toEqual(['paid', '300']);
    expect(await constraint(raw(sql`insert into transactions (id, pledge_id, tranche_id, type_code, transaction_on, value_on, value, currency) values (${newId()}, ${id}, ${it}, '3', '2026-02-01', '2026-02-01', 1, 'USD')`))).toBe('tranches_paid_within');
    valueOf(await reverse(id, rest.id));
    expect(await standing(it)).toEqual(['planned', '100']);
  });

  it('is named by its payments', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '100'));
    const planned = valueOf(await plan(id, '100', '2026-05-01')).id;
    const payment = valueOf(await pay(planned, '40')).id;
    const other = valueOf(await record(id, '3', '5')).id;
    const due = async (one: string) => (await findTransaction(anyone, one, { language: 'en', now: today }))?.tranche_due_on;
    expect([await due(payment), await due(other)]).toEqual(['2026-05-01', null]);
  });

  it('is a payment like any other: FI-4 holds, and the status of the pledge follows', async () => {
    const id = await pledge(where);
    const { id: it } = valueOf(await plan(id, '1000'));
    expect(await code(pay(it, '1000'))).toBe('excess_explanation beyond_commitment');
    valueOf(await pay(it, '1000', { excess_explanation: 'Paid ahead of the contract' }));
    expect(await statusOf(id)).toBe('fulfilled');
  });

  it('is not done to what is cancelled, to another pledge’s tranche, or by anything but a disbursement', async () => {
    const [id, other] = [await committed(), await committed()];
    const { id: it } = valueOf(await plan(id, '300'));
    expect([await code(record(other, '3', '1', { tranche: it })), await code(record(id, '2', '1', { tranche: it })), await code(record(id, '3', '1', { tranche: it }))]).toEqual(['tranche tranche_closed', 'tranche tranche_of_payment', 'done']);
    valueOf(await cancel(it));
    expect(await code(record(id, '3', '1', { tranche: it }))).toBe('tranche tranche_closed');
    const write = (pledge_id: string) => constraint(raw(sql`insert into transactions (id, pledge_id, tranche_id, type_code, transaction_on, value_on, value, currency) values (${newId()}, ${pledge_id}, ${it}, '3', '2026-02-01', '2026-02-01', 1, 'USD')`));
    expect([await write(id), await write(other)]).toEqual(['tranches_cancelled_stay', 'transactions_tranche']);
    const gone = (await tranche(it)).subject;
    expect(() => permit(tranchePolicy.edit, focal, gone)).toThrow(Forbidden);
    // What was paid of it is still taken from the pledge.
    expect([await code(plan(id, '999.01')), await code(plan(id, '999'))]).toEqual(['amount tranches_beyond_pledge', 'done']);
  });
});

describe('reading', () => {
  it('TR-2: filters by state over dates, by year and by provider, and adds up by year', async () => {
    const id = await committed();
    for (const [amount, due] of [['10', '2026-02-28'], ['20', '2026-03-31'], ['30', '2026-04-01'], ['40', '2027-01-01'], ['50', '2026-05-01'], ['60', '2026-01-15']] as const) valueOf(await plan(id, amount, due));
    const rows = (await listTranches(anyone, readState(trancheList, new URLSearchParams()), view)).rows;
    expect(rows.map(({ due_on }) => due_on)).toEqual(['2026-01-15', '2026-02-28', '2026-03-31', '2026-04-01', '2026-05-01', '2027-01-01']);
    valueOf(await cancel(rows[4]?.id ?? ''));
    valueOf(await pay(rows[0]?.id ?? '', '60'));
    const of = async (query: string) => (await listTranches(anyone, readState(trancheList, new URLSearchParams(query)), view)).rows.map(({ amount, state }) => `${amount} ${state}`);
    expect(await Promise.all(['late', 'due', 'planned', 'paid', 'cancelled', 'nonsense'].map((status) => of(`status=${status}`)))).toEqual([['10 late'], ['20 due'], ['30 planned', '40 planned'], ['60 paid'], ['50 cancelled'], []]);
    expect([await of('year=2027'), await of('year=20x'), await of('provider=country:KE'), (await of(`provider=organisation:${where.provider_organisation_id ?? ''}`)).length, await of('status=late&status=due')])
      .toEqual([['40 planned'], [], [], 6, ['10 late', '20 due']]);
    expect(await plannedByYear(anyone, {}, view)).toEqual([{ year: 2026, currency: 'USD', tranches: 5, planned: '120', paid: '60', disbursed: '60' }, { year: 2027, currency: 'USD', tranches: 1, planned: '40', paid: '0', disbursed: '0' }]);
  });

  it('shows the plan of a pledge to those who may read the pledge, and to nobody else', async () => {
    const id = await pledge(where, { visibility: 'private' });
    const { id: it } = valueOf(await plan(id, '10'));
    expect([await findTranche(anyone, it, view), (await findTranche(focal, it, view))?.id, await findTranche(anyone, 'x', view), (await listTranches(anyone, readState(trancheList, new URLSearchParams()), view)).rows, await plannedByYear(anyone, {}, view)])
      .toEqual([undefined, it, undefined, [], []]);
  });
});

describe('TR-4 telling', () => {
  const letters = async () => (await sql<{ subject: string; person_id: string }>`select props ->> 'subject' as subject, person_id from outbox_mails where thread like 'tranche:%' order by created_at, subject`.execute(database())).rows;

  it('lists what is due with those who speak for the provider', async () => {
    const id = await committed();
    for (const due of ['2026-02-01', '2026-03-20', '2026-09-01']) valueOf(await plan(id, '10', due));
    expect((await dueTranches(focal, view)).map(({ due_on, why }) => [due_on, why])).toEqual([['2026-02-01', 'USD 10 of your pledge is late'], ['2026-03-20', 'USD 10 of your pledge is due soon']]);
    expect(await dueTranches(await holder('focal_point', today, { organisation_id: await place('organisation', 'Another') }), view)).toEqual([]);
  });

  it('writes once before and once when it is late, also after days on which nobody ran', async () => {
    const reader = await person('Anna Reader', day('2026-01-01'), { mail: 'anna@bank.example', organisation_id: where.provider_organisation_id });
    await give(reader, 'org_admin', day('2026-01-01'), { organisation_id: where.provider_organisation_id });
    const id = await committed();
    const { id: it } = valueOf(await plan(id, '10', '2026-04-15'));
    await remindOfTranches(day('2026-03-15'));
    expect(await letters()).toEqual([]);
    await remindOfTranches(day('2026-03-19'));
    await remindOfTranches(day('2026-03-20'));
    expect(await letters()).toEqual([{ subject: 'PLG-2026-0001: USD 10 is due on 15 April 2026', person_id: reader }]);
    await remindOfTranches(day('2026-05-02'));
    await remindOfTranches(day('2026-05-03'));
    expect((await letters()).map(({ subject }) => subject)).toEqual(['PLG-2026-0001: USD 10 is due on 15 April 2026', 'PLG-2026-0001: USD 10 is late since 15 April 2026']);
    valueOf(await pay(it, '10'));
    await remindOfTranches(day('2026-05-04'));
    expect((await letters()).length).toBe(2);
  });
});
