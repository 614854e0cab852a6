import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { closeRequest, deleteRequest, editRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { database } from '#app/platform/database.server';
import { holder, place, valueOf } from './accounts-world';
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
