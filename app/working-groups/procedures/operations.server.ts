import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, instantAt } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { enqueueJob } from '#app/platform/jobs.server';
import { keepVote } from '#app/working-groups/decisions/ballots/votes.server';
import type { VoteForm } from '#app/working-groups/decisions/ballots/operations.server';
import { standingDecision } from '#app/working-groups/decisions/taking.server';
import type { DecisionRule } from '#app/working-groups/model';
import { holdsOn } from '#app/working-groups/seats/days.server';
import type { SessionVisibility } from '#app/working-groups/sessions/model';
import { termsOn } from '#app/working-groups/terms/in-force.server';
import { procedureState, remindAt } from './model';
import { seatNow } from './places.server';
import { tellVoters, votersOf, type Procedure } from './notices.server';
import type { procedurePolicy } from './policy';

/** The kinds of jobs that remind, and that write down what the clock has decided. */
export const reminderJob = 'working-groups.procedure-reminder';
export const closingJob = 'working-groups.procedure-closing';

export interface ProcedureForm {
  readonly title: string;
  readonly text: string;
  readonly reasons: string;
  readonly rule: DecisionRule;
  readonly supersedes: string | null;
  /** What the wall clock of the zone shows when it ends. */
  readonly wall_clock_close: string;
  readonly time_zone: string;
  readonly visibility: SessionVisibility;
}

/** WP-1: opens a decision between sessions. Its base is the voting seats of this day; everybody on them is written to. */
export function openProcedure(granted: PermitFor<typeof procedurePolicy.open>, occasion: Occasion, form: ProcedureForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { now } = occasion;
    const group = await tx.selectFrom('working_groups').select(['id', 'ref']).where('id', '=', granted.subject.id).forNoKeyUpdate().executeTakeFirstOrThrow();
    const closes_at = instantAt(form.wall_clock_close, form.time_zone);
    if (closes_at <= now) return refused(problem('working-groups:problems.deadline_past', 'day'));
    const earlier = await standingDecision(tx, group.id, form.supersedes);
    if ('wrong' in earlier) return refused(earlier.wrong);
    const { count } = await tx.selectFrom('ballots').select((row) => row.fn.countAll<string>().as('count')).where('working_group_id', '=', group.id).where('session_id', 'is', null).executeTakeFirstOrThrow();
    const { supersedes: _, ...facts } = form;
    const procedure = { id: newId(), ref: `${group.ref}-W${String(Number(count) + 1).padStart(2, '0')}`, ...facts, closes_at };
    const opened_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    const day = dayOf(now, form.time_zone);
    const { quorum_share, minimums } = await termsOn(tx, group.id, day);
    await tx.insertInto('ballots').values({ ...procedure, working_group_id: group.id, supersedes_id: earlier.id, quorum_share, quorum_minimums: sql`${JSON.stringify(minimums)}::text::jsonb`, opened_at: now, opened_by }).execute();
    if ((await keepBase(tx, procedure.id, group.id, day)) === 0) return refused(problem('working-groups:problems.no_voting_seat'));
    await enqueueJob(tx, { kind: reminderJob, payload: { ballot: procedure.id }, runAt: remindAt(now, closes_at), uniqueKey: `${reminderJob}:${procedure.id}` });
    await enqueueJob(tx, { kind: closingJob, payload: { ballot: procedure.id }, runAt: closes_at, uniqueKey: `${closingJob}:${procedure.id}` });
    await tellVoters(tx, procedure, 'opened', now);
    return done({ id: procedure.id, ref: procedure.ref });
  });
}

/** The voting seats of a day without those on leave; how many there are. */
async function keepBase(tx: Tx, ballot_id: string, groupId: string, day: string): Promise<number> {
  const seats = await tx.selectFrom('seats as s').leftJoin('organisations as o', 'o.id', 's.organisation_id').select((row) => ['s.id as seat_id', 's.organisation_id', row.fn.coalesce('s.constituency', 'o.constituency').as('counts_for')])
    .where('s.working_group_id', '=', groupId).where('s.voting', '=', true).where('s.on_leave', '=', false).where(holdsOn('s', day)).execute();
  if (seats.length > 0) await tx.insertInto('ballot_seats').values(seats.map((seat) => ({ ballot_id, ...seat }))).execute();
  return seats.length;
}

/** WP-2: the holder votes for a seat, the alternate where the holder has not; either may change their mind until the end. */
export function castWrittenVote(granted: PermitFor<typeof procedurePolicy.vote>, occasion: Occasion, form: VoteForm): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { procedure, ref } = await lockProcedure(tx, granted.subject.id, occasion.now);
    const { actor } = granted.again(ref);
    const seat = await tx.selectFrom('ballot_seats as b').innerJoin('seats as first', 'first.id', 'b.seat_id').innerJoin('seats as s', (join) => join.onRef('s.place_id', '=', 'first.place_id').on('s.id', '=', seatNow(occasion.now))).leftJoin('ballot_votes as v', (join) => join.onRef('v.ballot_id', '=', 'b.ballot_id').onRef('v.seat_id', '=', 'b.seat_id'))
      .select(['s.holder_id', 's.alternate_id', 'v.standing', 'v.person_id']).where('b.ballot_id', '=', procedure.id).where('b.seat_id', '=', form.seat_id).executeTakeFirst();
    const standing = actor.kind !== 'person' ? undefined : seat?.holder_id === actor.id ? 'holder' : seat?.alternate_id === actor.id ? 'alternate' : undefined;
    if (actor.kind !== 'person' || standing === undefined) return refused(problem('working-groups:problems.not_on_this_seat'));
    if (standing === 'alternate' && seat?.standing === 'holder' && seat.person_id === seat.holder_id) return refused(problem('working-groups:problems.holder_voted'));
    await keepVote(tx, procedure.id, { ...form, person_id: actor.id, standing, entered_by: null }, occasion.now);
    return done(null);
  });
}

/** Takes a procedure back before its end, with a reason that its voters are told. */
export function withdrawProcedure(granted: PermitFor<typeof procedurePolicy.withdraw>, occasion: Occasion, reason: string): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { procedure, ref, version } = await lockProcedure(tx, granted.subject.id, occasion.now);
    granted.again(ref);
    await tx.updateTable('ballots').set({ withdrawn_at: occasion.now, withdrawn_reason: reason, version: version + 1 }).where('id', '=', procedure.id).execute();
    await tellVoters(tx, procedure, 'withdrawn', occasion.now, { reason });
    return done(null);
  });
}

async function lockProcedure(tx: Tx, id: string, now: Date) {
  const row = await tx.selectFrom('ballots as b').innerJoin('working_groups as g', 'g.id', 'b.working_group_id').selectAll('b').select('g.coalition_id').where('b.id', '=', id).where('b.session_id', 'is', null).forUpdate('b').executeTakeFirstOrThrow();
  const procedure: Procedure = { id: row.id, ref: row.ref ?? '', title: row.title ?? '', closes_at: row.closes_at ?? now, time_zone: row.time_zone ?? 'UTC' };
  const running = procedureState({ closes_at: procedure.closes_at, withdrawn_at: row.withdrawn_at }, now) === 'open';
  return { procedure, version: row.version, ref: { id: row.id, working_group_id: row.working_group_id, coalition_id: row.coalition_id, running, voters: await votersOf(tx, row.id, now) } };
}
