import { sql, type RawBuilder } from 'kysely';
import { newId } from '#app/platform/identity';
import { frozenRows, type Scope } from '#app/reporting/snapshots/rows.server';

/** Rows that figures are computed from: `told` stands at the start of a `with` and says what `snapshot_rows` is, where that is not the table. */
export interface Source {
  readonly id: string;
  readonly told: RawBuilder<unknown>;
}

/** A snapshot, as it was frozen. */
export const frozenIn = (snapshotId: string): Source => ({ id: snapshotId, told: sql`` });

/** What would be frozen now: the very same selection stands in the place of a snapshot's rows. */
export function asOfNow(scope: Scope): Source {
  const id = newId();
  return { id, told: sql`recursive ${frozenRows(scope)}, snapshot_rows as materialized (select ${id}::uuid as snapshot_id, kind, record_id, ref, facts from frozen),` };
}
