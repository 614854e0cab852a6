import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { offerList } from '#app/countries/offers/list';
import { findOffer, listOffers, pledgesFromRequest } from '#app/countries/offers/queries.server';
import { requestList } from '#app/countries/requests/list';
import { closeRequest, deleteRequest, editRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { findRequest, listRequests } from '#app/countries/requests/queries.server';
import { clausePage } from '#app/frameworks/clauses/page.server';
import { convertOffer } from '#app/financing/pledges/from-offer/operations.server';
import { conversionPolicy } from '#app/financing/pledges/from-offer/policy';
import { findPledge } from '#app/financing/pledges/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { holder, place, valueOf } from './accounts-world';
import { clause, published } from './frameworks-world';
import { accept, asked, by, decline, need, offer, offerRef, openRequests, requestRef, takeBack, write, type RequestsWorld } from './requests-world';

let world: RequestsWorld;
beforeAll(async () => {
  world = await openRequests();
});
afterAll(() => world.close());

const close = async (id: string) => closeRequest(permit(requestPolicy.close, world.coordinator, await requestRef(id)), { now: world.now }, { reason: 'Answered' });
const stateOf = async (id: string) => (await requestRef(id)).state;

describe('a request for support', () => {
  it('RQ-1: its state follows from what was done to it and from its offers', async () => {
    const { id, ref } = valueOf(await write(world));
    expect(ref).toMatch(/^REQ-2026-\d{4}$/);
    expect(await stateOf(id)).toBe('draft');
    const published = await asked(world);
    expect(await stateOf(published)).toBe('published');
    const first = valueOf(await offer(world, published)).id;
    expect(await stateOf(published)).toBe('responses_in');
    valueOf(await decline(world, first));
    expect(await stateOf(published)).toBe('published');
    valueOf(await accept(world, valueOf(await offer(world, published)).id));
    expect(await stateOf(published)).toBe('matched');
    valueOf(await close(published));
    expect(await stateOf(published)).toBe('closed');
  });
  it('says all at once what is wrong with it', async () => {
    const [node = ''] = world.nodes;
    const result = await write(world, { amount: null, amount_missing: null, deadline_on: '2026-01-01', pillar: node, nodes: [world.pillar] });
    expect(result).toMatchObject({ ok: false, problems: [
      { field: 'amount', code: 'countries:problems.amount_or_reason' }, { field: 'deadline_on', code: 'countries:problems.deadline_passed' },
      { field: 'pillar', code: 'countries:problems.pillar' }, { field: 'nodes', code: 'countries:problems.clause' },
    ] });
    expect(await write(world, { amount: '1.555' })).toMatchObject({ ok: false, problems: [{ field: 'amount', code: 'financing:problems.decimals' }] });
  });
  it('is written over by nobody who has not seen what stands there now, and deleted only while it is a draft', async () => {
    const { id } = valueOf(await write(world));
    const seen = await requestRef(id);
    const granted = permit(requestPolicy.edit, world.coordinator, seen);
    valueOf(await editRequest(granted, { now: world.now }, seen.version, need(world, { amount: null, currency: null, amount_missing: 'not_costed', nodes: [], beneficiaries: [] })));
    expect(await editRequest(granted, { now: world.now }, seen.version, need(world))).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await deleteRequest(permit(requestPolicy.delete, world.coordinator, seen), { now: world.now }));
    expect(await database().selectFrom('support_requests').select('id').where('id', '=', id).execute()).toEqual([]);
    const published = await requestRef(await asked(world));
    await expect(deleteRequest(permit(requestPolicy.delete, world.coordinator, { ...published, state: 'draft' }), { now: world.now })).rejects.toBeInstanceOf(Forbidden);
  });
  it('RQ-2: is not closed while an offer waits', async () => {
    const id = await asked(world);
    const waiting = valueOf(await offer(world, id)).id;
    await expect(close(id)).rejects.toMatchObject({ reason: 'countries:reasons.answer_first' });
    valueOf(await takeBack(world, waiting));
    valueOf(await close(id));
    await expect(offer(world, id)).rejects.toMatchObject({ reason: 'countries:reasons.takes_no_offers' });
  });
  it('RQ-3: takes offers until its last day', async () => {
    const id = await asked(world, { deadline_on: '2026-03-05' });
    valueOf(await offer(world, id, { now: new Date('2026-03-05T23:00:00Z') }));
    await expect(offer(world, id, { now: new Date('2026-03-06T00:30:00Z') })).rejects.toMatchObject({ reason: 'countries:reasons.takes_no_offers' });
  });
});

