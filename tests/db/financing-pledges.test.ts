import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { findPledge, listPledges } from '#app/financing/pledges/queries.server';
import { pledgeTrail } from '#app/financing/pledges/trail';
import { cancelPledge, confirmPledge, reducePledge, updatePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { pledgeList } from '#app/financing/pledges/list';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { historyFor } from '#app/records/history/queries.server';
import { readState } from '#app/table/state';
import { desk, holder, openWorld, place, story, valueOf } from './accounts-world';
import { bank, pledge, pledgeAs, pledgeRef, record, reverse, statusOf, terms, today, type Place } from './financing-world';

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
const kenya = { organisation_id: null, country_iso2: 'KE' };
const nepal = { organisation_id: null, country_iso2: 'NP' };
const list = (query: string) => listPledges(anyone, readState(pledgeList, new URLSearchParams(query)), view, 2);

/** Past the application: what the database alone accepts. */
const raw = (statement: ReturnType<typeof sql>) =>
  database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    await statement.execute(tx);
    await sql`set constraints all immediate`.execute(tx);
  });
const disbursed = async (id: string) =>
  (await sql<{ total: string }>`select trim_scale(sum(value))::text as total from transactions where pledge_id = ${id} and type_code = '3'`.execute(database())).rows[0]?.total;

describe('recording a pledge', () => {
  it('gives it a number, keeps its terms, and writes who did it into the audit trail', async () => {
    const focal = await holder('focal_point', today, { organisation_id: where.provider_organisation_id });
    const made = valueOf(await pledgeAs(focal, where, terms({ amount: '1250000.5', currency: 'EUR', recipients: [{ party: kenya, share: '33.3333' }, { party: nepal, share: '66.6667' }] })));
    expect(made.ref).toBe('PLG-2026-0001');
    const found = await findPledge(anyone, made.ref, view);
    expect(found).toMatchObject({
      status: 'announced', currency: 'EUR', ladder: { announced: '1250000.5', pledged: '1250000.5', committed: '0' }, usd: null,
      provider: { name: 'Meridian Development Bank' }, recipients: [{ name: 'Kenya', share: '33.3333' }, { name: 'Nepal', share: '66.6667' }],
    });
    const trail = await database().selectFrom('audit_log').select(['actor_id', 'rule', 'action']).where('record_id', '=', made.id).execute();
    expect(trail).toEqual([{ actor_id: focal.id, rule: 'pledge:create', action: 'insert' }]);
  });

  it('FI-3: refuses shares that do not total 100, and so does the database', async () => {
    const shares = [{ party: kenya, share: '50' }, { party: nepal, share: '49.9' }];
    expect(await pledgeAs(await desk(), where, terms({ recipients: shares }))).toMatchObject({ ok: false, problems: [{ field: 'recipients', code: 'financing:problems.shares_not_100' }] });
    const id = await pledge(where);
    await expect(raw(sql`insert into pledge_recipients (pledge_id, position, country_iso2, share) values (${id}, 1, 'KE', 99)`)).rejects.toMatchObject({ constraint_name: 'pledge_recipients_total' });
  });

  it('wants a currency in use and an amount in its minor unit', async () => {
    expect(await pledgeAs(await desk(), where, terms({ currency: 'DEM' }))).toMatchObject({ problems: [{ field: 'currency' }] });
    expect(await pledgeAs(await desk(), where, terms({ currency: 'JPY', amount: '10.5' }))).toMatchObject({ problems: [{ field: 'amount', code: 'financing:problems.decimals' }] });
  });

  it('FI-9: keeps how and when a gift in kind was valued, and so does the database', async () => {
    const valued = { kind: 'in_kind', valuation_method: 'market_price', valued_on: '2026-01-31' } as const;
    const made = valueOf(await pledgeAs(await desk(), where, terms(valued)));
    expect(await findPledge(anyone, made.ref, view)).toMatchObject(valued);
    expect(await pledgeAs(await desk(), where, terms({ kind: 'in_kind' }))).toMatchObject({ ok: false, problems: [{ field: 'valuation_method' }, { field: 'valued_on' }] });
    const without = (set: ReturnType<typeof sql>) => raw(sql`update pledges set ${set} where id = ${made.id}`);
    await expect(without(sql`valuation_method = null, valued_on = null`)).rejects.toMatchObject({ constraint_name: 'pledges_valuation' });
    await expect(without(sql`valued_on = null`)).rejects.toMatchObject({ constraint_name: 'pledges_valued_on' });
    await expect(without(sql`kind = 'cash'`)).rejects.toMatchObject({ constraint_name: 'pledges_valuation_of_kind' });
  });

  it('is refused to whoever does not speak for the provider', async () => {
    const other = await holder('focal_point', today, { organisation_id: await place('organisation', 'Another') });
    expect(() => pledgeAs(other, where, terms())).toThrow(Forbidden);
  });
});

