import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import type { LinkKind } from '#app/financing/links/model';
import { changeLink, decideLink, declineLink, endLink, objectToLink, proposeLink, takeLinkIn, type PublishedLink } from '#app/financing/links/operations.server';
import { linkList } from '#app/financing/links/list';
import { linkPolicy } from '#app/financing/links/policy';
import { countLinks, linksOf, listLinks } from '#app/financing/links/queries.server';
import { laddersOf } from '#app/financing/ladder/tables.server';
import { reducePledge, cancelPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { newId } from '#app/platform/identity';
import { desk, holder, openWorld, otherDesk, place, story, valueOf } from './accounts-world';
import { bank, linkRef, pledge, pledgeRef, record, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
let officer: PersonActor;
let decider: PersonActor;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
  officer = await desk();
  decider = await otherDesk();
});
afterAll(() => world.close());

const propose = async (pledge_id: string, counted_in_id: string, amount: string, kind: LinkKind = 'same_money', by = officer) =>
  proposeLink(permit(linkPolicy.propose, by, { pledge: await pledgeRef(pledge_id), counted_in: await pledgeRef(counted_in_id) }), { now: today }, { kind, amount });
const decide = async (id: string, amount: string, kind: LinkKind = 'same_money', by = decider, seen?: number) =>
  decideLink(permit(linkPolicy.decide, by, await linkRef(id)), { now: today }, seen, { kind, amount, reason: 'Both say so' });
const link = async (pledge_id: string, counted_in_id: string, amount: string, kind: LinkKind = 'same_money') => {
  const { id } = valueOf(await propose(pledge_id, counted_in_id, amount, kind));
  valueOf(await decide(id, amount, kind));
  return id;
};
const linkedOf = async (id: string) =>
  (await sql<{ same_money: string; passes_through: string; unmatched: string }>`
    with ${laddersOf(sql`p.id = ${id}`)}
    select trim_scale(same_money)::text as same_money, trim_scale(passes_through)::text as passes_through, trim_scale(unmatched)::text as unmatched from linked`.execute(database())).rows[0];

/** Past the application: what the database alone accepts. */
const raw = (statement: ReturnType<typeof sql>) =>
  database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    await statement.execute(tx);
  });
const rawLink = (pledge_id: string, counted_in_id: string, amount: string) => sql`
  insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
  values (${newId()}, ${pledge_id}, ${counted_in_id}, 'same_money', ${amount}, 'decided', 'source', 0, 0, ${today}, ${today}, 'test')`;
const constraintsOf = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { constraint_name?: string }).constraint_name ?? String(one.reason)] : []));
const decided = async (id: string) =>
  (await sql<{ total: string }>`select trim_scale(coalesce(sum(amount), 0))::text as total from funding_links where pledge_id = ${id} and state = 'decided'`.execute(database())).rows[0]?.total;
const pledges = (count: number, amount = '100') => Promise.all(Array.from({ length: count }, () => pledge(where, { amount })));

