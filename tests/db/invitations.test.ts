import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { hashOf } from '#app/accounts/secrets.server';
import { database } from '#app/platform/database.server';
import { endFeed, renewFeed } from '#app/working-groups/calendar/operations.server';
import { calendarPolicy } from '#app/working-groups/calendar/policy';
import { ownerOfFeed } from '#app/working-groups/calendar/queries.server';
import { answerInvitation } from '#app/working-groups/invitations/operations.server';
import { invitationPolicy } from '#app/working-groups/invitations/policy';
import { findInvitation, recipientsOf } from '#app/working-groups/invitations/queries.server';
import { remindOfSessions } from '#app/working-groups/invitations/reminders.server';
import { invitationSecret } from '#app/working-groups/invitations/secret.server';
import { conveneSession, rescheduleSession } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { meeting, openGroup, personActor, planned, seat, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeEach(async () => {
  await world?.close();
  world = await openGroup();
});
afterAll(() => world.close());

const view = () => ({ language: 'en', now: world.now }) as const;
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);
const at = (instant: string) => new Date(instant);
const { agenda: _agenda, purpose: _purpose, visibility: _visibility, ...schedule } = meeting();

async function convened(form = meeting()) {
  const session = await planned(world, form);
  valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(session.id)), { now: world.now }));
  return session;
}
const holderOf = (at_: number) => world.seats[at_]?.holder ?? '';
const answering = (session_id: string, person_id: string) => permit(invitationPolicy.answerByLink, anyone, { session_id, person_id, status: 'convened' });
const answered = async (session_id: string, person_id: string) => database().selectFrom('session_invitations').select(['answer', 'instead_id']).where('session_id', '=', session_id).where('person_id', '=', person_id).executeTakeFirst();
const sent = async (kind: string) => (await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', `session-${kind}:%`).orderBy('recipient').execute()).map((one) => one.recipient);
const move = async (id: string, more: Partial<typeof schedule>, version?: number) => rescheduleSession(permit(sessionPolicy.reschedule, world.chair, await sessionRef(id)), { now: world.now },
  { ...schedule, ...more, version: version ?? (await database().selectFrom('sessions').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version });

describe('IN-1 inviting', () => {
  it('writes to exactly those whom the page before named', async () => {
    const { id, ref } = await planned(world);
    const session = await findSession(world.chair, ref, view());
    const named = await recipientsOf(session!);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    expect(named).toHaveLength(12);
    expect((await sent('convened')).length).toBe(named.length);
  });
  it('keeps the hash of each secret, never the secret', async () => {
    const { id } = await convened();
    const rows = await database().selectFrom('session_invitations').selectAll().where('session_id', '=', id).execute();
    const secret = invitationSecret(id, holderOf(0));
    expect(rows.find((row) => row.person_id === holderOf(0))?.secret_hash).toBe(hashOf(secret));
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await database().selectFrom('outbox_mails').select(['props', 'attachments']).execute())).not.toContain(secret);
    expect(JSON.stringify(await database().selectFrom('audit_log').selectAll().execute())).not.toContain(hashOf(secret));
  });
  it('invites who takes a seat afterwards, once, on the next day that runs', async () => {
    await convened();
    const late = await seat(world.group, 'Fir', world.now);
    await remindOfSessions(at('2026-03-03T00:00:00Z'));
    await remindOfSessions(at('2026-03-04T00:00:00Z'));
    expect((await sent('convened')).filter((one) => one.endsWith('@fir.example'))).toHaveLength(2);
    expect(await database().selectFrom('session_invitations').select('person_id').where('person_id', '=', late.holder).execute()).toHaveLength(1);
  });
});

