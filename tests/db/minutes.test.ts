import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { remindOfCorrection } from '#app/working-groups/minutes/notices.server';
import { addErratum, addGuests, approveMinutes, proposeAmendment, publishMinutes, publishSession, secondMinutes, settleAmendment, withdrawAmendment } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { allowed, circulated, closed, composed, passages, personOfSeat, publishedMinutes, sealed, windowOver, write } from './minutes-world';
import { openGroup, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeEach(async () => {
  await world?.close();
  world = await openGroup();
});
afterAll(() => world.close());

const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);
const mails = (like: string) => database().selectFrom('outbox_mails').select(['recipient', 'props']).where('idempotency_key', 'like', like).orderBy('recipient').execute();
const holderOf = (at: number, now = world.now) => personOfSeat(world.seats[at]?.holder ?? '', now);
const refusal = async (asked: Promise<unknown>) => asked.then(() => 'granted', (error: unknown) => (error instanceof Forbidden ? error.reason.split('.')[1] : String(error)));

describe('the words of minutes', () => {
  it('begin with the notes of each item, and the session waits for them', async () => {
    const held = await composed(world);
    expect((await sessionRef(held.id)).status).toBe('minutes_draft');
    expect((await passages(held.id)).map((one) => one.text)).toEqual(['Agreed on the template.', '', 'Acacia presented what countries pay.', '', '']);
  });
  it('are written by two without losing what either wrote', async () => {
    const held = await composed(world);
    valueOf(await write(world, held, 2, 'Acacia presented what six countries pay.', world.secretary, 1));
    expect(codes(await write(world, held, 2, 'Acacia presented it.', world.secondSecretary, 1))).toEqual(['passage_changed']);
    valueOf(await write(world, held, 4, 'Closed at four.', world.secondSecretary, 1));
    expect((await passages(held.id)).map((one) => one.text)).toEqual(['Agreed on the template.', '', 'Acacia presented what six countries pay.', '', 'Closed at four.']);
  });
  it('are for those who lead the group, until they are handed round', async () => {
    const held = await circulated(world);
    expect(await refusal(allowed('write', world.secretary, held.id))).toBe('not_in_this_state');
    expect(await refusal(allowed('compose', await holderOf(0), (await closedAgain()).id))).toBe('chair_only');
  });
});
const closedAgain = () => closed(world);

