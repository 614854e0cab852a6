import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { everyRow } from '#app/table/keyset';
import type { EditionModel } from './edition';
import { factsOf, keyFields, tableName, wholeFacts } from './records';
import type { EditionTable } from './tables';

/** A kind of record of a snapshot, with how many there are. */
export interface KindCount {
  readonly kind: string;
  readonly count: number;
}

/** The kinds of an edition's snapshot in the order of the seal. */
export async function kindsOf({ snapshot }: Pick<EditionModel, 'snapshot'>): Promise<readonly KindCount[]> {
  const found = await sql<KindCount>`select kind, count(*)::integer as count from snapshot_rows where snapshot_id = ${snapshot.id}::uuid group by kind order by kind collate "C"`.execute(database());
  return found.rows;
}

interface SnapshotRow {
  readonly record_id: string;
  readonly ref: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** As the seal has it. */
  readonly line: string;
}

const rowsAtOnce = 2000;

/** Rows of one kind by their ids, which every collation sorts alike. */
const rowsOfKind = (snapshotId: string, kind: string): AsyncGenerator<SnapshotRow> => everyRow(async (after) => {
  const found = await sql<SnapshotRow>`
    select record_id, ref, facts, kind || ' ' || record_id || ' ' || ref || ' ' || facts::text as line from snapshot_rows
    where snapshot_id = ${snapshotId}::uuid and kind = ${kind} and record_id > ${after ?? ''} order by record_id limit ${rowsAtOnce}`.execute(database());
  return { rows: found.rows, next: found.rows.length < rowsAtOnce ? null : found.rows.at(-1)?.record_id ?? null };
});

/** The records of a kind, as they were frozen. */
export function recordsTable({ snapshot }: Pick<EditionModel, 'snapshot'>, kind: string, title: string): EditionTable {
  const facts = factsOf(kind);
  const valuesOf = (row: SnapshotRow): readonly unknown[] => [row.record_id, row.ref, ...(facts === wholeFacts ? [row.facts] : facts.map(({ name }) => row.facts[name]))];
  return {
    name: tableName(kind), title, fields: [...keyFields, ...facts],
    rows: async function* () {
      for await (const row of rowsOfKind(snapshot.id, kind)) yield valuesOf(row);
    },
  };
}

/** The lines whose SHA-256 is the seal. Throws at their end where it is not: what was changed is not handed out as what was sealed. */
export async function* sealedLines({ snapshot }: Pick<EditionModel, 'snapshot'>, kinds: readonly KindCount[]): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let between = '';
  for (const { kind } of kinds) {
    for await (const { line } of rowsOfKind(snapshot.id, kind)) {
      const text = between + line;
      hash.update(text);
      yield text;
      between = '\n';
    }
  }
  const found = hash.digest('hex');
  if (found !== snapshot.sha256) throw new Error(`Snapshot ${snapshot.id} has the SHA-256 ${found} and was sealed with ${snapshot.sha256}`);
}
