import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { anyone } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { runJobs, onJob } from '#app/platform/jobs.server';
import type { VoteKind } from '#app/working-groups/decisions/model';
import { castWrittenVote, openProcedure, withdrawProcedure } from '#app/working-groups/operations.server';
import { remindOfProcedure, settleByClock } from '#app/working-groups/procedures/closing.server';
import { closingJob, reminderJob, type ProcedureForm } from '#app/working-groups/procedures/operations.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { findProcedure, procedureRef } from '#app/working-groups/procedures/queries.server';
import { allDecisions, findDecision } from '#app/working-groups/decisions/queries.server';
import { endSeat, minutesAfter, openGroup, personActor, valueOf, type GroupWorld, type Seat } from './working-groups-world';

let world: GroupWorld;
beforeEach(async () => { world = await openGroup(); });
afterEach(async () => { await world.close(); });

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map((one) => one.code.split('.').at(-1)));
const form: ProcedureForm = { title: 'Tariff template', text: 'Use version 2.', reasons: 'It fits more operators.', rule: 'majority', supersedes: null, wall_clock_close: '2026-03-16T18:00', time_zone: 'Africa/Nairobi', visibility: 'public' };
const ends = new Date('2026-03-16T15:00:00Z');
const open = async (more: Partial<ProcedureForm> = {}) => valueOf(await openProcedure(permit(procedurePolicy.open, world.chair, world.group), { now: world.now }, { ...form, ...more }));
const at = (now: Date) => ({ language: 'en', now }) as const;
const vote = async (ref: string, seat: Seat, who: 'holder' | 'alternate', kind: VoteKind = 'for', now = minutesAfter(world.now, 60)) => {
  const facts = await findProcedure(world.officer, ref, at(now));
  if (facts === undefined) throw new Error('not seen');
  return castWrittenVote(permit(procedurePolicy.vote, await personActor(seat[who], now), procedureRef(facts)), { now }, { seat_id: seat.id, vote: kind, words: kind === 'objection' ? 'Not so.' : null });
};
const mails = (what: string) => database().selectFrom('outbox_mails').select(['recipient', 'idempotency_key']).where('idempotency_key', 'like', `procedure-${what}:%`).execute();
const seatAt = (at: number): Seat => world.seats[at] as Seat;