describe('an offer', () => {
  it('RQ-4: comes from a member', async () => {
    const outside = await place('organisation', 'Outside Works');
    const actor = await holder('focal_point', world.now, { organisation_id: outside });
    expect(await offer(world, await asked(world), { actor, provider: by(outside) })).toMatchObject({ ok: false, problems: [{ field: 'provider', code: 'countries:problems.members_only' }] });
  });
  it('RQ-5: an open one names its pillar, and one country of several does not turn it down', async () => {
    expect(await offer(world, null)).toMatchObject({ ok: false, problems: [{ field: 'pillar', code: 'countries:problems.pillar' }] });
    const { id } = valueOf(await offer(world, null, { form: { pillar: world.pillar, nodes: world.nodes.slice(2), countries: ['KE', 'JO'] } }));
    await expect(decline(world, id)).rejects.toMatchObject({ reason: 'countries:reasons.offered_to_several' });
    valueOf(await accept(world, id));
    expect(await offerRef(id)).toMatchObject({ state: 'accepted', countries: ['JO', 'KE'] });
  });
  it('RQ-6: nobody answers their own, and the database says so too', async () => {
    const id = valueOf(await offer(world, await asked(world))).id;
    await expect(accept(world, id, world.focal)).rejects.toBeInstanceOf(Forbidden);
    const own = database().transaction().execute(async (tx) => {
      await signTransaction(tx, world.focal, 'test', { now: world.now });
      await tx.updateTable('offers').set({ status: 'accepted', accepted_for_iso2: 'KE', decided_at: world.now, decided_by: world.focal.id }).where('id', '=', id).execute();
    });
    await expect(own).rejects.toMatchObject({ constraint_name: 'offers_another_decides' });
  });
  it('is answered once: of two who answer together one is refused', async () => {
    const id = valueOf(await offer(world, await asked(world))).id;
    const answers = await Promise.allSettled([accept(world, id), decline(world, id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
  it('lapses with its last day', async () => {
    const id = valueOf(await offer(world, await asked(world), { form: { deadline_on: '2026-03-10' } })).id;
    expect(await accept(world, id, world.coordinator, new Date('2026-03-11T08:00:00Z'))).toMatchObject({ ok: false, problems: [{ code: 'countries:problems.offer_lapsed' }] });
  });
});

describe('RQ-7: an accepted offer', () => {
  const convert = async (id: string, actor = world.focal) => {
    const { state } = await offerRef(id);
    const subject = { coalition_id: world.coalition, ...by(world.organisation), commitment_id: null, offer_id: id, state };
    return convertOffer(permit(conversionPolicy.convert, actor, subject), { now: world.now }, { amount: '900000', currency: 'USD', new_money: 'yes', valuation_method: 'market_price', valued_on: '2026-03-01' });
  };

  it('becomes one pledge to the country that took it, and keeps the link', async () => {
    const request = await asked(world);
    const { id, ref } = valueOf(await offer(world, request));
    await expect(convert(id)).rejects.toMatchObject({ reason: 'access:reasons.not_now' });
    valueOf(await accept(world, id));
    const unvalued = { coalition_id: world.coalition, ...by(world.organisation), commitment_id: null, offer_id: id, state: 'accepted' as const };
    expect(await convertOffer(permit(conversionPolicy.convert, world.focal, unvalued), { now: world.now }, { amount: '900000', currency: 'USD', new_money: 'yes' })).toMatchObject({ ok: false, problems: [{ field: 'valuation_method' }, { field: 'valued_on' }] });
    const [first, second] = await Promise.allSettled([convert(id), convert(id)]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const view = { language: 'en', now: world.now } as const;
    const found = await findOffer(anyone, ref, view);
    expect(found).toMatchObject({ state: 'converted', pledge: { title: 'Panels and batteries' } });
    expect(await findPledge(anyone, found?.pledge?.ref ?? '', view)).toMatchObject({ status: 'announced', kind: 'in_kind', ladder: { announced: '900000' }, recipients: [{ country_iso2: 'KE', share: '100' }] });
    expect(await pledgesFromRequest(anyone, request, view)).toMatchObject([{ ref: found?.pledge?.ref }]);
  });
});

describe('the lists', () => {
  const view = () => ({ language: 'en', now: world.now }) as const;
  const requests = (query: string, viewer: Actor = anyone, size = 50) => listRequests(viewer, readState(requestList, new URLSearchParams(query)), view(), size);

  it('show drafts to the people of the country and to its secretariat alone', async () => {
    const { ref } = valueOf(await write(world, { title: 'A need in the making' }));
    const shownTo = async (viewer: Actor) => (await requests(`q=${ref}`, viewer)).rows.length;
    expect(await Promise.all([anyone, world.focal, world.coordinator, world.officer, world.auditor].map(shownTo))).toEqual([0, 0, 1, 1, 1]);
    expect(await findRequest(anyone, ref, view())).toBeUndefined();
  });
  it('filter by what a request names, and turn pages without losing or repeating one', async () => {
    const id = await asked(world, { title: 'Braille keyboards', beneficiaries: ['disabilities'], deadline_on: '2027-01-31' });
    const { ref } = await requestRef(id);
    for (const query of ['q=braille', 'beneficiary=disabilities', `q=${ref}`]) expect((await requests(query)).rows.map((row) => row.ref)).toEqual([ref]);
    for (const query of ['country=KE', 'pillar=SP1', 'node=P1.1', 'region=002', 'state=published']) expect((await requests(`${query}&q=braille`)).rows).toHaveLength(1);
    for (const query of ['country=JO', 'pillar=SP9', 'node=P1.2', 'group=SIDS', 'state=draft', 'state=nonsense']) expect((await requests(`${query}&q=braille`)).rows).toHaveLength(0);
    for (const sort of ['-recent', 'recent', 'deadline', '-deadline']) {
      const all = (await requests(`sort=${sort}`)).rows.map((row) => row.ref);
      const paged: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: Awaited<ReturnType<typeof requests>> = await requests(`sort=${sort}&after=${encodeURIComponent(after)}`, anyone, 2);
        paged.push(...page.rows.map((row) => row.ref));
        after = page.next;
      }
      expect(paged).toEqual(all);
    }
  });
  it('find an open offer for each country that it is for', async () => {
    const { ref } = valueOf(await offer(world, null, { form: { title: 'Course for school heads', pillar: world.pillar, countries: ['JO', 'TV'] } }));
    const offers = async (query: string) => (await listOffers(anyone, readState(offerList, new URLSearchParams(query)), view())).rows.map((row) => row.ref);
    for (const query of ['country=TV', 'country=JO', 'about=open', 'pillar=SP1', 'state=offered', 'kind=in_kind']) expect(await offers(`${query}&q=course`)).toEqual([ref]);
    for (const query of ['country=KE', 'about=request', 'state=accepted', 'node=P1.1']) expect(await offers(`${query}&q=course`)).toEqual([]);
  });
  it('stay on the page of the clause that they name, in its version, when another version is published', async () => {
    const onPage = async (version: number) => (await clausePage(anyone, 'P1.1', view(), version))?.requests.count;
    const before = await onPage(1);
    expect(before).toBeGreaterThan(0);
    await published(world.now, 'CONNDECL', [clause('P1', [clause('P1.1')])]);
    expect([await onPage(1), await onPage(2)]).toEqual([before, 0]);
  });
});
