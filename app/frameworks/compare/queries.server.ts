import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isLanguage, type Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { draftsVisibleTo } from '../visible.server';
import { clauseWords } from '../queries.server';
import { differences, type ComparedClause, type Difference } from './model';

export interface ComparedVersion {
  readonly id: string;
  readonly number: number;
  readonly status: 'draft' | 'published' | 'superseded';
  readonly published_on: string | null;
}

export interface Comparison {
  readonly framework: string;
  readonly name: string;
  readonly versions: readonly ComparedVersion[];
  readonly from: ComparedVersion;
  readonly to: ComparedVersion;
  readonly rows: readonly Difference[];
}

/** Two versions of a text that the viewer may read; without numbers the last two. Undefined where there are no two. */
export async function compareVersions(viewer: Actor, code: string, asked: { readonly from: string | null; readonly to: string | null }, view: View): Promise<Comparison | undefined> {
  const found = await sql<ComparedVersion & { name: string }>`
    select v.id, v.number, v.status, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      coalesce((select x.name from framework_texts x where x.framework_id = f.id order by x.language = ${view.language} desc, x.language = 'en' desc limit 1), f.code) as name
    from framework_versions v join frameworks f on f.id = v.framework_id
    where f.code = ${code} and (v.status <> 'draft' or ${draftsVisibleTo(viewer, view)}) order by v.number`.execute(database());
  const versions = found.rows.map(({ name: _, ...version }) => version);
  const numbered = (number: string | null, otherwise: number) => versions.find((one) => String(one.number) === number) ?? (number === null ? versions.at(otherwise) : undefined);
  const [from, to] = [numbered(asked.from, -2), numbered(asked.to, -1)];
  if (from === undefined || to === undefined || from.number === to.number) return undefined;
  const [older, newer] = from.number < to.number ? [from, to] : [to, from];
  const read = { ...view, language: await languageOf(newer.id, view) };
  const [before, after] = await Promise.all([comparedClauses(older.id, null, read), comparedClauses(newer.id, older.id, read)]);
  return { framework: code, name: found.rows[0]?.name ?? code, versions, from: older, to: newer, rows: differences(before, after) };
}

/** The reader's language, unless a translation in it is older than the authoritative words: it would hide what has changed. */
async function languageOf(version_id: string, { language }: View): Promise<Language> {
  const found = await sql<{ language: string }>`
    select v.authoritative_language as language from framework_versions v where v.id = ${version_id} and exists (
      select from framework_nodes n join framework_node_texts t on t.node_id = n.id where n.version_id = v.id and t.language = ${language} and t.source_version < n.text_version)`.execute(database());
  const authoritative = found.rows[0]?.language;
  return isLanguage(authoritative) ? authoritative : language;
}

/** The clauses of a version; each names the clause of `earlier` that it continues, over all versions between. */
async function comparedClauses(version_id: string, earlier: string | null, view: View): Promise<ComparedClause[]> {
  const found = await sql<ComparedClause>`
    with recursive line as (
      select n.id as start, n.continues_id as at from framework_nodes n where n.version_id = ${version_id} and n.continues_id is not null
      union all
      select line.start, p.continues_id from line join framework_nodes p on p.id = line.at where p.version_id is distinct from ${earlier}::uuid and p.continues_id is not null
    )
    select n.id, n.parent_id, n.position, n.code, coalesce(words.title, n.code) as title, coalesce(words.body, '') as body,
      (select line.at from line join framework_nodes p on p.id = line.at where line.start = n.id and p.version_id = ${earlier}::uuid limit 1) as continues
    from framework_nodes n join framework_versions v on v.id = n.version_id left join ${clauseWords(view)}
    where n.version_id = ${version_id} order by n.position, n.code collate "C"`.execute(database());
  return found.rows;
}