describe('a written procedure', () => {
  it('has the voting seats of the day it opens on as its base, and writes to those on them once', async () => {
    await endSeat(seatAt(4).id, '2026-03-01');
    const { id, ref } = await open();
    expect(ref).toBe('WG-01-W01');
    expect(await database().selectFrom('ballot_seats').select('seat_id').where('ballot_id', '=', id).execute()).toHaveLength(4);
    expect(await mails('opened')).toHaveLength(8);
    await endSeat(seatAt(3).id, '2026-03-03'); // the base stays
    valueOf(await vote(ref, seatAt(3), 'holder'));
    expect((await findProcedure(world.officer, ref, at(ends)))?.outcome.quorum).toMatchObject({ present: 1, base: 4 });
  });
  it('counts the holder before the alternate, and lets both change their mind until the end', async () => {
    const { id, ref } = await open();
    valueOf(await vote(ref, seatAt(0), 'alternate', 'against'));
    valueOf(await vote(ref, seatAt(0), 'holder', 'for'));
    expect(codes(await vote(ref, seatAt(0), 'alternate', 'against'))).toEqual(['holder_voted']);
    valueOf(await vote(ref, seatAt(0), 'holder', 'abstain'));
    expect(await database().selectFrom('ballot_votes').select(['seat_id', 'vote', 'standing']).where('ballot_id', '=', id).execute()).toEqual([{ seat_id: seatAt(0).id, vote: 'abstain', standing: 'holder' }]);
    expect(codes(await castWrittenVote(permit(procedurePolicy.vote, await personActor(seatAt(1).holder, world.now), { id, working_group_id: world.group.id, coalition_id: world.group.coalition_id, running: true, voters: [seatAt(1).holder] }), { now: world.now }, { seat_id: seatAt(0).id, vote: 'for', words: null }))).toEqual(['not_on_this_seat']);
    await expect(vote(ref, world.observer, 'holder')).rejects.toThrow(Forbidden);
    await expect(vote(ref, seatAt(1), 'holder', 'for', ends)).rejects.toThrow(Forbidden);
  });
  it('is decided by the clock: what is read before anybody writes it down is what is written, and it is written once', async () => {
    const { ref } = await open();
    for (const at of [0, 1]) valueOf(await vote(ref, seatAt(at), 'holder'));
    valueOf(await vote(ref, seatAt(2), 'alternate', 'against'));
    const before = await findProcedure(anyone, ref, at(ends));
    expect(before).toMatchObject({ procedure: { state: 'closed', decision_ref: null }, outcome: { status: 'adopted', quorum: { present: 3, base: 5, met: true } } });
    onJob(closingJob, settleByClock);
    onJob(reminderJob, remindOfProcedure);
    await runJobs(minutesAfter(ends, 60 * 24 * 3));
    for (let times = 0; times < 2; times += 1) await settleByClock({ ballot: before?.procedure.id }, minutesAfter(ends, 9));
    const after = await findProcedure(anyone, ref, at(minutesAfter(ends, 60)));
    expect(after?.procedure.decision_ref).toBe('D-2026-001');
    expect(after?.outcome).toEqual(before?.outcome);
    const decision = await findDecision(anyone, 'D-2026-001', at(ends));
    expect(decision).toMatchObject({ status: 'adopted', adopted_on: '2026-03-16', session_ref: null, procedure_ref: ref, quorum_present: 3, quorum_base: 5, quorum_at: ends, votes_for: 2, votes_against: 1 });
    expect((await allDecisions(anyone, { filters: {}, sort: { by: 'adopted', descending: true } } as never, at(ends))).map((one) => one.ref)).toEqual(['D-2026-001']);
  });
  it('without quorum is provisional, and where nobody votes it is rejected', async () => {
    const one = await open();
    valueOf(await vote(one.ref, seatAt(0), 'holder'));
    expect((await findProcedure(anyone, one.ref, at(ends)))?.outcome.status).toBe('provisional');
    const none = await open({ rule: 'consensus' });
    expect((await findProcedure(anyone, none.ref, at(ends)))?.outcome).toMatchObject({ status: 'rejected', quorum: { present: 0, met: false } });
  });
  it('reminds those whose seat has not voted, once', async () => {
    const { id, ref } = await open();
    valueOf(await vote(ref, seatAt(0), 'alternate'));
    for (let times = 0; times < 2; times += 1) await remindOfProcedure({ ballot: id }, new Date('2026-03-14T15:00:00Z'));
    expect(await mails('reminder')).toHaveLength(8);
    await remindOfProcedure({ ballot: id }, ends);
    expect(await mails('reminder')).toHaveLength(8);
  });
  it('tells who may read it nothing of its votes before the end, and is seen as far as its visibility goes', async () => {
    const { ref } = await open();
    valueOf(await vote(ref, seatAt(0), 'holder'));
    expect((await findProcedure(anyone, ref, at(minutesAfter(world.now, 90))))?.seats.every((seat) => seat.vote === null)).toBe(true);
    expect((await findProcedure(world.chair, ref, at(minutesAfter(world.now, 90))))?.seats.filter((seat) => seat.vote !== null)).toHaveLength(1);
    const inner = await open({ visibility: 'coalition' });
    expect(await findProcedure(anyone, inner.ref, at(ends))).toBeUndefined();
    expect(await findProcedure(world.stranger, inner.ref, at(ends))).toBeUndefined();
    await settleByClock({ ballot: inner.id }, ends);
    expect(await database().selectFrom('decisions').select('id').execute()).toHaveLength(1);
    expect(await findDecision(anyone, 'D-2026-001', at(ends))).toBeUndefined();
  });
  it('is taken back with a reason before its end, and then decides nothing', async () => {
    const { id, ref } = await open();
    const facts = await findProcedure(world.chair, ref, at(world.now));
    if (facts === undefined) throw new Error('not seen');
    valueOf(await withdrawProcedure(permit(procedurePolicy.withdraw, world.chair, procedureRef(facts)), { now: minutesAfter(world.now, 5) }, 'Asked too early.'));
    await expect(vote(ref, seatAt(0), 'holder')).rejects.toThrow(Forbidden);
    await settleByClock({ ballot: id }, ends);
    expect(await database().selectFrom('decisions').select('id').execute()).toEqual([]);
    expect(await mails('withdrawn')).toHaveLength(10);
  });
  it('needs a deadline that is to come and is for those who lead the group', async () => {
    expect(codes(await openProcedure(permit(procedurePolicy.open, world.chair, world.group), { now: ends }, form))).toEqual(['deadline_past']);
    expect(() => permit(procedurePolicy.open, world.stranger, world.group)).toThrow(Forbidden);
  });
});
