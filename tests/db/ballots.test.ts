import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { database } from '#app/platform/database.server';
import { ballotPolicy } from '#app/working-groups/decisions/ballots/policy';
import { speakerOf } from '#app/working-groups/sessions/model';
import { inputsAt } from '#app/working-groups/sessions/quorum.server';
import { adjournSession, castVote, closeBallot, confirmDecision, enterVotes, openBallot, recordAttendance, recordDecision, withdrawBallot } from '#app/working-groups/operations.server';
import { sessionPolicy } from '#app/working-groups/policy';
import type { Presence } from '#app/working-groups/sessions/model';
import type { VoteKind } from '#app/working-groups/decisions/model';
import { meeting, minutesAfter, openGroup, personActor, present, running, sessionRef, started, valueOf, type GroupWorld, type Seat } from './working-groups-world';

let world: GroupWorld;
beforeEach(async () => { world = await openGroup(); });
afterEach(async () => { await world.close(); });

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map((one) => one.code.split('.').at(-1)));
type Held = { readonly id: string; readonly now: Date };
const opened = async (session: Held, more: Partial<Parameters<typeof openBallot>[2]> = {}) =>
  valueOf(await openBallot(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Use the template.', rule: 'majority', supersedes: null, ...more })).id;
const mark = async (session: Held, seat: Seat, who: 'holder' | 'alternate', presence: Presence, minutes = 0) =>
  valueOf(await recordAttendance(await running(world, session.id), { now: minutesAfter(session.now, minutes) }, [{ seat_id: seat.id, person_id: seat[who], presence }]));

/** Somebody votes for a seat as their own page would let them: the permit is asked for with the speakers of that moment. */
async function vote(session: Held, ballot: string, seat: Seat, who: 'holder' | 'alternate', kind: VoteKind = 'for', minutes = 0): Promise<Result<null>> {
  const now = minutesAfter(session.now, minutes);
  const room = await inputsAt(database(), session.id, now);
  const row = await database().selectFrom('ballots').select(['closed_at', 'withdrawn_at']).where('id', '=', ballot).executeTakeFirstOrThrow();
  const ref = { id: ballot, session_id: session.id, running: row.closed_at === null && row.withdrawn_at === null, speakers: room.seats.flatMap((one) => speakerOf(one, room.attendances) ?? []) };
  return castVote(permit(ballotPolicy.vote, await personActor(seat[who], now), ref), { now }, { seat_id: seat.id, vote: kind, words: kind === 'objection' ? 'Not yet.' : null });
}
const [a, b, c] = [0, 1, 2].map((at) => () => world.seats[at] as Seat) as [() => Seat, () => Seat, () => Seat];
const decisionOf = (id: string) => database().selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const close = async (session: Held, ballot: string, minutes = 10) => closeBallot(await running(world, session.id), { now: minutesAfter(session.now, minutes) }, ballot, null);

describe('WG-5 votes on a ballot', () => {
  it('come from who speaks for the seat, are changed while it is open, and are counted when it closes', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 4));
    const ballot = await opened(session);
    for (const seat of world.seats.slice(0, 3)) valueOf(await vote(session, ballot, seat, 'holder'));
    valueOf(await vote(session, ballot, c(), 'holder', 'against', 1));
    await expect(vote(session, ballot, a(), 'alternate')).rejects.toThrow(Forbidden);
    expect(codes(await vote(session, ballot, { ...b(), holder: a().holder }, 'holder'))).toEqual(['not_speaking']); // who speaks for one seat votes for no other
    const taken = valueOf(await close(session, ballot));
    const decision = await decisionOf(taken.id);
    expect(decision).toMatchObject({ status: 'adopted', ballot_id: ballot, quorum_present: 4, quorum_base: 5, quorum_met: true });
    const votes = await database().selectFrom('votes').select(['seat_id', 'vote']).where('decision_id', '=', taken.id).execute();
    expect(votes.map((one) => one.vote).sort()).toEqual(['against', 'for', 'for']);
    expect(codes(await close(session, ballot))).toEqual(['ballot_over']);
    await expect(vote(session, ballot, b(), 'holder')).rejects.toThrow(Forbidden);
  });
  it('fall away when who gave them no longer speaks at the closing: the holder came, or they left', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(1));
    await mark(session, a(), 'alternate', 'remote');
    const ballot = await opened(session);
    valueOf(await vote(session, ballot, a(), 'alternate', 'against'));
    valueOf(await vote(session, ballot, b(), 'holder', 'against'));
    valueOf(await vote(session, ballot, c(), 'holder', 'for'));
    await mark(session, a(), 'holder', 'in_person', 2);
    await mark(session, b(), 'holder', 'left', 3);
    const taken = valueOf(await close(session, ballot));
    expect(taken.status).toBe('adopted');
    expect(await database().selectFrom('votes').select(['seat_id', 'vote']).where('decision_id', '=', taken.id).execute()).toEqual([{ seat_id: c().id, vote: 'for' }]);
    // What was given stays in the ballot: who cast it is kept.
    expect(await database().selectFrom('ballot_votes').select('person_id').where('ballot_id', '=', ballot).execute()).toHaveLength(3);
  });
  it('one seat keeps one vote when the holder takes over from the alternate, and one person has one', async () => {
    const session = await started(world);
    await mark(session, a(), 'alternate', 'remote');
    const ballot = await opened(session, { rule: 'consensus' });
    valueOf(await vote(session, ballot, a(), 'alternate', 'objection'));
    await mark(session, a(), 'holder', 'remote', 1);
    valueOf(await vote(session, ballot, a(), 'holder', 'for', 2));
    expect(await database().selectFrom('ballot_votes').select(['person_id', 'vote', 'standing']).where('ballot_id', '=', ballot).execute()).toEqual([{ person_id: a().holder, vote: 'for', standing: 'holder' }]);
  });
  it('are put down by show of hands for seats that somebody speaks for, and for no other', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 3));
    const ballot = await opened(session, { rule: 'two_thirds' });
    const hands = await running(world, session.id);
    expect(codes(await enterVotes(hands, { now: session.now }, ballot, [{ seat_id: world.seats[4]?.id ?? '', vote: 'for', words: null }]))).toEqual(['cannot_vote']);
    expect(codes(await enterVotes(hands, { now: session.now }, ballot, [{ seat_id: world.observer.id, vote: 'for', words: null }]))).toEqual(['cannot_vote']);
    valueOf(await enterVotes(hands, { now: session.now }, ballot, [a(), b()].map((seat) => ({ seat_id: seat.id, vote: 'for' as const, words: null }))));
    valueOf(await enterVotes(hands, { now: session.now }, ballot, [{ seat_id: c().id, vote: 'against', words: 'Too early.' }]));
    const taken = valueOf(await close(session, ballot));
    expect(taken.status).toBe('adopted'); // two thirds exactly
    expect(await database().selectFrom('votes').select(['entered_by', 'words', 'person_id']).where('decision_id', '=', taken.id).where('vote', '=', 'against').execute()).toEqual([{ entered_by: world.secretary.id, words: 'Too early.', person_id: c().holder }]);
  });
  it('break consensus with an objection that says why; without quorum what carries is provisional', async () => {
    const session = await started(world);
    await present(world, session, world.seats.slice(0, 3));
    const objected = await opened(session, { rule: 'consensus' });
    valueOf(await vote(session, objected, a(), 'holder', 'objection'));
    expect(valueOf(await close(session, objected)).status).toBe('rejected');
    const short = await opened(session, { rule: 'consensus' });
    valueOf(await vote(session, short, a(), 'holder', 'for'));
    await mark(session, c(), 'holder', 'left', 15);
    expect(valueOf(await close(session, short, 20)).status).toBe('provisional');
  });
  it('decide nothing when the ballot is taken back; the session waits for open ones', async () => {
    const session = await started(world);
    await present(world, session, world.seats);
    const ballot = await opened(session);
    const ending = permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id));
    expect(codes(await adjournSession(ending, { now: session.now }, null))).toEqual(['ballot_open']);
    valueOf(await withdrawBallot(await running(world, session.id), { now: session.now }, ballot, 'Asked in the wrong words.'));
    await expect(vote(session, ballot, a(), 'holder')).rejects.toThrow(Forbidden);
    valueOf(await adjournSession(ending, { now: session.now }, null));
    expect(await database().selectFrom('decisions').select('id').execute()).toEqual([]);
  });
});

