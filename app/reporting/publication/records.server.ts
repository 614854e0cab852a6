import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { database, rowsOf } from '#app/platform/database.server';
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
}

/** What is told of each row of a kind, by their ids, which every collation sorts alike. */
async function* rowsOfKind<Told>(snapshotId: string, kind: string, told: RawBuilder<Told>): AsyncGenerator<Told> {
  for await (const rows of rowsOf(sql<Told>`select ${told} from snapshot_rows where snapshot_id = ${snapshotId}::uuid and kind = ${kind} order by record_id`)) yield* rows;
}
/** A row for tables, and as the seal has it. */
const [asRecord, asLine] = [sql<SnapshotRow>`record_id, ref, facts`, sql<{ line: string }>`kind || ' ' || record_id || ' ' || ref || ' ' || facts::text as line`];

/** The records of a kind, as they were frozen. */
export function recordsTable({ snapshot }: Pick<EditionModel, 'snapshot'>, kind: string, title: string): EditionTable {
  const facts = factsOf(kind);
  const valuesOf = (row: SnapshotRow): readonly unknown[] => [row.record_id, row.ref, ...(facts === wholeFacts ? [row.facts] : facts.map(({ name }) => row.facts[name]))];
  return {
    name: tableName(kind), title, fields: [...keyFields, ...facts],
    rows: async function* () {
      for await (const row of rowsOfKind(snapshot.id, kind, asRecord)) yield valuesOf(row);
    },
  };
}

/** The lines whose SHA-256 is the seal. Throws at their end where it is not: what was changed is not handed out as what was sealed. */
export async function* sealedLines({ snapshot }: Pick<EditionModel, 'snapshot'>, kinds: readonly KindCount[]): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let between = '';
  for (const { kind } of kinds) {
    for await (const { line } of rowsOfKind(snapshot.id, kind, asLine)) {
      const text = between + line;
      hash.update(text);
      yield text;
      between = '\n';
    }
  }
  const found = hash.digest('hex');
  if (found !== snapshot.sha256) throw new Error(`Snapshot ${snapshot.id} has the SHA-256 ${found} and was sealed with ${snapshot.sha256}`);
}
