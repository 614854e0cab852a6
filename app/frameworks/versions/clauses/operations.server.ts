import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { NodeKind } from '../../model';
import type { frameworkPolicy } from '../../policy';
import { lockVersion, wroteIn } from '../lock.server';
import { standsUnder } from './model';
import { referencesTo } from './references.server';

type Edit = PermitFor<typeof frameworkPolicy.edit>;
type Version = Awaited<ReturnType<typeof lockVersion>>;

/** Where a clause stands and what it is called. */
export interface PlaceForm {
  readonly code: string;
  readonly kind: NodeKind;
  readonly parent_id: string | null;
  readonly continues_id: string | null;
}
/** What a clause says in one language. */
export interface WordsForm {
  readonly title: string;
  readonly body: string;
  readonly origin: 'human' | 'machine';
}

const noSuchClause = problem('frameworks:problems.no_such_clause');

/** Does one thing to a draft, and says who wrote in it last. */
function inDraft<Value>(granted: Edit, occasion: Occasion, work: (tx: Tx, version: Version) => Promise<Result<Value>>): Promise<Result<Value>> {
  return inTransaction(granted, occasion, async (tx) => {
    const version = await lockVersion(tx, granted);
    const result = await work(tx, version);
    if (result.ok) await wroteIn(tx, version, granted.actor);
    return result;
  });
}

/** Adds a clause as the last one under its parent, with its words in the authoritative language. */
export function addClause(granted: Edit, occasion: Occasion, place: PlaceForm, words: Omit<WordsForm, 'origin'>): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, (tx, version) => addClauseIn(tx, version, place, words));
}

export async function addClauseIn(tx: Tx, version: Version, place: PlaceForm, words: Omit<WordsForm, 'origin'>): Promise<Result<{ id: string }>> {
  const wrong = await wrongWith(tx, version, null, place);
  if (wrong !== undefined) return refused(wrong);
  const id = newId();
  await tx.insertInto('framework_nodes').values({ id, version_id: version.id, ...place, position: await lastUnder(tx, version.id, place.parent_id) + 1 }).execute();
  await tx.insertInto('framework_node_texts').values({ node_id: id, language: version.authoritative_language, ...words }).execute();
  return done({ id });
}

/** Gives a clause another code, kind or parent, or says which earlier clause it continues. Under another parent it becomes the last. */
export function placeClause(granted: Edit, occasion: Occasion, id: string, seen: number | undefined, place: PlaceForm): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, async (tx, version) => {
    const clause = await clauseOf(tx, version.id, id);
    if (clause === undefined) return refused(noSuchClause);
    if (seen !== undefined && seen !== clause.version) return refused(problem('form:problems.changed_meanwhile'));
    const wrong = await wrongWith(tx, version, id, place);
    if (wrong !== undefined) return refused(wrong);
    const position = place.parent_id === clause.parent_id ? clause.position : await lastUnder(tx, version.id, place.parent_id) + 1;
    await tx.updateTable('framework_nodes').set({ ...place, position, version: clause.version + 1 }).where('id', '=', id).execute();
    return done({ id });
  });
}

/** Moves a clause one place up or down among those under the same parent. */
export function moveClause(granted: Edit, occasion: Occasion, id: string, by: -1 | 1): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, async (tx, version) => {
    const clause = await clauseOf(tx, version.id, id);
    if (clause === undefined) return refused(noSuchClause);
    const beside = await tx.selectFrom('framework_nodes').select(['id', 'position']).where('version_id', '=', version.id)
      .where('parent_id', 'is not distinct from', clause.parent_id).orderBy('position').orderBy('code').execute();
    const at = beside.findIndex((one) => one.id === id);
    const other = beside[at + by];
    if (other === undefined) return refused(problem('frameworks:problems.at_the_end'));
    const order = beside.map((one) => one.id).toSpliced(at, 1).toSpliced(at + by, 0, id);
    for (const [place, one] of order.entries()) await tx.updateTable('framework_nodes').set({ position: place + 1 }).where('id', '=', one).where('position', '<>', place + 1).execute();
    return done({ id });
  });
}

/** Writes a clause in one language. Another wording in the authoritative language marks the translations out of date. */
export function writeWords(granted: Edit, occasion: Occasion, id: string, seen: number | undefined, language: string, words: WordsForm): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, async (tx, version) => {
    const clause = await clauseOf(tx, version.id, id);
    if (clause === undefined) return refused(noSuchClause);
    if (seen !== undefined && seen !== clause.version) return refused(problem('form:problems.changed_meanwhile'));
    return writeWordsIn(tx, version, clause, language, words);
  });
}

