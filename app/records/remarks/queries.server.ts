import { sql } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import type { Remark } from './model';
import type { RemarkedRecord } from './operations.server';

/** What is still asked of a record; its guard is the record's. */
export async function openRemarks(db: Reader, record: RemarkedRecord): Promise<Remark[]> {
  const of = 'commitment_id' in record ? sql`commitment_id = ${record.commitment_id}::uuid` : sql`progress_update_id = ${record.progress_update_id}::uuid`;
  const { rows } = await sql<Remark>`select field, goal_id, note, said from remarks where settled_at is null and ${of} order by asked_at, id`.execute(db);
  return rows;
}
