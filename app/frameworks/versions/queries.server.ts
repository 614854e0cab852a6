import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { NodeKind, Standing } from '../model';
import { keepsTexts, type VersionRef } from '../policy';

/** A text as its keepers see it: with the draft, if there is one. */
export interface KeptVersion extends VersionRef {
  readonly number: number;
  readonly standing: Standing;
  readonly published_on: string | null;
  readonly clauses: number;
  readonly endorsements: number;
  readonly editor: string | null;
}
export interface KeptText {
  readonly code: string;
  readonly name: string;
  readonly versions: readonly KeptVersion[];
}

const nameOf = ({ language }: View) => sql`coalesce((select x.name from framework_texts x where x.framework_id = f.id order by x.language = ${language} desc, x.language = 'en' desc limit 1), f.code)`;

/** A text with all its versions, the latest first; absent for whoever does not keep texts. */
export async function findText(viewer: Actor, code: string, view: View): Promise<KeptText | undefined> {
  if (!keepsTexts(viewer)) return undefined;
  const found = await sql<KeptVersion & { code: string; name: string }>`
    select f.code, ${nameOf(view)} as name, v.id, v.number, v.status, v.standing, v.edited_by, p.name as editor, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      (select count(*)::int from framework_nodes n where n.version_id = v.id) as clauses,
      (select count(*)::int from endorsements e where e.version_id = v.id and e.status = 'published') as endorsements
    from frameworks f join framework_versions v on v.framework_id = f.id left join people p on p.id = v.edited_by
    where f.code = ${code} order by v.number desc`.execute(database());
  const [first] = found.rows;
  return first === undefined ? undefined : { code: first.code, name: first.name, versions: found.rows };
}

/** Every text, also one that has a draft alone; none for others than those who keep them. */
export async function listTexts(viewer: Actor, view: View): Promise<{ readonly code: string; readonly name: string; readonly drafts: boolean; readonly endorsements: number }[]> {
  if (!keepsTexts(viewer)) return [];
  const found = await sql<{ code: string; name: string; drafts: boolean; endorsements: number }>`
    select f.code, ${nameOf(view)} as name, exists (select from framework_versions v where v.framework_id = f.id and v.status = 'draft') as drafts,
      (select count(*)::int from endorsements e join framework_versions v on v.id = e.version_id where v.framework_id = f.id) as endorsements
    from frameworks f order by f.code collate "C"`.execute(database());
  return found.rows;
}

/** A version at its desk. */
export interface DraftVersion extends VersionRef {
  readonly framework_id: string;
  readonly framework: string;
  readonly name: string;
  readonly number: number;
  readonly standing: Standing;
  readonly source: string | null;
  readonly authoritative_language: string;
  readonly version: number;
  readonly editor: string | null;
  /** The number of the version that it was copied from. */
  readonly copied_from: number | null;
  /** The number of the version in force. */
  readonly in_force: number | null;
}

/** A version by its number, for those who keep texts. */
export async function findDraft(viewer: Actor, code: string, number: string, view: View): Promise<DraftVersion | undefined> {
  if (!keepsTexts(viewer) || !/^\d{1,6}$/.test(number)) return undefined;
  const found = await sql<DraftVersion>`
    select v.id, v.framework_id, f.code as framework, ${nameOf(view)} as name, v.number, v.status, v.standing, v.source, v.authoritative_language, v.version, v.edited_by, p.name as editor,
      (select x.number from framework_versions x where x.id = v.copied_from_id) as copied_from,
      (select x.number from framework_versions x where x.framework_id = f.id and x.status = 'published') as in_force
    from framework_versions v join frameworks f on f.id = v.framework_id left join people p on p.id = v.edited_by
    where f.code = ${code} and v.number = ${Number(number)}`.execute(database());
  return found.rows[0];
}

/** What a clause says in one language, and who stands for it. */
export interface DraftWords {
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly origin: 'human' | 'machine';
  readonly checked_by: string | null;
  readonly checker: string | null;
  readonly source_version: number;
}
export interface DraftClause {
  readonly id: string;
  readonly parent_id: string | null;
  readonly code: string;
  readonly kind: NodeKind;
  readonly position: number;
  readonly version: number;
  readonly text_version: number;
  readonly continues_id: string | null;
  readonly continues: string | null;
  readonly words: readonly DraftWords[];
}

/** Every clause of a draft with its words in every language. */
export async function draftClauses(_viewer: Actor, draft: Pick<DraftVersion, 'id'>): Promise<DraftClause[]> {
  const found = await sql<DraftClause>`
    select n.id, n.parent_id, n.code, n.kind, n.position, n.version, n.text_version, n.continues_id, former.code as continues,
      (select coalesce(json_agg(json_build_object('language', t.language, 'title', t.title, 'body', t.body, 'origin', t.origin, 'checked_by', t.checked_by, 'checker', p.name,
          'source_version', t.source_version)), '[]') from framework_node_texts t left join people p on p.id = t.checked_by where t.node_id = n.id) as words
    from framework_nodes n left join framework_nodes former on former.id = n.continues_id where n.version_id = ${draft.id} order by n.position, n.code collate "C"`.execute(database());
  return found.rows;
}

export interface EarlierClause {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** The clauses of the version before, in its order: what a clause of the draft may continue. */
export async function earlierClauses(_viewer: Actor, draft: Pick<DraftVersion, 'framework_id' | 'number'>, view: View): Promise<EarlierClause[]> {
  const found = await sql<EarlierClause>`
    select n.id, n.code, coalesce((select t.title from framework_node_texts t where t.node_id = n.id order by t.language = ${view.language} desc, t.language = v.authoritative_language desc limit 1), n.code) as title
    from framework_nodes n join framework_versions v on v.id = n.version_id
    where v.id = (select x.id from framework_versions x where x.framework_id = ${draft.framework_id} and x.number < ${draft.number} and x.status <> 'draft' order by x.number desc limit 1)
    order by n.code collate "C"`.execute(database());
  return found.rows;
}