describe('IN-2 answering', () => {
  it('works by the secret alone or signed in as oneself, and opens nobody else’s', async () => {
    const { id, ref } = await convened();
    const secret = invitationSecret(id, holderOf(0));
    expect((await findInvitation(anyone, ref, secret, view()))?.person_id).toBe(holderOf(0));
    expect(await findInvitation(anyone, ref, null, view())).toBeUndefined();
    expect(await findInvitation(anyone, ref, 'guessed', view())).toBeUndefined();
    expect(await findInvitation(world.stranger, ref, null, view())).toBeUndefined();
    const other = await convened();
    expect(await findInvitation(anyone, other.ref, secret, view())).toBeUndefined();
    const own = await personActor(holderOf(1), world.now);
    expect((await findInvitation(own, ref, null, view()))?.person_id).toBe(holderOf(1));
    expect(() => permit(invitationPolicy.answer, own, { session_id: id, person_id: holderOf(0), status: 'convened' })).toThrow(Forbidden);
  });
  it('can be changed until the session starts, and not after', async () => {
    const { id } = await convened();
    valueOf(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'remote', instead_id: null }));
    valueOf(await answerInvitation(answering(id, holderOf(0)), { now: at('2026-03-19T12:59:59Z') }, { answer: 'in_person', instead_id: null }));
    expect(codes(await answerInvitation(answering(id, holderOf(0)), { now: at('2026-03-19T13:00:00Z') }, { answer: 'remote', instead_id: null }))).toEqual(['too_late_to_answer']);
    expect((await answered(id, holderOf(0)))?.answer).toBe('in_person');
  });
  it('names the alternate who comes instead, who is asked once for each time that they are named; nobody else can be', async () => {
    const { id } = await convened();
    const alternate = world.seats[0]?.alternate ?? '';
    expect(codes(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'not_coming', instead_id: world.seats[1]?.alternate ?? '' }))).toEqual(['no_such_alternate']);
    for (const _ of [1, 2]) valueOf(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'not_coming', instead_id: alternate }));
    expect(await sent('instead')).toEqual(['alternate@acacia.example']);
    expect(await answered(id, holderOf(0))).toEqual({ answer: 'not_coming', instead_id: alternate });
    valueOf(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'remote', instead_id: alternate }));
    expect(await answered(id, holderOf(0))).toEqual({ answer: 'remote', instead_id: null });
  });
  it('leaves only what the way of meeting allows', async () => {
    const { id } = await convened(meeting({ mode: 'remote' }));
    expect(codes(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'in_person', instead_id: null }))).toEqual(['choose']);
  });
});

describe('IN-4 moving', () => {
  it('asks for answers again at another time, and keeps them at another place', async () => {
    const { id } = await convened();
    valueOf(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'remote', instead_id: null }));
    valueOf(await move(id, { place: 'Mombasa' }));
    expect((await answered(id, holderOf(0)))?.answer).toBe('remote');
    valueOf(await move(id, { place: 'Mombasa', wall_clock_start: '2026-03-20T16:00' }));
    expect((await answered(id, holderOf(0)))?.answer).toBeNull();
    expect(await sent('moved')).toHaveLength(24);
  });
  it('says what changed, from what to what', async () => {
    const { id } = await convened();
    valueOf(await move(id, { place: 'Mombasa' }));
    const { props } = await database().selectFrom('outbox_mails').select('props').where('idempotency_key', 'like', 'session-moved:%').limit(1).executeTakeFirstOrThrow();
    expect((props as { facts: { label: string; value: string }[] }).facts[0]).toEqual({ label: 'Place', value: 'Nairobi → Mombasa' });
  });
  it('says in which languages it is held now, and at which codes nobody knows one', async () => {
    const { id } = await convened();
    valueOf(await move(id, { languages: ['fr', 'sw'] }));
    const { props } = await database().selectFrom('outbox_mails').select('props').where('idempotency_key', 'like', 'session-moved:%').where('language', '=', 'en').limit(1).executeTakeFirstOrThrow();
    const { facts } = props as { facts: { label: string; value: string }[] };
    expect(facts[0]).toEqual({ label: 'Held in', value: 'not given → French and Swahili' });
    expect(facts.filter(({ label }) => label === 'Held in').at(-1)?.value).toBe('French and Swahili');
    valueOf(await move(id, { languages: ['fr', 'sw'] }));
    expect(await sent('moved')).toHaveLength(12);
    await expect(move(id, { languages: ['Swahili!'] })).rejects.toThrow('sessions_languages');
  });
  it('that changes nothing tells nobody; of two who move at once one is told to look again; the past is not chosen', async () => {
    const { id } = await convened();
    valueOf(await move(id, {}));
    expect(await sent('moved')).toEqual([]);
    const { version } = await database().selectFrom('sessions').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    const both = await Promise.all([move(id, { place: 'Mombasa' }, version), move(id, { place: 'Kisumu' }, version)]);
    expect(both.map((one) => codes(one)?.[0] ?? 'moved').sort()).toEqual(['changed_meanwhile', 'moved']);
    expect(codes(await move(id, { wall_clock_start: '2026-03-01T16:00' }))).toEqual(['not_in_the_past']);
  });
  it('keeps a missing end missing', async () => {
    const { id } = await convened(meeting({ minutes: null }));
    valueOf(await move(id, { minutes: null, wall_clock_start: '2026-03-20T16:00' }));
    expect((await database().selectFrom('sessions').select('ends_at').where('id', '=', id).executeTakeFirstOrThrow()).ends_at).toBeNull();
  });
  it('of a draft tells nobody', async () => {
    const { id } = await planned(world);
    valueOf(await move(id, { wall_clock_start: '2026-03-20T16:00' }));
    expect(await sent('moved')).toEqual([]);
  });
});

