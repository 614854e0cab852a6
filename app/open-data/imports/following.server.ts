import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { QuestionCode } from '#app/records/sources/model';
import { mostAsked, mostListed, type RecordName } from './outcome';
import { seenBy } from './queries.server';

/** A record that an import was the last to write. */
export interface WrittenRecord extends RecordName {
  readonly name: string | null;
}

export interface OpenQuestion {
  readonly id: string;
  readonly code: QuestionCode;
  readonly record: RecordName;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface PossiblePair {
  readonly id: string;
  readonly reason: 'same_identifier' | 'same_name' | 'similar_name' | 'same_site';
  readonly identifier: string | null;
  readonly one: { readonly ref: string; readonly name: string };
  readonly other: { readonly ref: string; readonly name: string };
}

/** The first of something, and how many there are. */
export interface Some<Row> {
  readonly rows: readonly Row[];
  readonly count: number;
}

/** The import itself, where the viewer sees it. */
const seen = (viewer: Actor, importId: string): RawBuilder<string> => sql`(select i.id from imports i where i.id = ${importId}::uuid and ${seenBy(viewer)})`;

const records = sql`(
  select id, 'commitments' as table, ref, (select title from commitment_texts t where t.commitment_id = c.id and t.language = c.language) as name from commitments c
  union all select id, 'organisations', ref, name from organisations
  union all select id, 'pledges', ref, title from pledges
  union all select id, 'sessions', ref, title from sessions
  union all select id, 'activities', iati_identifier, (select title from activity_texts t where t.activity_id = a.id and t.language = a.language) from activities a
  union all select id, 'indicator_values', country_iso2 || ' ' || indicator_code || ' ' || year, null from indicator_values
  union all select e.id, 'endorsements', e.ref, coalesce(o.name, k.name) from endorsements e left join organisations o on o.id = e.organisation_id left join country_texts k on k.iso2 = e.country_iso2 and k.language = 'en'
  union all select n.id, 'framework_nodes', f.code || ' ' || n.code, (select title from framework_node_texts t where t.node_id = n.id and t.language = v.authoritative_language)
    from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id)`;

/** Records that this import was the last to write, for those kinds whose records have a page. */
export async function writtenBy(viewer: Actor, importId: string): Promise<Some<WrittenRecord>> {
  const tables = sql`import_id = ${seen(viewer, importId)} and table_name in ('commitments', 'organisations', 'activities', 'pledges', 'sessions', 'endorsements', 'framework_nodes')`;
  const [found, counted] = await Promise.all([
    sql<WrittenRecord>`
      with written as materialized (select record_id from import_sources where ${tables} order by record_id limit ${mostListed})
      select r.table, r.ref, r.name from written join ${records} r on r.id = written.record_id order by r.ref collate "C"`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from import_sources where ${tables}`.execute(database()),
  ]);
  return { rows: found.rows, count: counted.rows[0]?.count ?? 0 };
}

/** What this import leaves for a person, oldest first. */
export async function openQuestions(viewer: Actor, importId: string): Promise<Some<OpenQuestion>> {
  const open = sql`q.import_id = ${seen(viewer, importId)} and q.status = 'open'`;
  const [found, counted] = await Promise.all([
    sql<OpenQuestion>`
      with asked as materialized (select * from import_questions q where ${open} order by q.code, q.id limit ${mostAsked})
      select q.id, q.code, q.details, json_build_object('table', r.table, 'ref', r.ref) as record from asked q join ${records} r on r.id = q.record_id order by q.code, q.id`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from import_questions q where ${open}`.execute(database()),
  ]);
  return { rows: found.rows, count: counted.rows[0]?.count ?? 0 };
}

/** ME-1: organisations of this import that may be the same as another, for a person to decide. */
export async function openPairs(viewer: Actor, importId: string): Promise<Some<PossiblePair>> {
  const of = sql`organisation_duplicates d where d.status = 'open'
    and d.organisation_id in (select record_id from import_sources where import_id = ${seen(viewer, importId)} and table_name = 'organisations')`;
  const [found, counted] = await Promise.all([
    sql<PossiblePair>`
      with pairs as materialized (select * from ${of} order by d.id limit ${mostAsked})
      select d.id, d.reason, d.claimed_identifier as identifier, json_build_object('ref', o.ref, 'name', o.name) as one, json_build_object('ref', p.ref, 'name', p.name) as other
      from pairs d join organisations o on o.id = d.organisation_id join organisations p on p.id = d.other_id order by d.id`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from ${of}`.execute(database()),
  ]);
  return { rows: found.rows, count: counted.rows[0]?.count ?? 0 };
}

/** A question by its id, with the import it belongs to. */
export async function findQuestion(viewer: Actor, importId: string, id: string): Promise<{ readonly id: string } | undefined> {
  if (!isId(id)) return undefined;
  return database().selectFrom('import_questions').select('id').where('id', '=', id).where('import_id', '=', sql<string>`${seen(viewer, importId)}`).executeTakeFirst();
}