describe('the correction window (WG-6)', () => {
  const change = { passage: 2, old_words: 'what countries pay', new_words: 'what six countries pay', reason: 'There were six.' };

  it('ends with the last working day on the calendar of the meeting, and those who attended are written to', async () => {
    const held = await circulated(world);
    const row = await database().selectFrom('session_minutes').select(['corrected_until']).where('session_id', '=', held.id).executeTakeFirstOrThrow();
    expect(row.corrected_until).toEqual(new Date('2026-03-26T21:00:00Z')); // midnight in Nairobi after Thursday the 26th
    expect((await mails('minutes-circulated%')).map((one) => one.recipient)).toEqual(['holder@acacia.example', 'holder@baobab.example', 'holder@cedar.example', 'holder@dogwood.example']);
  });
  it('takes amendments of those who attended alone, while it is open', async () => {
    const held = await circulated(world);
    expect(await refusal(allowed('amend', await holderOf(4), held.id))).toBe('attended_only');
    expect(await refusal(allowed('amend', world.secretary, held.id))).toBe('attended_only');
    expect(await refusal(allowed('amend', world.stranger, held.id))).toBe('attended_only');
    const amend = await allowed('amend', await holderOf(0), held.id);
    expect(codes(await proposeAmendment(amend, { now: windowOver }, change))).toEqual(['window_over']);
    expect(codes(await proposeAmendment(amend, { now: held.now }, { ...change, old_words: 'what nobody wrote' }))).toEqual(['words_not_found']);
    expect(codes(await proposeAmendment(amend, { now: held.now }, { ...change, old_words: 'a' }))).toEqual(['words_ambiguous']);
    expect(valueOf(await proposeAmendment(amend, { now: held.now }, change)).number).toBe(1);
  });
  it('changes the text where one is accepted, keeps both, and tells who asked; a rejection has a reason', async () => {
    const held = await circulated(world);
    valueOf(await proposeAmendment(await allowed('amend', await holderOf(0), held.id), { now: held.now }, change));
    valueOf(await proposeAmendment(await allowed('amend', await holderOf(1), held.id), { now: held.now }, { passage: 2, old_words: '', new_words: 'Baobab agreed.', reason: 'It was said.' }));
    const settle = await allowed('settle', world.secretary, held.id);
    expect(codes(await settleAmendment(settle, { now: held.now }, { number: 2, accepted: false, answer: null }))).toEqual(['reason_needed']);
    valueOf(await settleAmendment(settle, { now: held.now }, { number: 1, accepted: true, answer: null }));
    valueOf(await settleAmendment(settle, { now: held.now }, { number: 2, accepted: false, answer: 'Nobody noted it.' }));
    expect(codes(await settleAmendment(settle, { now: held.now }, { number: 1, accepted: false, answer: 'Late.' }))).toEqual(['amendment_settled']);
    expect((await passages(held.id))[2]?.text).toBe('Acacia presented what six countries pay.');
    const kept = await database().selectFrom('minutes_amendments').select(['number', 'old_words', 'new_words', 'status', 'answer']).where('session_id', '=', held.id).orderBy('number').execute();
    expect(kept[0]).toEqual({ number: 1, old_words: 'what countries pay', new_words: 'what six countries pay', status: 'accepted', answer: null });
    const told = await mails('minutes-amendment%');
    expect(told.map((one) => one.recipient)).toEqual(['holder@acacia.example', 'holder@baobab.example']);
    expect(JSON.stringify(told[1]?.props)).toContain('Nobody noted it.');
  });
  it('lets who asked take it back, and nobody else', async () => {
    const held = await circulated(world);
    const amend = await allowed('amend', await holderOf(0), held.id);
    valueOf(await proposeAmendment(amend, { now: held.now }, change));
    expect(codes(await withdrawAmendment(await allowed('amend', await holderOf(1), held.id), { now: held.now }, 1))).toEqual(['amendment_settled']);
    valueOf(await withdrawAmendment(amend, { now: held.now }, 1));
  });
  it('reminds a day before it ends, once', async () => {
    const held = await circulated(world);
    await remindOfCorrection(new Date('2026-03-24T12:00:00Z'));
    expect(await mails('minutes-window_ends%')).toHaveLength(0);
    for (let hour = 6; hour < 8; hour += 1) await remindOfCorrection(new Date(`2026-03-25T0${hour}:00:00Z`));
    expect(await mails('minutes-window_ends%')).toHaveLength(4);
    expect(held.ref).toBeDefined();
  });
});

