import { sql } from 'kysely';
import { database, type Tx } from '#app/platform/database.server';
import { compareRows, type Comparison, type Frozen } from './comparison.server';

/** The tables that the rows of a snapshot are selected from, each of them audited, and the views between them. */
export const tablesRead = [
  'coalitions', 'cycles', 'cycle_exceptions', 'cycle_extensions', 'organisations', 'memberships', 'frameworks', 'framework_versions', 'framework_nodes',
  'commitments', 'commitment_texts', 'commitment_nodes', 'commitment_countries', 'commitment_beneficiaries', 'commitment_partners', 'amendments', 'progress_updates', 'goals', 'goal_values',
  'pledges', 'pledge_recipients', 'pledge_verifications', 'transactions', 'reconciliations', 'activities', 'activity_countries', 'exchange_rates', 'funding_links', 'endorsements', 'working_groups', 'sessions', 'ballots', 'decisions', 'recommendations',
] as const;
const viewsRead = ['pledge_values', 'transaction_values'] as const;

/** Where in the trail a snapshot was frozen: what the trail says was sealed, and which of its entries the freeze could see. */
export interface Mark {
  readonly id: string;
  readonly transaction_id: string;
  readonly sha256: string;
}

export async function markOf(db: Pick<Tx, 'selectFrom'>, snapshotId: string): Promise<Mark | undefined> {
  const entry = await db.selectFrom('audit_log').select(['id', 'after', sql<string>`transaction_id::text`.as('transaction_id')])
    .where('table_name', '=', 'snapshots').where('record_id', '=', snapshotId).where('action', '=', 'insert').orderBy('id').limit(1).executeTakeFirst();
  return entry === undefined ? undefined : { id: String(entry.id), transaction_id: entry.transaction_id, sha256: (entry.after as { sha256?: string } | null)?.sha256 ?? '' };
}

/**
 * The rows of a snapshot selected once more from tables as the trail tells that they stood when it was frozen: temporary tables under the
 * names of the real ones, so that the very same selection reads them. They are gone with the transaction.
 */
export function compareWithTrail(frozen: Frozen, mark: Mark): Promise<Comparison> {
  return database().transaction().execute(async (tx) => {
    const views = await sql<{ name: string; body: string }>`select name, pg_get_viewdef(('public.' || name)::regclass) as body from unnest(${[...viewsRead]}::text[]) as name`.execute(tx);
    for (const table of tablesRead) await tellAgain(tx, table, frozen, mark);
    for (const { name, body } of views.rows) await sql`create temporary view ${sql.raw(name)} as ${sql.raw(body)}`.execute(tx);
    // A connection that keeps its plans does not notice that a name stands for another table: this text is asked here alone.
    const compared = await compareRows(tx, frozen, { told: sql`/* as the trail told it */` });
    await sql`drop view ${sql.raw(viewsRead.map((name) => `pg_temp.${name}`).join(', '))}`.execute(tx);
    return compared;
  });
}

/** The last word of the trail on each row of a table that the freeze could see. Columns that came later have their defaults. */
async function tellAgain(tx: Tx, table: (typeof tablesRead)[number], { seen }: Frozen, { id, transaction_id }: Mark): Promise<void> {
  const shape = await sql<{ keys: string[]; columns: string[]; defaults: string[] }>`
    select array(select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as keys,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select quote_literal(a.attname) || ', ' || pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where d.adrelid = c.oid and a.attgenerated = '' and a.attidentity = '' and pg_get_expr(d.adbin, d.adrelid) !~ '\\(') as defaults
    from pg_class c where c.oid = ${`public.${table}`}::regclass`.execute(tx);
  const { keys = [], columns = [], defaults = [] } = shape.rows[0] ?? {};
  const key = sql.join(keys.map((name) => sql`v.facts ->> ${sql.lit(name)}`));
  const visible = seen === null ? sql`` : sql`and (a.transaction_id = ${transaction_id}::xid8 or pg_visible_in_snapshot(a.transaction_id, ${seen}::pg_snapshot))`;
  const [name, list] = [sql.raw(table), sql.raw(columns.join(', '))];
  await sql`create temporary table ${name} (like public.${name} including indexes) on commit drop`.execute(tx);
  await sql`
    insert into pg_temp.${name} (${list})
    select ${list} from (
      select distinct on (${key}) v.facts, v.stands
      from audit_log a cross join lateral (values (a.before, false), (a.after, true)) v (facts, stands)
      where a.table_name = ${table} and a.id < ${id}::bigint ${visible} and v.facts is not null
      order by ${key}, a.id desc, v.stands desc) as last
    cross join lateral jsonb_populate_record(null::public.${name}, jsonb_build_object(${sql.raw(defaults.join(', '))}) || last.facts) where last.stands`.execute(tx);
  await sql`analyze pg_temp.${name}`.execute(tx);
}