describe('a link between two pledges', () => {
  it('counts once another person has decided it, and takes nothing off before', async () => {
    const [one = '', other = ''] = await pledges(2);
    const { id } = valueOf(await propose(one, other, '60'));
    expect(await linkedOf(one)).toEqual({ same_money: '0', passes_through: '0', unmatched: '0' });
    await expect(decide(id, '60', 'same_money', officer)).rejects.toBeInstanceOf(Forbidden);
    valueOf(await decide(id, '60'));
    expect(await linkedOf(one)).toEqual({ same_money: '60', passes_through: '0', unmatched: '0' });
    expect(await linkedOf(other)).toEqual({ same_money: '0', passes_through: '0', unmatched: '0' });
    const trail = await database().selectFrom('audit_log').select(['rule', 'action']).where('table_name', '=', 'funding_links').orderBy('id').execute();
    expect(trail).toEqual([{ rule: 'funding_link:propose', action: 'insert' }, { rule: 'funding_link:decide', action: 'update' }]);
  });

  it('is decided with the kind and amount that the decider says, changed and ended with a reason, never touched after', async () => {
    const [one = '', other = ''] = await pledges(2);
    const { id } = valueOf(await propose(one, other, '60'));
    valueOf(await decide(id, '50', 'passes_through'));
    expect(await linkedOf(one)).toMatchObject({ passes_through: '50', same_money: '0' });
    const reason = 'They told us more';
    valueOf(await changeLink(permit(linkPolicy.change, decider, await linkRef(id)), { now: today }, 2, { kind: 'passes_through', amount: '30', reason }));
    expect(await linkedOf(one)).toMatchObject({ passes_through: '30' });
    expect(await changeLink(permit(linkPolicy.change, decider, await linkRef(id)), { now: today }, 2, { kind: 'passes_through', amount: '40', reason })).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await endLink(permit(linkPolicy.end, decider, await linkRef(id)), { now: today }, 3, { reason }));
    expect(await linkedOf(one)).toMatchObject({ passes_through: '0' });
    const again = await Promise.allSettled([raw(sql`update funding_links set state = 'decided', ended_at = null, ended_reason = null, ended_by = null where id = ${id}`), raw(sql`update funding_links set amount = 1 where id = ${id}`), raw(sql`delete from funding_links where id = ${id}`)]);
    expect(again.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    valueOf(await propose(one, other, '10'));
  });

  it('stands once between two pledges while it lives, is never of a pledge with itself, and of none that is a guarantee alone', async () => {
    const [one = '', other = ''] = await pledges(2);
    valueOf(await propose(one, other, '60'));
    expect(await propose(one, other, '10')).toMatchObject({ problems: [{ code: 'financing:problems.link_live' }] });
    expect(constraintsOf(await Promise.allSettled([raw(rawLink(one, one, '10'))]))).toEqual(['funding_links_two']);
    const guarantee = await pledge(where, { kind: 'guarantee', amount: '100' });
    expect(await propose(one, guarantee, '10')).toMatchObject({ problems: [{ code: 'financing:problems.link_guarantee', field: 'kind' }] });
    valueOf(await propose(one, guarantee, '10', 'co_funds'));
  });

  it('FL-2: never says more of a pledge than stands of it, all its links together', async () => {
    const [one = '', other = '', third = ''] = await pledges(3);
    await link(one, other, '60');
    expect(await propose(one, third, '41')).toMatchObject({ problems: [{ code: 'financing:problems.link_beyond_pledge', field: 'amount', values: { left: '40', currency: 'USD' } }] });
    await link(one, third, '40', 'co_funds');
    expect(constraintsOf(await Promise.allSettled([raw(rawLink(one, await pledge(where), '0.01'))]))).toEqual(['funding_links_within_pledge']);
    expect(await linkedOf(one)).toMatchObject({ same_money: '60' });
  });

  it('FL-3: never goes round in a circle', async () => {
    const [one = '', other = '', third = ''] = await pledges(3);
    await link(one, other, '10');
    await link(other, third, '10');
    expect(await propose(third, one, '10')).toMatchObject({ problems: [{ code: 'financing:problems.link_circle' }] });
    expect(constraintsOf(await Promise.allSettled([raw(rawLink(third, one, '10'))]))).toEqual(['funding_links_no_cycle']);
  });

  it('FL-4: takes no more than what stands when the pledge is reduced or cancelled later; the first decided comes first', async () => {
    const [one = '', other = '', third = ''] = await pledges(3);
    await link(one, other, '60');
    await link(one, third, '30', 'passes_through');
    valueOf(await reducePledge(permit(pledgePolicy.reduce, officer, await pledgeRef(one)), { now: today }, { amount: '70', reason: 'Less' }));
    expect(await linkedOf(one)).toEqual({ same_money: '60', passes_through: '10', unmatched: '0' });
    valueOf(await reducePledge(permit(pledgePolicy.reduce, officer, await pledgeRef(one)), { now: today }, { amount: '20', reason: 'Less' }));
    expect(await linkedOf(one)).toEqual({ same_money: '20', passes_through: '0', unmatched: '0' });
    valueOf(await cancelPledge(permit(pledgePolicy.cancel, officer, await pledgeRef(one)), { now: today }, { reason: 'None' }));
    expect(await linkedOf(one)).toEqual({ same_money: '0', passes_through: '0', unmatched: '0' });
  });

  it('FL-4: takes nothing off where the other pledge was cancelled or cannot be seen by whoever sees this one', async () => {
    const [one = '', other = ''] = await pledges(2);
    const hidden = await pledge(where, { amount: '100', visibility: 'members' });
    await link(one, other, '40');
    await link(one, hidden, '50');
    expect(await linkedOf(one)).toMatchObject({ same_money: '40' });
    valueOf(await cancelPledge(permit(pledgePolicy.cancel, officer, await pledgeRef(other)), { now: today }, { reason: 'None' }));
    expect(await linkedOf(one)).toMatchObject({ same_money: '0' });
  });

  it('FL-5: matching money counts in the proportion in which the other pledge is committed, to the cent', async () => {
    const [one = '', other = ''] = [await pledge(where, { amount: '100', currency: 'EUR' }), await pledge(where, { amount: '300' })];
    await link(one, other, '80', 'matches');
    expect(await linkedOf(one)).toEqual({ same_money: '0', passes_through: '0', unmatched: '80' });
    valueOf(await record(other, '2', '100'));
    expect(await linkedOf(one)).toEqual({ same_money: '0', passes_through: '0', unmatched: '53.33' });
    valueOf(await record(other, '2', '250'));
    expect(await linkedOf(one)).toMatchObject({ unmatched: '0' });
  });

  it('keeps its pledge in the currency that it counts in', async () => {
    const [one = '', other = ''] = await pledges(2);
    valueOf(await propose(one, other, '60'));
    expect(constraintsOf(await Promise.allSettled([raw(sql`update pledges set currency = 'EUR' where id = ${one}`)]))).toEqual(['pledges_linked_currency']);
    await raw(sql`update pledges set currency = 'EUR' where id = ${other}`);
  });
});

