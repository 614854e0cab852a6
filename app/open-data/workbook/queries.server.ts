import type { PersonActor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { BookReport } from './model';
import type { WorkbookRef } from './policy';

/** A workbook that came back, with what became of its rows, or would. */
export interface WorkbookRecord extends WorkbookRef {
  readonly file_name: string;
  readonly report: BookReport;
}

/** The workbook of this person; anybody else's is as absent as one that is not there. */
export async function findWorkbook(viewer: PersonActor, id: string): Promise<WorkbookRecord | undefined> {
  if (!isId(id)) return undefined;
  const row = await database().selectFrom('imports').select(['id', 'status', 'started_by', 'file_name', 'outcome']).where('id', '=', id).where('kind', '=', 'workbook').where('started_by', '=', viewer.id).executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, status: row.status, started_by: row.started_by, file_name: row.file_name, report: row.outcome as unknown as BookReport };
}
