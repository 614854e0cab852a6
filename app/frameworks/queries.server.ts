import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { cellsFor } from './coverage/cells.server';
import { emptyCell } from './coverage/model';
import type { NodeKind, Standing } from './model';

/** A version of a framework with its name in the reader's language. Days are `YYYY-MM-DD`. */
export interface Version {
  readonly id: string;
  readonly framework_id: string;
  readonly framework: string;
  readonly name: string;
  readonly short_name: string;
  readonly number: number;
  readonly status: 'published' | 'superseded';
  readonly standing: Standing;
  /** Where the wording comes from. */
  readonly source: string | null;
  readonly authoritative_language: string;
  readonly published_on: string;
}

/** A clause in the reader's language where there is a text in it, else in the authoritative one. */
export interface Clause {
  readonly id: string;
  readonly parent_id: string | null;
  readonly code: string;
  readonly kind: NodeKind;
  readonly position: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly machine: boolean;
  /** The translation was made from earlier words of the authoritative language. */
  readonly outdated: boolean;
  /** How many promises name it, or a clause under it; each is counted once. */
  readonly commitments: number;
  /** Pledges for them and their money, in US dollars. */
  readonly pledges: number;
  readonly pledged: string;
  readonly disbursed: string;
}

const versionColumns = sql`v.id, v.framework_id, f.code as framework, coalesce(t.name, a.name, f.code) as name, coalesce(t.short_name, a.short_name, f.code) as short_name, v.number, v.status,
  v.standing, v.source, v.authoritative_language, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on`;
const versionTables = ({ language }: View) => sql`framework_versions v join frameworks f on f.id = v.framework_id
  left join framework_texts t on t.framework_id = f.id and t.language = ${language}
  left join framework_texts a on a.framework_id = f.id and a.language = v.authoritative_language`;

/** The version of a framework with a number; without one that in force, else the last one that was. A draft is nobody's to read yet. */
export async function findVersion(_viewer: Actor, framework: string, view: View, number: number | null = null): Promise<Version | undefined> {
  const found = await sql<Version>`
    select ${versionColumns} from ${versionTables(view)}
    where f.code = ${framework} and v.status <> 'draft' and (${number}::int is null or v.number = ${number}::int) order by v.status = 'published' desc, v.number desc limit 1`.execute(database());
  return found.rows[0];
}

/** The number of a version in an address (`?version=1`); null where there is none, and 0, which no version has, where it is no number. */
export function askedVersion(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get('version');
  return asked === null || asked === '' ? null : /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
}

export interface FrameworkRow extends Version {
  readonly clauses: number;
}

/** Every framework by the version that is in force, the one that is endorsed first. */
export async function listFrameworks(_viewer: Actor, view: View, first: string): Promise<FrameworkRow[]> {
  const found = await sql<FrameworkRow>`
    select ${versionColumns}, (select count(*)::int from framework_nodes n where n.version_id = v.id) as clauses
    from ${versionTables(view)} where v.status = 'published' order by f.code <> ${first}, f.code collate "C"`.execute(database());
  return found.rows;
}

/** Every version that was ever in force: the framework that is endorsed first, the latest version of each first. */
export async function listVersions(_viewer: Actor, view: View, first: string): Promise<Version[]> {
  const found = await sql<Version>`
    select ${versionColumns} from ${versionTables(view)} where v.status <> 'draft' order by f.code <> ${first}, f.code collate "C", v.number desc`.execute(database());
  return found.rows;
}

/** The title and text of `framework_nodes n` of `framework_versions v`, as lateral table `words`. */
export const clauseWords = ({ language }: View): RawBuilder<unknown> => sql`lateral (
  select x.title, x.body, x.language, x.origin = 'machine' and x.checked_by is null as machine, x.source_version < n.text_version as outdated from framework_node_texts x
  where x.node_id = n.id order by x.language = ${language} desc, x.language = v.authoritative_language desc, x.language limit 1) words on true`;

/** The words of the clauses of a version, in their order. */
export type ClauseWords = Omit<Clause, 'commitments' | 'pledges' | 'pledged' | 'disbursed'>;

export async function wordsOfClauses(_viewer: Actor, versionId: string, view: View): Promise<ClauseWords[]> {
  const found = await sql<ClauseWords>`
    select n.id, n.parent_id, n.code, n.kind, n.position, coalesce(words.title, n.code) as title, coalesce(words.body, '') as body,
      coalesce(words.language, v.authoritative_language) as language, coalesce(words.machine, false) as machine, coalesce(words.outdated, false) as outdated
    from framework_nodes n join framework_versions v on v.id = n.version_id left join ${clauseWords(view)}
    where n.version_id = ${versionId} order by n.position, n.code collate "C"`.execute(database());
  return found.rows;
}

/** The clauses of a version in their order, with how many promises each is named by and the money behind them. */
export async function clausesOf(viewer: Actor, versionId: string, view: View): Promise<Clause[]> {
  const words = await wordsOfClauses(viewer, versionId, view);
  const cells = await cellsFor(viewer, { scopes: words.map(({ id }) => id), kinds: ['all'] }, view);
  const counts = new Map(cells.map((cell) => [cell.scope, cell]));
  return words.map((clause) => {
    const { commitments, pledges, pledged, disbursed } = counts.get(clause.id) ?? emptyCell;
    return { ...clause, commitments, pledges, pledged, disbursed };
  });
}