describe('50 writers at once', () => {
  it('FL-2: end at exactly what stands, through the operation', async () => {
    const one = await pledge(where, { amount: '100' });
    const others = await pledges(50, '100');
    const made = await Promise.all(others.map(async (other) => valueOf(await propose(one, other, '10')).id));
    const results = await Promise.all(made.map((id) => decide(id, '10')));
    expect(results.filter(({ ok }) => ok)).toHaveLength(10);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : result.problems.map(({ code }) => code))))).toEqual(new Set(['financing:problems.link_beyond_pledge']));
    expect(await decided(one)).toBe('100');
  });

  it('FL-2: and by SQL alone', async () => {
    const one = await pledge(where, { amount: '100' });
    const settled = await Promise.allSettled((await pledges(50)).map((other) => raw(rawLink(one, other, '10'))));
    expect(constraintsOf(settled)).toEqual(Array.from({ length: 40 }, () => 'funding_links_within_pledge'));
    expect(await decided(one)).toBe('100');
  });

  const ring = async () => {
    const all = await pledges(50);
    return all.map((one, at): readonly [string, string] => [one, all[(at + 1) % all.length] ?? '']);
  };
  it('FL-3: leave a ring of 50 open at one place, through the operation', async () => {
    const made = await Promise.all((await ring()).map(async ([one, next]) => valueOf(await propose(one, next, '10')).id));
    const results = await Promise.all(made.map((id) => decide(id, '10')));
    expect(results.flatMap((result) => (result.ok ? [] : result.problems.map(({ code }) => code)))).toEqual(['financing:problems.link_circle']);
  });

  it('FL-3: and by SQL alone', async () => {
    const settled = await Promise.allSettled((await ring()).map(([one, next]) => raw(rawLink(one, next, '10'))));
    expect(constraintsOf(settled)).toEqual(['funding_links_no_cycle']);
  });

  it('FL-3: close no ring from two sides at once, though no two of them meet at a pledge', async () => {
    const [one = '', other = '', third = '', fourth = ''] = await pledges(4);
    await raw(rawLink(one, other, '10'));
    await raw(rawLink(third, fourth, '10'));
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    let write = (): void => undefined;
    const written = new Promise<void>((resolve) => { write = resolve; });
    const first = database().transaction().execute(async (tx) => {
      await signTransaction(tx, story, 'test', { now: today });
      await rawLink(other, third, '10').execute(tx);
      write();
      await gate;
    });
    await written;
    const second = Promise.allSettled([raw(rawLink(fourth, one, '10'))]);
    await new Promise((resume) => setTimeout(resume, 200));
    open();
    await first;
    expect(constraintsOf(await second)).toEqual(['funding_links_no_cycle']);
  });
});