describe('approval', () => {
  it('waits for the end of the window and for an answer to every amendment, and is the chair’s', async () => {
    const held = await circulated(world);
    const approve = await allowed('approve', world.chair, held.id);
    expect(codes(await approveMinutes(approve, { now: held.now }))).toEqual(['window_open']);
    valueOf(await proposeAmendment(await allowed('amend', await holderOf(0), held.id), { now: held.now }, { passage: 4, old_words: '', new_words: 'Thanks.', reason: 'Said.' }));
    expect(codes(await approveMinutes(approve, { now: windowOver }))).toEqual(['amendments_open']);
    expect(await refusal(allowed('approve', world.secretary, held.id))).toBe('chair_approves');
    expect(await refusal(allowed('approve', world.officer, held.id))).toBe('chair_approves');
  });
  it('is not for who alone wrote the text, unless another seconds it as it stands', async () => {
    const held = await circulated(world);
    await soleAuthor(held.id, world.chair.id);
    expect(await refusal(allowed('approve', world.chair, held.id))).toBe('sole_author');
    expect(await refusal(allowed('second', world.chair, held.id))).toBe('another_seconds');
    valueOf(await secondMinutes(await allowed('second', await holderOf(1), held.id), { now: held.now }));
    await allowed('approve', world.chair, held.id);
    valueOf(await proposeAmendment(await allowed('amend', await holderOf(0), held.id), { now: held.now }, { passage: 4, old_words: '', new_words: 'Thanks.', reason: 'Said.' }));
    valueOf(await settleAmendment(await allowed('settle', world.secretary, held.id), { now: held.now }, { number: 1, accepted: true, answer: null }));
    expect(await refusal(allowed('approve', world.chair, held.id))).toBe('sole_author');
  });
  it('numbers and seals in one act; two who approve at once seal once', async () => {
    const held = await circulated(world);
    const approve = await allowed('approve', world.chair, held.id);
    const both = await Promise.allSettled([approveMinutes(approve, { now: windowOver }), approveMinutes(approve, { now: windowOver })]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const seals = await database().selectFrom('minutes_seals').select(['ref', 'rule_version']).execute();
    expect(seals).toEqual([{ ref: 'M-2026-001', rule_version: 1 }]);
  });
});

describe('after the seal', () => {
  it('everybody on a seat gets the minutes, with their own actions first and the hash to compare', async () => {
    const held = await publishedMinutes(world);
    const sent = await mails('minutes-published%');
    expect(sent).toHaveLength(12);
    const acacia = JSON.stringify(sent.find((one) => one.recipient === 'holder@acacia.example')?.props);
    expect(acacia).toContain('A-2026-001: Publish the template');
    expect(acacia).toContain(held.sha256.slice(0, 8));
    expect(JSON.stringify(sent.find((one) => one.recipient === 'holder@elm.example')?.props)).not.toContain('Publish the template');
  });
  it('the page of the session names them once what happened may be told, and has none where it was published without', async () => {
    const view = { language: 'en', now: windowOver } as const;
    const named = async (viewer: Actor, ref: string) => (await findSession(viewer, ref, view))?.minutes;
    const held = await sealed(world);
    expect([await named(world.chair, held.ref), await named(anyone, held.ref)]).toEqual(['M-2026-001', null]);
    valueOf(await publishMinutes(await allowed('publish', world.chair, held.id), { now: windowOver }));
    expect(await named(anyone, held.ref)).toBe('M-2026-001');
    const other = await closed(world);
    valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(other.id)), { now: windowOver }));
    expect(await findSession(anyone, other.ref, view)).toMatchObject({ status: 'published', minutes: null });
  });
  it('errors are errata: numbered, beside the text, and only then', async () => {
    const open = await circulated(world);
    expect(await refusal(allowed('err', world.secretary, open.id))).toBe('not_in_this_state');
    const held = await sealed(world);
    const err = await allowed('err', world.secretary, held.id);
    const form = { passage: 2, wrong: 'what countries pay', correct: 'what six countries pay', reason: 'Counted again.' };
    expect(valueOf(await addErratum(err, { now: windowOver }, form)).number).toBe(1);
    expect(valueOf(await addErratum(err, { now: windowOver }, { ...form, passage: null })).number).toBe(2);
    expect((await passages(held.id))[2]?.text).toBe('Acacia presented what countries pay.');
  });
  it('nobody writes or adds guests any more', async () => {
    const held = await sealed(world);
    expect(await refusal(allowed('write', world.secretary, held.id))).toBe('not_in_this_state');
    expect(await refusal(allowed('note', world.secretary, held.id))).toBe('not_in_this_state');
    const open = await composed(world);
    valueOf(await addGuests(await allowed('note', world.secretary, open.id), { now: open.now }, { guests: [{ name: 'Guest', affiliation: null }], capacity: 'observer', presence: 'remote', publish_name: false }));
    expect(await database().selectFrom('session_guests').select('capacity').execute()).toEqual([{ capacity: 'observer' }]);
  });
});

async function soleAuthor(session: string, person: string): Promise<void> {
  await database().transaction().execute(async (tx) => {
    const { sql } = await import('kysely');
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await tx.updateTable('minutes_authors').set({ person_id: person }).where('session_id', '=', session).execute();
  });
}