describe('the life of a pledge', () => {
  it('is changed only until another confirms it, and never over somebody else’s change', async () => {
    const focal = await holder('focal_point', today, { organisation_id: where.provider_organisation_id });
    const officer = await holder('secretariat_officer', today, { coalition_id: where.coalition_id });
    const { id, ref } = valueOf(await pledgeAs(focal, where, terms()));
    const edit = async (version: number) => updatePledge(permit(pledgePolicy.edit, focal, await pledgeRef(id)), { now: today }, version, terms({ amount: '900', recipients: [{ party: kenya, share: '100' }] }));
    expect(await edit(7)).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await edit(1));
    expect(await findPledge(anyone, ref, view)).toMatchObject({ ladder: { announced: '900' }, recipients: [{ ref: 'KE' }], version: 2 });
    const own = await pledgeRef(id);
    expect(() => permit(pledgePolicy.confirm, focal, own)).toThrow(Forbidden);
    valueOf(await confirmPledge(permit(pledgePolicy.confirm, officer, own), { now: today }));
    expect(await statusOf(id)).toBe('confirmed');
    await expect(edit(3)).rejects.toThrow(Forbidden);
    // A permit from before the confirmation is decided again on the locked row.
    await expect(confirmPledge(permit(pledgePolicy.confirm, officer, own), { now: today })).rejects.toThrow(Forbidden);
  });

  it('FI-8: keeps what was announced when it is reduced, with the reason as a transaction', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '300'));
    valueOf(await reducePledge(permit(pledgePolicy.reduce, await desk(), await pledgeRef(id)), { now: today }, { amount: '600', reason: 'Budget cut' }));
    const found = await findPledge(anyone, 'PLG-2026-0001', view);
    expect(found).toMatchObject({ status: 'reduced', ladder: { announced: '1000', pledged: '600', committed: '300' }, usd: { announced: '1000', pledged: '600' } });
    const [taken] = await database().selectFrom('transactions').selectAll().where('type_code', '=', '12').execute();
    expect(taken).toMatchObject({ description: 'Budget cut', value_on: '2026-01-15', transaction_on: '2026-03-01' });
    valueOf(await record(id, '2', '300'));
    expect(await statusOf(id)).toBe('reduced');
    valueOf(await reverse(id, taken?.id ?? ''));
    expect(await statusOf(id)).toBe('partly_committed');
  });

  it('cancels what is not paid, and takes no money afterwards', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '300'));
    valueOf(await record(id, '3', '100'));
    valueOf(await cancelPledge(permit(pledgePolicy.cancel, await desk(), await pledgeRef(id)), { now: today }, { reason: 'Withdrawn' }));
    expect(await findPledge(anyone, 'PLG-2026-0001', view)).toMatchObject({ status: 'cancelled', ladder: { announced: '1000', pledged: '100', disbursed: '100' } });
    await expect(record(id, '2', '1')).rejects.toThrow(Forbidden);
  });
});

describe('transactions', () => {
  it('move the status of the pledge with the ladder, there and back', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '400'));
    expect(await statusOf(id)).toBe('partly_committed');
    valueOf(await record(id, '2', '600'));
    expect(await statusOf(id)).toBe('committed');
    const paid = valueOf(await record(id, '3', '1000'));
    expect(await statusOf(id)).toBe('fulfilled');
    valueOf(await reverse(id, paid.id));
    expect(await statusOf(id)).toBe('committed');
    expect(await disbursed(id)).toBe('0');
  });

  it('FI-1: are never changed or removed; an error is reversed, once', async () => {
    const id = await pledge(where);
    const made = valueOf(await record(id, '2', '400'));
    await expect(raw(sql`update transactions set value = 1 where id = ${made.id}`)).rejects.toMatchObject({ constraint_name: 'transactions_append_only' });
    await expect(raw(sql`delete from transactions where id = ${made.id}`)).rejects.toMatchObject({ constraint_name: 'transactions_append_only' });
    const back = valueOf(await reverse(id, made.id));
    expect(await reverse(id, made.id)).toMatchObject({ problems: [{ code: 'financing:problems.reversed_already' }] });
    expect(await reverse(id, back.id)).toMatchObject({ problems: [{ code: 'financing:problems.is_reversal' }] });
    expect(await reverse(await pledge(where), made.id)).toMatchObject({ problems: [{ code: 'financing:problems.not_of_pledge' }] });
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('FI-2: have no future dates, in the operation and in the database', async () => {
    const id = await pledge(where);
    expect(await record(id, '2', '1', { transaction_on: '2026-03-02' })).toMatchObject({ problems: [{ field: 'transaction_on', code: 'financing:problems.future_date' }] });
    await expect(raw(sql`insert into transactions (id, pledge_id, type_code, transaction_on, value_on, value, currency)
      values (${newId()}, ${id}, '2', current_date + 3, current_date, 1, 'USD')`)).rejects.toMatchObject({ constraint_name: 'transactions_not_future' });
  });

  it('FI-4: want an explanation beyond the commitment, and keep it', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '100'));
    expect(await record(id, '3', '100.01')).toMatchObject({ problems: [{ field: 'excess_explanation', code: 'financing:problems.beyond_commitment' }] });
    const made = valueOf(await record(id, '3', '100.01', { excess_explanation: 'Paid in advance of the agreement' }));
    expect(await database().selectFrom('transactions').select('excess_explanation').where('id', '=', made.id).executeTakeFirst()).toEqual({ excess_explanation: 'Paid in advance of the agreement' });
  });

  it('move the status rightly when ten writers commit at once', async () => {
    const id = await pledge(where);
    await Promise.all(Array.from({ length: 10 }, async () => valueOf(await record(id, '2', '100'))));
    expect(await statusOf(id)).toBe('committed');
  });
});

