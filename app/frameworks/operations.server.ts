import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { NodeKind, Standing } from './model';
import type { frameworkPolicy } from './policy';
import { editorOf } from './versions/lock.server';

type InLanguages = Readonly<Partial<Record<Language, string>>>;

export interface NodeForm {
  readonly code: string;
  readonly kind: NodeKind;
  readonly title: InLanguages;
  readonly text: InLanguages;
  readonly children: readonly NodeForm[];
}

export interface VersionForm {
  readonly name: InLanguages;
  readonly short_name: InLanguages;
  readonly standing: Standing;
  readonly source: string | null;
  readonly nodes: readonly NodeForm[];
}

type Draft = PermitFor<typeof frameworkPolicy.draft>;

/** Drafts the next version of a framework (the first makes the framework too), with its whole tree in every language that is given. */
export function draftVersion(granted: Draft, occasion: Occasion, form: VersionForm): Promise<Result<{ id: string; number: number }>> {
  return inTransaction(granted, occasion, (tx) => draftVersionIn(tx, granted, occasion, form));
}

export async function draftVersionIn(tx: Tx, granted: Draft, occasion: Occasion, form: VersionForm): Promise<Result<{ id: string; number: number }>> {
  const framework_id = await frameworkIn(tx, granted.subject.code, form);
  const last = await tx.selectFrom('framework_versions').select((eb) => eb.fn.max('number').as('number')).where('framework_id', '=', framework_id).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const id = newId();
  await tx.insertInto('framework_versions').values({
    id, framework_id, number, standing: form.standing, source: form.source, created_at: occasion.now, edited_by: editorOf(granted.actor),
  }).execute();
  await insertNodes(tx, id, null, form.nodes);
  return done({ id, number });
}

async function frameworkIn(tx: Tx, code: string, form: VersionForm): Promise<string> {
  const known = await tx.selectFrom('frameworks').select('id').where('code', '=', code).forUpdate().executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = newId();
  await tx.insertInto('frameworks').values({ id, code }).execute();
  await tx.insertInto('framework_texts').values(
    Object.entries(form.name).map(([language, name]) => ({ framework_id: id, language, name, short_name: form.short_name[language as Language] ?? name })),
  ).execute();
  return id;
}

/** Inserts the nodes of one level, then each one's children; the order is the position. */
async function insertNodes(tx: Tx, version_id: string, parent_id: string | null, nodes: readonly NodeForm[]): Promise<void> {
  if (nodes.length === 0) return;
  const rows = nodes.map((node, at) => ({ node, id: newId(), position: at + 1 }));
  await tx.insertInto('framework_nodes').values(rows.map(({ node, id, position }) => ({ id, version_id, parent_id, kind: node.kind, code: node.code, position }))).execute();
  await tx.insertInto('framework_node_texts').values(
    rows.flatMap(({ node, id }) => Object.entries(node.title).map(([language, title]) => ({ node_id: id, language, title, body: node.text[language as Language] ?? '' }))),
  ).execute();
  for (const { node, id } of rows) await insertNodes(tx, version_id, id, node.children);
}
