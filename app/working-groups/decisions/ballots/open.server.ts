import type { Tx } from '#app/platform/database.server';

/** Whether a session still has a vote that nobody closed or took back: it does not end before. */
export async function hasOpenBallot(tx: Tx, session_id: string): Promise<boolean> {
  return (await tx.selectFrom('ballots').select('id').where('session_id', '=', session_id).where('closed_at', 'is', null).where('withdrawn_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}
