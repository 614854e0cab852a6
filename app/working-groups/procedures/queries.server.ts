import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { VoteKind } from '#app/working-groups/decisions/model';
import { groupText } from '#app/working-groups/fragments.server';
import type { DecisionRule } from '#app/working-groups/model';
import { holdsOn } from '#app/working-groups/seats/days.server';
import type { Minimum } from '#app/working-groups/sessions/model';
import type { SessionVisibility } from '#app/working-groups/sessions/model';
import { insideOf, proceduresVisibleTo } from '#app/working-groups/visible.server';
import { outcomeOf, procedureState, type Outcome, type ProcedureState } from './model';
import type { ProcedureRef } from './policy';
import { seatNow } from './places.server';

export interface ProcedureRow {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly text: string;
  readonly opened_at: Date;
  readonly closes_at: Date;
  readonly time_zone: string;
  readonly withdrawn_at: Date | null;
  readonly state: ProcedureState;
}

export interface ProcedureRecord extends ProcedureRow {
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly group_ref: string;
  readonly group_name: string;
  readonly reasons: string;
  readonly rule: DecisionRule;
  readonly visibility: SessionVisibility;
  readonly withdrawn_reason: string | null;
  readonly quorum_share: string;
  readonly quorum_minimums: readonly Minimum[];
  readonly decision_ref: string | null;
  readonly supersedes_ref: string | null;
  readonly inside: boolean;
}

/** A seat of the base, whose it is, and what it voted where that may be told. */
export interface ProcedureSeat {
  readonly seat_id: string;
  readonly counts_for: string | null;
  readonly organisation: string | null;
  readonly constituency: string | null;
  readonly holder_id: string | null;
  readonly alternate_id: string | null;
  readonly person_id: string | null;
  readonly vote: VoteKind | null;
  readonly words: string | null;
}

export interface ProcedureFacts {
  readonly procedure: ProcedureRecord;
  readonly seats: readonly ProcedureSeat[];
  /** What it came to, by the clock: also before anybody has written it down. */
  readonly outcome: Outcome;
}

const shown = sql`b.id, b.ref, b.title, b.text, b.opened_at, b.closes_at, b.time_zone, b.withdrawn_at`;
const from = (view: View) => sql`from ballots b join working_groups g on g.id = b.working_group_id cross join ${groupText(view.language)}`;
const visible = (viewer: Actor, view: View): RawBuilder<boolean> => sql<boolean>`b.session_id is null and ${proceduresVisibleTo(viewer, view)}`;
const withState = <Row extends { closes_at: Date; withdrawn_at: Date | null }>(row: Row, view: View) => ({ ...row, state: procedureState(row, view.now) });

/** The written procedures of a group, latest first. */
export async function proceduresOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly ProcedureRow[]> {
  const found = await sql<Omit<ProcedureRow, 'state'>>`select ${shown} ${from(view)} where b.working_group_id = ${groupId} and ${visible(viewer, view)} order by b.opened_at desc, b.id desc limit 60`.execute(database());
  return found.rows.map((row) => withState(row, view));
}

export async function findProcedure(viewer: Actor, ref: string, view: View): Promise<ProcedureFacts | undefined> {
  const found = await sql<Omit<ProcedureRecord, 'state'>>`
    select ${shown}, b.working_group_id, g.coalition_id, g.ref as group_ref, text.name as group_name, b.reasons, b.rule, b.visibility, b.withdrawn_reason, b.quorum_share, b.quorum_minimums,
      (select d.ref from decisions d where d.ballot_id = b.id) as decision_ref, (select d.ref from decisions d where d.id = b.supersedes_id) as supersedes_ref, ${insideOf(viewer, view)} as inside
    ${from(view)} where b.ref = ${ref} and ${visible(viewer, view)}`.execute(database());
  if (found.rows[0] === undefined) return undefined;
  const procedure = withState(found.rows[0], view);
  const seats = await seatsOf(procedure.id, view.now);
  const votes = seats.flatMap(({ seat_id, person_id, vote }) => (person_id === null || vote === null ? [] : [{ seat_id, person_id, vote }]));
  const outcome = outcomeOf(seats, votes, { share: Number(procedure.quorum_share), minimums: procedure.quorum_minimums }, procedure.rule);
  const told = procedure.inside || procedure.state === 'closed';
  return { procedure, seats: told ? seats : seats.map((seat) => ({ ...seat, person_id: null, vote: null, words: null })), outcome };
}

async function seatsOf(ballotId: string, now: Date): Promise<readonly ProcedureSeat[]> {
  const found = await sql<ProcedureSeat>`
    select x.seat_id, x.counts_for, o.name as organisation, s.constituency, s.holder_id, s.alternate_id, v.person_id, v.vote, v.words
    from ballot_seats x join seats first on first.id = x.seat_id join seats s on s.id = ${seatNow(now)} left join organisations o on o.id = x.organisation_id left join ballot_votes v on v.ballot_id = x.ballot_id and v.seat_id = x.seat_id
    where x.ballot_id = ${ballotId} order by coalesce(o.name, s.constituency) collate "und-x-icu", x.seat_id`.execute(database());
  return found.rows;
}

/** What a page tells of a seat: who spoke for it stays inside. */
export type ShownSeat = Pick<ProcedureSeat, 'seat_id' | 'organisation' | 'constituency' | 'vote' | 'words'>;
export const shownSeat = ({ seat_id, organisation, constituency, vote, words }: ProcedureSeat): ShownSeat => ({ seat_id, organisation, constituency, vote, words });

/** Whom its policy asks about. */
export const procedureRef = ({ procedure, seats }: ProcedureFacts): ProcedureRef => ({
  id: procedure.id, working_group_id: procedure.working_group_id, coalition_id: procedure.coalition_id, running: procedure.state === 'open',
  voters: seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((id) => id !== null),
});

/** The seats of the base that somebody votes for: first those that they hold. */
export const seatsToVoteFor = (seats: readonly ProcedureSeat[], person: string): readonly ProcedureSeat[] => [
  ...seats.filter((seat) => seat.holder_id === person), ...seats.filter((seat) => seat.alternate_id === person && seat.holder_id !== person),
];

/** How many people a letter to the base of a procedure that is opened on a day would go to. */
export async function readersOnSeats(groupId: string, day: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(distinct p.id)::int as count from seats s join people p on p.id in (s.holder_id, s.alternate_id) join person_mails m on m.person_id = p.id and m.is_primary
    where s.working_group_id = ${groupId} and s.voting and not s.on_leave and ${holdsOn('s', day)} and p.erased_at is null`.execute(database());
  return found.rows[0]?.count ?? 0;
}
