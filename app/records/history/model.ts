/** One row of the audit trail, as the database wrote it. */
export interface AuditRow {
  readonly transaction_id: string;
  readonly told_at: Date;
  readonly actor_kind: string;
  readonly actor_name: string | null;
  readonly rule: string | null;
  readonly table_name: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export type Value = string | null;
export interface Change {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** One act: everything that one transaction changed. */
export interface Act {
  readonly key: string;
  /** An instant, ISO 8601: the one that the act counted from. */
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_name: string | null;
  /** The permission under which it was done, `commitment:submit`. */
  readonly rule: string | null;
  readonly changes: readonly Change[];
}

/**
 * The acts behind the rows, latest first. `fields` names the columns that are worth telling, as `table.column`; of a row that came or
 * went, they are told as coming from or going to nothing.
 */
export function actsOf(rows: readonly AuditRow[], fields: readonly string[]): Act[] {
  const acts = new Map<string, { first: AuditRow; changes: Change[] }>();
  for (const row of rows) {
    const act = acts.get(row.transaction_id) ?? { first: row, changes: [] };
    acts.set(row.transaction_id, act);
    for (const field of fields) {
      const [table, column = ''] = field.split('.');
      if (table !== row.table_name) continue;
      const before = said(row.before?.[column]);
      const after = said(row.after?.[column]);
      if (before !== after) act.changes.push({ field, before, after });
    }
  }
  return [...acts.entries()].map(([key, { first, changes }]) => ({
    key, at: first.told_at.toISOString(), actor_kind: first.actor_kind, actor_name: first.actor_name, rule: first.rule, changes,
  })).toReversed();
}

const said = (value: unknown): Value =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
