import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { VoteKind } from '#app/working-groups/decisions/model';
import type { DecisionRule } from '#app/working-groups/model';
import { speakerOf } from '#app/working-groups/sessions/model';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { roomOf, type Room } from '#app/working-groups/sessions/record.server';
import { seatsOfSpeaker, votingSeats } from './model';
import type { BallotRef } from './policy';

export type BallotState = 'open' | 'closed' | 'withdrawn';

export interface BallotRow {
  readonly id: string;
  readonly text: string;
  readonly rule: DecisionRule;
  readonly state: BallotState;
  readonly opened_at: Date;
  readonly withdrawn_reason: string | null;
  readonly item: number | null;
  readonly cast: number;
  readonly decision_ref: string | null;
  readonly supersedes_ref: string | null;
}

export interface BallotVote {
  readonly seat_id: string;
  readonly person_id: string;
  readonly vote: VoteKind;
  readonly words: string | null;
  readonly entered: boolean;
}

/** What the page of a ballot shows. */
export interface BallotFacts {
  readonly session: SessionRecord;
  readonly ballot: BallotRow;
  readonly room: Room;
  readonly votes: readonly BallotVote[];
  /** The seats that the viewer speaks for at this moment. */
  readonly own: readonly string[];
  readonly leads: boolean;
}

const rows = (where: RawBuilder<unknown>) => sql<BallotRow>`
  select b.id, b.text, b.rule, case when b.withdrawn_at is not null then 'withdrawn' when b.closed_at is not null then 'closed' else 'open' end as state, b.opened_at, b.withdrawn_reason, i.position as item,
    (select count(*)::int from ballot_votes v where v.ballot_id = b.id) as cast, d.ref as decision_ref, e.ref as supersedes_ref
  from ballots b left join agenda_items i on i.id = b.agenda_item_id left join decisions d on d.ballot_id = b.id left join decisions e on e.id = b.supersedes_id
  where ${where} order by b.opened_at desc, b.id desc`;

/** The ballots of a session, for those inside its group; the latest first. */
export async function ballotsOf(session: Pick<SessionRecord, 'id' | 'inside'>): Promise<readonly BallotRow[]> {
  return session.inside ? (await rows(sql`b.session_id = ${session.id}`).execute(database())).rows : [];
}

/** A ballot of a session, for those inside its group: votes are open to the room while they are given. */
export async function findBallot(viewer: Actor, session: SessionRecord, id: string, leads: boolean): Promise<BallotFacts | undefined> {
  if (!session.inside || !isId(id)) return undefined;
  const [found, votes, room] = await Promise.all([
    rows(sql`b.session_id = ${session.id} and b.id = ${id}`).execute(database()),
    sql<BallotVote>`select seat_id, person_id, vote, words, entered_by is not null as entered from ballot_votes where ballot_id = ${id}`.execute(database()),
    roomOf(session, leads ? 'all' : 'consented'),
  ]);
  const ballot = found.rows[0];
  return ballot === undefined ? undefined : { session, ballot, room, votes: votes.rows, own: viewer.kind === 'person' ? seatsOfSpeaker(room, viewer.id) : [], leads };
}

/** Whom its policy asks about. */
export const ballotRef = ({ ballot, session, room }: BallotFacts): BallotRef => ({
  id: ballot.id, session_id: session.id, running: ballot.state === 'open', speakers: votingSeats(room.seats).flatMap((seat) => speakerOf(seat, room.attendances) ?? []),
});