describe('the desk', () => {
  const page = (query: string, by = officer) => listLinks(by, readState(linkList, new URLSearchParams(query)), { language: 'en', now: today });
  it('pages by key, newest first, counts each state, and shows a provider what is about its own pledges alone', async () => {
    const organisation_id = await place('organisation', 'Other bank');
    const [one, theirs] = [await pledge(where), await pledge({ ...where, provider_organisation_id: organisation_id })];
    const others = await pledges(27);
    for (const other of others) valueOf(await propose(one, other, '1'));
    valueOf(await propose(theirs, one, '1'));
    const first = await page('');
    expect([first.rows.length, first.total]).toEqual([25, { count: 28, exact: true }]);
    const second = await page(`after=${encodeURIComponent(first.next ?? '')}`);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(28);
    expect(second.next).toBeNull();
    const speaker = await holder('focal_point', today, { organisation_id });
    expect((await page('', speaker)).rows.map(({ pledge: { id } }) => id)).toEqual([theirs]);
    expect(await countLinks(speaker, { language: 'en', now: today })).toEqual({ proposed: 1, decided: 0, declined: 0, ended: 0 });
    expect((await page('state=decided')).rows).toEqual([]);
    for (const after of ['2026', '2026-01-01~x', `2026~${one}`, 'x']) expect((await page(`after=${after}`)).rows).toHaveLength(25);
  });

  it('tells the public what is decided between pledges that it may see, and nothing else', async () => {
    const [one = '', other = '', third = ''] = await pledges(3);
    const hidden = await pledge(where, { amount: '100', visibility: 'members' });
    await link(one, other, '10');
    await link(one, hidden, '10');
    valueOf(await propose(one, third, '10'));
    const seen = (by: Actor) => linksOf(by, one, { language: 'en', now: today });
    expect((await seen(anyone)).map(({ counted_in: { id }, taken_off }) => [id, taken_off])).toEqual([[other, '10']]);
    expect((await seen(officer)).map(({ counted_in: { id } }) => id)).toEqual([other, hidden]);
  });
});

describe('what a file says itself', () => {
  const take = (form: PublishedLink) => database().transaction().execute(async (tx) => {
    await signTransaction(tx, { kind: 'system', name: 'import' }, 'test', { now: today });
    return takeLinkIn(tx, permit(linkPolicy.take, { kind: 'system', name: 'import' }, { source: 'file' }), { now: today }, form);
  });
  it('counts at once, again changes nothing, and never comes back where a person declined it', async () => {
    const [one = '', other = '', third = ''] = await pledges(3);
    const said = { pledge_id: one, counted_in_id: other, kind: 'passes_through', amount: '100' } as const;
    expect([await take(said), await take(said)]).toEqual([{ ok: true, value: { outcome: 'new' } }, { ok: true, value: { outcome: 'unchanged' } }]);
    expect(await linkedOf(one)).toMatchObject({ passes_through: '100' });
    const { id } = valueOf(await propose(other, third, '10'));
    valueOf(await declineLink(permit(linkPolicy.decline, decider, await linkRef(id)), { now: today }, 1, { reason: 'No' }));
    expect(await take({ ...said, pledge_id: other, counted_in_id: third })).toEqual({ ok: true, value: { outcome: 'unchanged' } });
    expect(await take({ ...said, pledge_id: third, counted_in_id: one, amount: '101' })).toMatchObject({ ok: false, problems: [{ code: 'financing:problems.link_beyond_pledge' }] });
  });
});

describe('who may', () => {
  it('a provider’s speaker proposes and objects, the secretariat decides, both providers are told', async () => {
    const organisation_id = await place('organisation', 'Other bank');
    const [one, other] = [await pledge(where), await pledge({ ...where, provider_organisation_id: organisation_id })];
    const speaker = await holder('focal_point', today, { organisation_id });
    const { id } = valueOf(await propose(one, other, '60', 'same_money', speaker));
    await expect(decide(id, '60', 'same_money', speaker)).rejects.toBeInstanceOf(Forbidden);
    await expect(linkRef(id).then((ref) => permit(linkPolicy.object, speaker, ref))).rejects.toBeInstanceOf(Forbidden);
    valueOf(await decide(id, '60'));
    valueOf(await objectToLink(permit(linkPolicy.object, speaker, await linkRef(id)), { now: today }, { reason: 'It is other money' }));
    expect(await database().selectFrom('funding_link_objections').select(['words', 'written_by', 'pledge_id']).execute()).toEqual([{ words: 'It is other money', written_by: speaker.id, pledge_id: one }]);
    const stranger = await holder('focal_point', today, { organisation_id: await place('organisation', 'A third') });
    expect(() => permit(linkPolicy.propose, stranger, { pledge: { ...where, id: one }, counted_in: { ...where, id: other } })).toThrow(Forbidden);
  });
});
