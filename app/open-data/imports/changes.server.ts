import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import type { Change } from './outcome';
import { mostListed } from './outcome';
import type { TakenRow } from './taken';

/** Fields that say how a record is kept, not what it says. */
const ownBusiness = new Set(['id', 'version', 'source_version', 'missing', 'source_name', 'created_at']);
const longestValue = 200;

/** Where the audit trail stands: what a transaction writes from now on comes after it. */
export async function trailMark(tx: Tx): Promise<string> {
  const found = await sql<{ mark: string }>`select coalesce(max(id), 0)::text as mark from audit_log`.execute(tx);
  return found.rows[0]?.mark ?? '0';
}

/** The first of the values that change, and how many there are. */
export interface ValuesChanged {
  readonly changes: readonly Change[];
  readonly values: number;
}

interface Written {
  readonly subject: string;
  readonly part: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/**
 * The values that the rows called `changed` have changed, old and new, as the audit trail has them: of each record and its parts the first
 * state and the last, so that a part that was written anew is no change. Works before the transaction ends, and so for a dry run too.
 */
export async function changesSince(tx: Tx, mark: string, taken: readonly TakenRow[]): Promise<ValuesChanged> {
  const changed = new Map(taken.filter(({ outcome }) => outcome === 'changed').map(({ id, row }) => [id, row.row]));
  if (changed.size === 0) return { changes: [], values: 0 };
  const written = await sql<Written>`
    select coalesce(parent_id, record_id) as subject, case when parent_id is not null then record_id end as part,
      (array_agg(before order by id))[1] as before, (array_agg(after order by id desc))[1] as after
    from audit_log where id > ${mark}::bigint and transaction_id = pg_current_xact_id() and coalesce(parent_id, record_id) = any(${[...changed.keys()]}::text[])
    group by table_name, parent_id, record_id having (array_agg(before order by id))[1] is distinct from (array_agg(after order by id desc))[1]`.execute(tx);
  const refs = await refsOf(tx, [...changed.keys()]);
  const all = written.rows.flatMap(({ subject, part, before, after }) => {
    const record = refs.get(subject);
    if (record === undefined) return [];
    return fieldsOf(before, after).map((field): Change => ({
      row: changed.get(subject) ?? 0, record, field: part === null || isId(part) ? field : `${field} (${part})`, before: shown(before?.[field]), after: shown(after?.[field]),
    }));
  }).toSorted((a, b) => a.row - b.row || a.field.localeCompare(b.field, 'en'));
  return { changes: all.slice(0, mostListed), values: all.length };
}

/** Two lists of values that change, as one in the order of the file. */
export function together(found: ValuesChanged, more: readonly Change[]): ValuesChanged {
  const all = [...found.changes, ...more].toSorted((a, b) => a.row - b.row);
  return { changes: all.slice(0, mostListed), values: found.values + more.length };
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** Fields whose value differs; keys of the part itself are no values. */
function fieldsOf(before: Written['before'], after: Written['after']): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => !ownBusiness.has(name) && !name.endsWith('_id') && JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null));
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

/** What people call the records that imports change. */
export async function refsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Change['record']>> {
  const found = await sql<{ id: string; table: string; ref: string }>`
    select id, 'commitments' as table, ref from commitments where id = any(${ids}::uuid[])
    union all select id, 'organisations', ref from organisations where id = any(${ids}::uuid[])
    union all select id, 'pledges', ref from pledges where id = any(${ids}::uuid[])
    union all select id, 'activities', iati_identifier from activities where id = any(${ids}::uuid[])
    union all select id, 'indicator_values', country_iso2 || ' ' || indicator_code || ' ' || year from indicator_values where id = any(${ids}::uuid[])
    union all select id, 'endorsements', ref from endorsements where id = any(${ids}::uuid[])
    union all select n.id, 'framework_nodes', f.code || ' ' || n.code from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id where n.id = any(${ids}::uuid[])
    union all select p.id, 'activities', a.iati_identifier from activity_participants p join activities a on a.id = p.activity_id where p.id = any(${ids}::uuid[])
    union all select b.id, 'activities', a.iati_identifier from activity_budgets b join activities a on a.id = b.activity_id where b.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, table, ref }) => [id, { table, ref }]));
}
