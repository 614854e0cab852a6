import type { Tx } from '#app/platform/database.server';
import type { VoteKind } from '#app/working-groups/decisions/model';

export interface VoteToKeep {
  readonly seat_id: string;
  readonly person_id: string;
  readonly standing: 'holder' | 'alternate';
  readonly vote: VoteKind;
  readonly words: string | null;
  readonly entered_by: string | null;
}

/** Keeps one vote for a seat: a later one takes the place of the earlier. The database holds that a seat, and a person, has one. */
export async function keepVote(tx: Tx, ballot_id: string, vote: VoteToKeep, cast_at: Date): Promise<void> {
  const { seat_id: _, ...changed } = vote;
  await tx.insertInto('ballot_votes').values({ ballot_id, ...vote, cast_at })
    .onConflict((conflict) => conflict.columns(['ballot_id', 'seat_id']).doUpdateSet((row) => ({ ...changed, cast_at, version: row('ballot_votes.version', '+', 1) }))).execute();
}

/** The votes on a ballot as they stand, each with the words that were given. */
export async function votesOn(tx: Tx, ballot_id: string) {
  const rows = await tx.selectFrom('ballot_votes').select(['seat_id', 'person_id', 'standing', 'vote', 'words', 'entered_by']).where('ballot_id', '=', ballot_id).orderBy('seat_id').execute();
  return rows.map((row) => ({ ...row, vote: row.vote as VoteKind }));
}
