import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { ballotPolicy } from '#app/working-groups/decisions/ballots/policy';
import { seatsOfSpeaker } from '#app/working-groups/decisions/ballots/model';
import type { VoteKind } from '#app/working-groups/decisions/model';
import { recount } from '#app/working-groups/decisions/recounting.server';
import { castVote, closeBallot, enterVotes, openBallot, recordAttendance } from '#app/working-groups/operations.server';
import { inputsAt, presencesOf } from '#app/working-groups/sessions/quorum.server';
import type { Presence } from '#app/working-groups/sessions/model';
import { meeting, minutesAfter, openGroup, personActor, running, started, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
beforeAll(async () => { world = await openGroup(); });
afterAll(async () => { await world.close(); });

const kinds = ['for', 'against', 'abstain', 'objection'] as const;
const seatAt = fc.integer({ min: 0, max: 4 });
const who = fc.constantFrom('holder' as const, 'alternate' as const);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('note' as const), seat: seatAt, who, presence: fc.constantFrom<Presence>('in_person', 'remote', 'left', 'excused', 'absent') }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('vote' as const), seat: seatAt, who, vote: fc.constantFrom<VoteKind>(...kinds) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('hands' as const), seat: seatAt, vote: fc.constantFrom<VoteKind>(...kinds) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('swap' as const), seat: seatAt }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type Session = { readonly id: string; readonly now: Date };

const open = async (session: Session, now: Date) => {
  const result = await openBallot(await running(world, session.id), { now }, { agenda_item_id: null, text: 'Agreed?', rule: 'majority', supersedes: null });
  return result.ok ? result.value.id : '';
};

/** Does one step, whatever comes of it; what is refused is refused. Returns the ballot that is open afterwards. */
async function act(session: Session, ballot: string, one: Step, now: Date): Promise<string> {
  const run = await running(world, session.id);
  const seat = 'seat' in one ? world.seats[one.seat] : undefined;
  if (one.act === 'note' && seat !== undefined) await recordAttendance(run, { now }, [{ seat_id: seat.id, person_id: seat[one.who], presence: one.presence }]);
  if (one.act === 'hands' && seat !== undefined) await enterVotes(run, { now }, ballot, [{ seat_id: seat.id, vote: one.vote, words: 'So.' }]);
  if (one.act === 'vote' && seat !== undefined) {
    // Whoever it is claims to speak: what is decided is decided again under the lock.
    const granted = permit(ballotPolicy.vote, await personActor(seat[one.who], now), { id: ballot, session_id: session.id, running: true, speakers: [seat[one.who]] });
    const before = seatsOfSpeaker(await inputsAt(database(), session.id, now), seat[one.who]);
    const cast = await castVote(granted, { now }, { seat_id: seat.id, vote: one.vote, words: 'So.' }).catch((error: unknown) => {
      if (error instanceof Forbidden) return { ok: false };
      throw error;
    });
    expect(cast.ok).toBe(before.includes(seat.id));
  }
  if (one.act === 'swap' && seat !== undefined) {
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('seats').set((row) => ({ holder_id: row.ref('alternate_id'), alternate_id: row.ref('holder_id') })).where('id', '=', seat.id).execute();
    });
  }
  if (one.act === 'close' && (await closeBallot(run, { now }, ballot, null)).ok) return open(session, now);
  return ballot;
}

describe('no history of seats, presences and votes', () => {
  it('gives a seat or a person two votes, a quorum beyond its base, or a decision that counts otherwise later', async () => {
    let number = 0;
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      number += 1;
      const day = new Date(Date.UTC(2026, 3, number, 13));
      const session = await started(world, meeting({ wall_clock_start: `${day.toISOString().slice(0, 10)}T16:00` }), day);
      let ballot = await open(session, session.now);
      for (const [at, one] of steps.entries()) ballot = await act(session, ballot, one, minutesAfter(session.now, at));
      await closeBallot(await running(world, session.id), { now: minutesAfter(session.now, 99) }, ballot, null);
      const twice = await sql`
        select from votes v join decisions d on d.id = v.decision_id where d.session_id = ${session.id} group by v.decision_id, v.person_id having count(*) > 1
        union all select from votes v join decisions d on d.id = v.decision_id where d.session_id = ${session.id} group by v.decision_id, v.seat_id having count(*) > 1`.execute(database());
      expect(twice.rows).toEqual([]);
      const decisions = await database().selectFrom('decisions').select('id').where('session_id', '=', session.id).execute();
      for (const { id } of decisions) {
        const { kept, counted } = await recount(database(), id);
        expect(counted).toEqual(kept);
        expect(kept.rightful).toBeLessThanOrEqual(kept.quorum.present);
        expect(kept.quorum.present).toBeLessThanOrEqual(kept.quorum.base);
      }
      // The last notes and the log say the same.
      const last = await database().selectFrom('attendances').select(['seat_id', 'person_id', 'presence']).where('session_id', '=', session.id).execute();
      const log = new Map((await presencesOf(database(), session.id)).map((note) => [`${note.seat_id} ${note.person_id}`, note.presence]));
      expect(new Map(last.map((note) => [`${note.seat_id} ${note.person_id}`, note.presence]))).toEqual(log);
    }), { numRuns: 12 });
  }, 120_000);
  it('loses a note where the clocks of two processes disagree: a decision stands between them as it was taken', async () => {
    const session = await started(world, meeting({ wall_clock_start: '2026-05-20T16:00' }), new Date('2026-05-20T13:00:00Z'));
    const [first, second, third] = world.seats;
    const run = await running(world, session.id);
    const note = (seat: typeof first, now: Date) => recordAttendance(run, { now }, [{ seat_id: seat?.id ?? '', person_id: seat?.holder ?? '', presence: 'remote' }]);
    for (const seat of [first, second]) await note(seat, minutesAfter(session.now, 3));
    // The decision's clock is behind that of the notes before it, and the next note's behind the decision's.
    const ballot = await open(session, session.now);
    await closeBallot(run, { now: minutesAfter(session.now, 1) }, ballot, null);
    await enterVotes(run, { now: minutesAfter(session.now, 1) }, ballot, [{ seat_id: first?.id ?? '', vote: 'for', words: null }]);
    const closed = await closeBallot(run, { now: minutesAfter(session.now, 1) }, ballot, null);
    await note(third, session.now);
    const { kept, counted } = await recount(database(), closed.ok ? closed.value.id : '');
    expect(kept.quorum.present).toBe(2);
    expect(counted).toEqual(kept);
  });
});