describe('reading pledges', () => {
  it('tells who did what to it, with what stood there before', async () => {
    const focal = await holder('focal_point', today, { organisation_id: where.provider_organisation_id });
    const { id } = valueOf(await pledgeAs(focal, where, terms()));
    valueOf(await record(id, '2', '400', {}, focal));
    const acts = (await historyFor(pledgePolicy.history, focal, await pledgeRef(id), 'pledges', pledgeTrail)) ?? [];
    expect(acts.map(({ rule, actor_name }) => [rule, actor_name])).toEqual([['pledge:record_transaction', focal.name], ['pledge:create', focal.name]]);
    expect(acts[0]?.changes).toEqual([{ field: 'transactions.value', before: null, after: '400' }, { field: 'pledges.status', before: 'announced', after: 'partly_committed' }]);
    expect(await historyFor(pledgePolicy.history, anyone, await pledgeRef(id), 'pledges', pledgeTrail)).toBeUndefined();
  });

  it('shows each viewer what is theirs to read, and nothing of the rest', async () => {
    const [open, members, own] = [await pledge(where, { title: 'Open' }), await pledge(where, { title: 'Members', visibility: 'members' }), await pledge(where, { title: 'Own', visibility: 'private' })];
    for (const id of [open, members, own]) valueOf(await record(id, '2', '10'));
    const focal = await holder('focal_point', today, { organisation_id: where.provider_organisation_id });
    const other = await holder('focal_point', today, { organisation_id: await place('organisation', 'Another') });
    const officer = await holder('secretariat_officer', today, { coalition_id: where.coalition_id });
    const state = readState(pledgeList, new URLSearchParams());
    const titles = async (viewer: Parameters<typeof listPledges>[0]) => (await listPledges(viewer, state, view)).rows.map(({ title }) => title).toSorted();
    expect(await titles(anyone)).toEqual(['Open']);
    expect(await titles(other)).toEqual(['Members', 'Open']);
    expect(await titles(focal)).toEqual(['Members', 'Open', 'Own']);
    expect(await titles(officer)).toEqual(['Members', 'Open', 'Own']);
    const ref = (await database().selectFrom('pledges').select('ref').where('id', '=', own).executeTakeFirstOrThrow()).ref;
    expect([await findPledge(other, ref, view), (await findPledge(focal, ref, view))?.ref]).toEqual([undefined, ref]);
  });

  it('pages by key, counts exactly, and filters', async () => {
    for (const announced_on of ['2025-03-01', '2025-04-01', '2026-01-01', '2026-01-01', '2026-02-01']) await pledge(where, { announced_on, recipients: [{ party: announced_on < '2026' ? kenya : nepal, share: '100' }] });
    const seen: string[] = [];
    let query = '';
    for (;;) {
      const page = await list(query);
      expect(page.total).toEqual({ count: 5, exact: true });
      seen.push(...page.rows.map((row) => row.announced_on));
      if (page.next === null) break;
      query = `after=${page.next}`;
    }
    expect(seen).toEqual(['2026-02-01', '2026-01-01', '2026-01-01', '2025-04-01', '2025-03-01']);
    const count = async (filters: string) => (await list(filters)).total.count;
    expect(await Promise.all(['country=KE', 'country=KE&country=NP', 'year=2026', 'status=confirmed', 'status=nonsense', 'region=142', 'region=none', 'q=schools', `provider=organisation:${where.provider_organisation_id ?? ''}`, 'provider=nobody', 'currency=EUR', 'converted=no', 'commitment=CMT-2026-0001'].map(count)))
      .toEqual([2, 5, 3, 0, 0, 3, 0, 5, 5, 0, 0, 0, 0]);
  });
});