describe('a decision that stands in place of another', () => {
  const decide = async (session: Held, more: { supersedes?: string } = {}) =>
    valueOf(await recordDecision(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Agreed.', rule: 'consensus', votes: [], dissent: null, ...more }));
  it('supersedes it once it is adopted, and no other does so again', async () => {
    const session = await started(world);
    await present(world, session, world.seats);
    const first = await decide(session);
    const ballot = await opened(session, { rule: 'consensus', supersedes: first.ref });
    valueOf(await close(session, ballot));
    expect((await decisionOf(first.id)).status).toBe('superseded');
    expect(codes(await openBallot(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Again.', rule: 'consensus', supersedes: first.ref }))).toEqual(['not_standing']);
  });
  it('does so only when it is confirmed where it was provisional; and lapses when two sessions with quorum end without that', async () => {
    const session = await started(world);
    await present(world, session, world.seats);
    const first = await decide(session);
    await present(world, { ...session, now: minutesAfter(session.now, 1) }, world.seats.slice(1), 'absent');
    const later = { ...session, now: minutesAfter(session.now, 2) };
    const confirmed = await decide(later, { supersedes: first.ref });
    const forgotten = await decide(later);
    expect([confirmed.status, (await decisionOf(first.id)).status]).toEqual(['provisional', 'adopted']);
    const end = async (id: string, now: Date) => valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(id)), { now }, null));
    await end(session.id, minutesAfter(session.now, 60));
    for (const [month, quorum] of [['04', true], ['05', false], ['06', true]] as const) {
      const next = await started(world, meeting({ wall_clock_start: `2026-${month}-16T16:00` }), new Date(`2026-${month}-16T13:00:00Z`));
      if (quorum) await present(world, next, world.seats);
      if (month === '04') valueOf(await confirmDecision(await running(world, next.id), { now: next.now }, confirmed.id));
      await end(next.id, minutesAfter(next.now, 60));
      expect((await decisionOf(forgotten.id)).status).toBe(month === '06' ? 'lapsed' : 'provisional');
    }
    expect([(await decisionOf(first.id)).status, (await decisionOf(confirmed.id)).status]).toEqual(['superseded', 'adopted']);
  });
});