type Clause = NonNullable<Awaited<ReturnType<typeof clauseOf>>>;

export async function writeWordsIn(tx: Tx, version: Pick<Version, 'authoritative_language'>, clause: Clause, language: string, words: WordsForm): Promise<Result<{ id: string }>> {
  const authoritative = language === version.authoritative_language;
  const before = await tx.selectFrom('framework_node_texts').select(['title', 'body']).where('node_id', '=', clause.id).where('language', '=', language).executeTakeFirst();
  const says = before?.title !== words.title || before.body !== words.body;
  const text_version = clause.text_version + (authoritative && says && before !== undefined ? 1 : 0);
  const row = { title: words.title, body: words.body, origin: authoritative ? 'human' : words.origin, checked_by: null, source_version: text_version };
  await tx.insertInto('framework_node_texts').values({ node_id: clause.id, language, ...row })
    .onConflict((conflict) => conflict.columns(['node_id', 'language']).doUpdateSet(row)).execute();
  await tx.updateTable('framework_nodes').set({ text_version, version: clause.version + 1 }).where('id', '=', clause.id).execute();
  return done({ id: clause.id });
}

/** Somebody has read a translation beside the authoritative words and stands for it. */
export function checkWords(granted: Edit, occasion: Occasion, id: string, language: string): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, async (tx, version) => {
    const clause = await clauseOf(tx, version.id, id);
    if (clause === undefined) return refused(noSuchClause);
    if (granted.actor.kind !== 'person' || language === version.authoritative_language) return refused(problem('frameworks:problems.nothing_to_check'));
    const checked = await tx.updateTable('framework_node_texts').set({ checked_by: granted.actor.id, source_version: clause.text_version })
      .where('node_id', '=', id).where('language', '=', language).returning('language').executeTakeFirst();
    return checked === undefined ? refused(problem('frameworks:problems.nothing_to_check')) : done({ id });
  });
}

/** FR-2: deletes a clause that nothing refers to and under which no other stands; a refusal says what is in the way. */
export function deleteClause(granted: Edit, occasion: Occasion, id: string): Promise<Result<{ id: string }>> {
  return inDraft(granted, occasion, async (tx, version) => {
    const clause = await clauseOf(tx, version.id, id);
    if (clause === undefined) return refused(noSuchClause);
    const kept = await referencesTo(tx, id);
    if (kept.length > 0) return refused(...kept);
    await tx.deleteFrom('framework_node_texts').where('node_id', '=', id).execute();
    await tx.deleteFrom('framework_nodes').where('id', '=', id).execute();
    return done({ id });
  });
}

export const clauseOf = (tx: Tx, version_id: string, id: string) =>
  tx.selectFrom('framework_nodes').selectAll().where('id', '=', id).where('version_id', '=', version_id).executeTakeFirst();

async function lastUnder(tx: Tx, version_id: string, parent_id: string | null): Promise<number> {
  const last = await tx.selectFrom('framework_nodes').select((eb) => eb.fn.max('position').as('position')).where('version_id', '=', version_id)
    .where('parent_id', 'is not distinct from', parent_id).executeTakeFirst();
  return last?.position ?? 0;
}

/** The parent is another clause of the same draft and does not stand under this one; what is continued is a clause of an earlier version of the same text. */
async function wrongWith(tx: Tx, version: Version, id: string | null, place: PlaceForm): Promise<Problem | undefined> {
  if (place.parent_id !== null) {
    const nodes = await tx.selectFrom('framework_nodes').select(['id', 'parent_id']).where('version_id', '=', version.id).execute();
    if (!nodes.some((node) => node.id === place.parent_id)) return problem('frameworks:problems.no_such_parent', 'parent_id');
    if (id !== null && standsUnder(nodes, place.parent_id, id)) return problem('frameworks:problems.under_itself', 'parent_id');
  }
  if (place.continues_id === null) return undefined;
  const earlier = await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').select('n.id')
    .where('n.id', '=', place.continues_id).where('v.framework_id', '=', version.framework_id).where('v.number', '<', version.number).executeTakeFirst();
  return earlier === undefined ? problem('frameworks:problems.not_earlier', 'continues_id') : undefined;
}