describe('IN-5 reminding', () => {
  it('asks those who have not answered a week before, and reminds who comes the day before, each once, also after days on which nobody ran', async () => {
    const { id } = await convened();
    valueOf(await answerInvitation(answering(id, holderOf(0)), { now: world.now }, { answer: 'remote', instead_id: null }));
    valueOf(await answerInvitation(answering(id, holderOf(1)), { now: world.now }, { answer: 'not_coming', instead_id: null }));
    await remindOfSessions(at('2026-03-11T00:00:00Z'));
    expect(await sent('reminder')).toEqual([]);
    // Nobody ran on the 12th.
    for (const day of ['2026-03-13', '2026-03-14']) await remindOfSessions(at(`${day}T00:00:00Z`));
    const asked = await sent('reminder');
    expect(asked).toHaveLength(10);
    expect(asked).not.toContain('holder@acacia.example');
    await Promise.all([remindOfSessions(at('2026-03-18T00:00:00Z')), remindOfSessions(at('2026-03-18T00:00:00Z'))]);
    const reminded = await sent('tomorrow');
    expect(reminded).toHaveLength(11);
    expect(reminded).not.toContain('holder@baobab.example');
  });
  it('counts days on the meeting’s calendar, and begins anew where it moved', async () => {
    const { id } = await convened(meeting({ wall_clock_start: '2026-03-20T06:00', time_zone: 'Pacific/Auckland' }));
    // The 18th in UTC is already the 19th in Auckland.
    await remindOfSessions(at('2026-03-18T12:00:00Z'));
    expect(await sent('tomorrow')).toHaveLength(12);
    valueOf(await rescheduleSession(permit(sessionPolicy.reschedule, world.chair, await sessionRef(id)), { now: at('2026-03-18T13:00:00Z') },
      { ...schedule, wall_clock_start: '2026-04-20T06:00', time_zone: 'Pacific/Auckland', version: (await database().selectFrom('sessions').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version }));
    await remindOfSessions(at('2026-04-18T12:00:00Z'));
    expect(await sent('tomorrow')).toHaveLength(24);
  });
  it('leaves alone who was invited the same day', async () => {
    const { id } = await planned(world);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: at('2026-03-17T12:00:00Z') }));
    await remindOfSessions(at('2026-03-18T00:00:00Z'));
    expect(await sent('tomorrow')).toEqual([]);
    await remindOfSessions(at('2026-03-19T00:00:00Z'));
    expect(await sent('tomorrow')).toHaveLength(12);
  });
});

describe('CA-3 the address of a calendar', () => {
  it('keeps the hash of its secret alone; a newer one ends it, and so does its owner', async () => {
    const person_id = holderOf(0);
    const granted = permit(calendarPolicy.renew, await personActor(person_id, world.now), { person_id });
    valueOf(await renewFeed(granted, { now: world.now }, 'first'));
    expect(await ownerOfFeed('first')).toBe(person_id);
    valueOf(await renewFeed(granted, { now: world.now }, 'second'));
    expect([await ownerOfFeed('first'), await ownerOfFeed('second'), await ownerOfFeed('')]).toEqual([undefined, person_id, undefined]);
    expect(JSON.stringify(await database().selectFrom('calendar_feeds').selectAll().execute())).not.toContain('second');
    valueOf(await endFeed(granted, { now: world.now }));
    expect(await ownerOfFeed('second')).toBeUndefined();
    expect(() => permit(calendarPolicy.renew, world.chair, { person_id })).toThrow(Forbidden);
  });
});
