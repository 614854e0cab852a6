import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { compared, type Incoming, type Known, type Origin, type Outcome, type Question } from './model';
import type { sourcePolicy } from './policy';

/** What a source said before, by key. */
export async function knownRows(tx: Tx, source: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx.selectFrom('import_sources').select(['source_key', 'content_hash', 'record_id'])
    .where('source_name', '=', source).where('source_key', '=', sql<string>`any(${keys}::text[])`).execute();
  return new Map(rows.map((row) => [row.source_key, { content_hash: row.content_hash, id: row.record_id }]));
}

/** The rows of a file that make one record each, told apart by what their source said before; a new one has the id that its record is to have. */
export async function sorted<Row extends Incoming>(tx: Tx, origin: Origin, rows: readonly Row[]) {
  const outcomes = compared(rows, await knownRows(tx, origin.source, rows.map((row) => row.source_key)), () => newId());
  const placed = rows.map((row): Row & { readonly id: string } => ({ ...row, id: outcomes.get(row.source_key)?.id ?? '' }));
  const being = (outcome: Outcome) => placed.filter((row) => outcomes.get(row.source_key)?.outcome === outcome);
  return { outcomes, fresh: being('new'), changed: being('changed') };
}

interface SourceRow {
  readonly source_key: string;
  readonly content_hash: string;
  readonly record_id: string;
  /** What the source says beyond the columns of the record, so that nothing is lost. */
  readonly notes?: Readonly<Record<string, unknown>>;
}

/** Keeps what a source says now: the base of the next comparison. */
export async function keepSources(tx: Tx, origin: Origin, table: string, rows: readonly SourceRow[]): Promise<void> {
  for (const part of chunks(rows)) {
    await sql`
      insert into import_sources (source_name, source_key, content_hash, table_name, record_id, import_id, notes)
      select ${origin.source}, x.source_key, x.content_hash, ${table}, x.record_id, ${origin.importId}::uuid, coalesce(x.notes, '{}')
      from jsonb_to_recordset(${recordset(part)}) as x (source_key text, content_hash text, record_id uuid, notes jsonb)
      on conflict (source_name, source_key) do update set content_hash = excluded.content_hash, record_id = excluded.record_id, import_id = excluded.import_id, notes = excluded.notes`.execute(tx);
  }
}

/** Puts records on the list for a person, once for each code; one that was settled is asked again only when the source says something else. */
export async function askAbout(tx: Tx, origin: Origin, table: string, questions: readonly Question[]): Promise<void> {
  for (const part of chunks(questions.map((question) => ({ id: newId(), ...question })))) {
    await sql`
      insert into import_questions as q (id, import_id, table_name, record_id, code, details)
      select x.id, ${origin.importId}::uuid, ${table}, x.record_id, x.code, x.details
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, record_id uuid, code text, details jsonb)
      on conflict (table_name, record_id, code) do update set details = excluded.details, import_id = excluded.import_id,
        status = case when q.details = excluded.details then q.status else 'open' end`.execute(tx);
  }
}

/** A person has looked: the question leaves the list. */
export function settleQuestion(granted: PermitFor<typeof sourcePolicy.settle>, occasion: Occasion): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('import_questions').select(['id', 'import_id', 'status']).where('id', '=', granted.subject.id).forUpdate().executeTakeFirst();
    if (row?.status !== 'open') return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    await tx.updateTable('import_questions').set({ status: 'answered', decided_by: granted.actor.kind === 'person' ? granted.actor.id : null }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}
