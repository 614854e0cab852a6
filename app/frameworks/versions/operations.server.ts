import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { Standing } from '../model';
import type { frameworkPolicy } from '../policy';
import { answerAuthors } from '../consultations/notices.server';
import { unansweredIn } from '../consultations/unanswered.server';
import { inviteFormerEndorsers } from './invitations.server';
import { editorOf, lockVersion } from './lock.server';
import { carryMappings } from '../crosswalk/continuation.server';

type Draft = PermitFor<typeof frameworkPolicy.draft>;
/** Whoever writes by hand, or the portal that takes a file in. */
type Start = Draft | PermitFor<typeof frameworkPolicy.import>;
type Edit = PermitFor<typeof frameworkPolicy.edit>;

/** Starts the draft of the next version of a known text: empty, or a copy of the version in force, whose clauses continue those they are copied from. */
export function startDraft(granted: Draft, occasion: Occasion, from: 'empty' | 'copy'): Promise<Result<{ id: string; number: number }>> {
  return inTransaction(granted, occasion, (tx) => startDraftIn(tx, granted, occasion, from));
}

export async function startDraftIn(tx: Tx, granted: Start, occasion: Occasion, from: 'empty' | 'copy'): Promise<Result<{ id: string; number: number }>> {
  const framework = await tx.selectFrom('frameworks').select('id').where('code', '=', granted.subject.code).forUpdate().executeTakeFirst();
  if (framework === undefined) return refused(problem('frameworks:problems.no_such_text'));
  const versions = await tx.selectFrom('framework_versions').selectAll().where('framework_id', '=', framework.id).orderBy('number', 'desc').execute();
  if (versions.some(({ status }) => status === 'draft')) return refused(problem('frameworks:problems.draft_exists'));
  const last = versions[0];
  const model = from === 'copy' ? (versions.find(({ status }) => status === 'published') ?? last) : undefined;
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  await tx.insertInto('framework_versions').values({
    id, framework_id: framework.id, number, standing: 'working_paraphrase', source: model?.source ?? null, authoritative_language: (model ?? last)?.authoritative_language ?? 'en',
    copied_from_id: model?.id ?? null, edited_by: editorOf(granted.actor), created_at: occasion.now,
  }).execute();
  if (model !== undefined) await copyClauses(tx, model.id, id);
  return done({ id, number });
}

async function copyClauses(tx: Tx, from: string, version_id: string): Promise<void> {
  const nodes = await tx.selectFrom('framework_nodes').selectAll().where('version_id', '=', from).execute();
  if (nodes.length === 0) return;
  const copies = new Map(nodes.map(({ id }) => [id, newId()]));
  const copyOf = (id: string) => copies.get(id) ?? '';
  await tx.insertInto('framework_nodes').values(nodes.map(({ id, parent_id, kind, code, position, text_version }) => ({
    id: copyOf(id), version_id, parent_id: parent_id === null ? null : copyOf(parent_id), kind, code, position, text_version, continues_id: id,
  }))).execute();
  const texts = await tx.selectFrom('framework_node_texts').select(['node_id', 'language', 'title', 'body', 'origin', 'checked_by', 'source_version']).where('node_id', 'in', [...copies.keys()]).execute();
  if (texts.length > 0) await tx.insertInto('framework_node_texts').values(texts.map((text) => ({ ...text, node_id: copyOf(text.node_id) }))).execute();
}

export interface CoverForm {
  readonly standing: Standing;
  readonly source: string | null;
  readonly authoritative_language: string;
}

/** Says whose wording the draft is and which language is authoritative. */
export function writeCover(granted: Edit, occasion: Occasion, seen: number | undefined, form: CoverForm): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockVersion(tx, granted);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    await tx.updateTable('framework_versions').set({ ...form, edited_by: editorOf(granted.actor), version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

/** Throws a draft away: before first publication a record can be deleted. FR-2: not where something refers to one of its clauses. */
export function discardDraft(granted: Edit, occasion: Occasion): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockVersion(tx, granted);
    const nodes = await tx.selectFrom('framework_nodes').select('id').where('version_id', '=', row.id).execute();
    const ids = nodes.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.deleteFrom('framework_node_texts').where('node_id', 'in', ids).execute();
      await tx.deleteFrom('framework_nodes').where('id', 'in', ids).execute();
    }
    await tx.deleteFrom('framework_versions').where('id', '=', row.id).execute();
    return done({ id: row.id });
  });
}

export interface Publication {
  readonly id: string;
  /** How many people were invited to endorse it. */
  readonly invited: number;
}

/**
 * Publishes a draft; the version before becomes superseded and stays readable. FR-1: from now on it never changes. FR-5: no endorsement
 * is rewritten; who endorsed an earlier version is invited by mail to endorse this one. CN-8: what was said on the draft is answered first.
 */
export function publishVersion(granted: PermitFor<typeof frameworkPolicy.publish>, occasion: Occasion): Promise<Result<Publication>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockVersion(tx, granted);
    const silent = await clauseWithoutWords(tx, row);
    if (silent === 'none') return refused(problem('frameworks:problems.empty_version'));
    if (silent !== undefined) return refused(problem('frameworks:problems.no_authoritative_text', undefined, { code: silent }));
    const unanswered = await unansweredIn(tx, row.id, occasion.now);
    if (unanswered.length > 0) return refused(...unanswered);
    await tx.updateTable('framework_versions').set({ status: 'superseded' }).where('framework_id', '=', row.framework_id).where('status', '=', 'published').execute();
    await tx.updateTable('framework_versions').set({
      status: 'published', published_at: occasion.now, published_by: editorOf(granted.actor), version: row.version + 1,
    }).where('id', '=', row.id).execute();
    await carryMappings(tx, row.id);
    await answerAuthors(tx, row.id, occasion.now);
    return done({ id: row.id, invited: await inviteFormerEndorsers(tx, row, occasion.now) });
  });
}

/** The code of a clause that says nothing in the authoritative language; `none` where there is no clause at all. */
async function clauseWithoutWords(tx: Tx, version: { readonly id: string; readonly authoritative_language: string }): Promise<string | undefined> {
  const clauses = await tx.selectFrom('framework_nodes as n')
    .leftJoin('framework_node_texts as t', (join) => join.onRef('t.node_id', '=', 'n.id').on('t.language', '=', version.authoritative_language))
    .select(['n.code', 't.title']).where('n.version_id', '=', version.id).execute();
  return clauses.length === 0 ? 'none' : clauses.find(({ title }) => title === null)?.code;
}
