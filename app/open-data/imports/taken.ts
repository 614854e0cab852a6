import type { SystemActor } from '#app/access/actor';
import type { Grant } from '#app/access/permit';
import type { Origin, Outcome, Outcomes, Vanished } from '#app/records/sources/model';
import type { RowError, TypedRow } from './model';
import type { Change } from './outcome';
import type { Programme } from './programme.server';

/** What became of a row, and the record it stands for; undefined where the rows of the database forbid it, which is an error then. */
export interface TakenRow {
  readonly row: TypedRow;
  readonly outcome: Outcome;
  readonly id: string;
}
export interface Intake {
  readonly taken: readonly TakenRow[];
  readonly errors: readonly RowError[];
  /** Values that the source says otherwise now, beside those that the audit trail knows. */
  readonly differences: readonly Change[];
  readonly vanished: readonly Vanished[];
}

/** Where a file goes: the name of its source and its import, and the coalition that drafts belong to. */
export interface Destination extends Origin {
  readonly importId: string;
  readonly coalition: string | null;
  /** Whoever runs the import, and under which rule: files of our own are written in their name. */
  readonly by: Grant;
  /** The organisation that reports for itself, and may write of nothing else; null for who imports for all. */
  readonly reporter: string | null;
  /** What whoever brings a programme was asked. */
  readonly programme: Programme | null;
}

/** Whoever runs an import may do so; in each domain the portal acts for them, and the audit trail names the person. */
export const portal: SystemActor = { kind: 'system', name: 'import' };

/** What a domain returns that knows of no differences but those of the audit trail. */
export const plain = ({ taken, errors }: Pick<Intake, 'taken' | 'errors'>): Intake => ({ taken, errors, differences: [], vanished: [] });

export const firsts = <R extends TypedRow>(rows: readonly R[]): R[] => rows.filter((row) => row.repeats === null);

export function settled(rows: readonly TypedRow[], outcomes: Outcomes): Intake {
  const taken = rows.map((row) => {
    const found = outcomes.get(row.key);
    if (found === undefined) throw new Error(`Row ${row.row} came back without an outcome.`);
    return { row, ...found };
  });
  return plain({ taken, errors: [] });
}

/** A row of the file as the domains take it: what identifies it under the names they use. */
export function keyed<R extends TypedRow>({ key, hash, repeats: _repeats, row: _row, ...said }: R) {
  return { ...said, source_key: key, content_hash: hash };
}
