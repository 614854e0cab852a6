import { database } from '#app/platform/database.server';

/** The goals of a commitment, in their order. */
export async function goalIdsOf(commitmentId: string): Promise<string[]> {
  const rows = await database().selectFrom('goals').select('id').where('commitment_id', '=', commitmentId).orderBy('position').execute();
  return rows.map((row) => row.id);
}

/** Commitments that have come to their end. */
export async function closedCommitments(): Promise<ReadonlySet<string>> {
  const rows = await database().selectFrom('commitments').select('id').where('status', 'in', ['reached_on_time', 'reached_late', 'not_reached']).execute();
  return new Set(rows.map((row) => row.id));
}
