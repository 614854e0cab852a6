import { databaseByKey } from '#app/platform/database.server';
import { stages, type Involvement, type Stage } from './model';

/** What is said of a commitment that has been guarded before, in the order of the stages. */
export async function involvementsIn(commitment_id: string): Promise<readonly Involvement[]> {
  const rows = await databaseByKey().selectFrom('teacher_involvements').select(['stage', 'nobody', 'how_many', 'how_chosen', 'what_changed', 'evidence_url']).where('commitment_id', '=', commitment_id).execute();
  return stages.flatMap((stage) => rows.filter((row) => row.stage === stage).map((row) => ({ ...row, stage: row.stage as Stage })));
}
