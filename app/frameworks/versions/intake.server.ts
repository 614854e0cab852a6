import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { compared, type Incoming, type Origin, type Outcomes } from '#app/records/sources/model';
import { askAbout, keepSources, knownRows } from '#app/records/sources/operations.server';
import { textIn, type IncomingText } from '../intake.server';
import type { frameworkPolicy } from '../policy';
import { writeWordsIn } from './clauses/operations.server';
import { startDraftIn } from './operations.server';

/** A clause as a file gives it: its words in one language, under a clause that the file names too. */
export interface IncomingClause extends Incoming {
  readonly code: string;
  readonly title: string;
  readonly language: string;
  readonly parent: { readonly code: string; readonly title: string };
}

type Take = PermitFor<typeof frameworkPolicy.import>;
type Placed = IncomingClause & { readonly id: string };

/**
 * Takes the clauses of a file into the draft of its text, in the order of the file. Without a draft one is started: of a text that has a
 * version in force as its copy, so that nothing that is published changes (FR-1). A clause that a person has written in since stays as it
 * is and is put on the list for a person. A file that says what it said before starts nothing.
 */
export async function takeClausesIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, text: IncomingText, rows: readonly IncomingClause[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const outcomes = compared(rows, known, () => newId());
  const placed = rows.map((row): Placed => ({ ...row, id: outcomes.get(row.source_key)?.id ?? '' }));
  const touched = placed.filter((row) => outcomes.get(row.source_key)?.outcome !== 'unchanged');
  if (touched.length === 0) return outcomes;
  const draft = await draftOf(tx, granted, occasion, text);
  for (const row of touched) {
    const settled = outcomes.get(row.source_key)?.outcome === 'new' ? await insertClause(tx, draft, row) : await changeClause(tx, draft, row);
    if (settled !== undefined) outcomes.set(row.source_key, { outcome: 'changed', id: settled });
    else if (outcomes.get(row.source_key)?.outcome === 'changed') await askAbout(tx, origin, 'framework_nodes', [{ record_id: row.id, code: 'edited', details: { title: row.title } }]);
  }
  await keepSources(tx, origin, 'framework_nodes', touched.map(({ source_key, content_hash }) => ({ source_key, content_hash, record_id: outcomes.get(source_key)?.id ?? '' })));
  return outcomes;
}

type Draft = Awaited<ReturnType<typeof draftOf>>;

async function draftOf(tx: Tx, granted: Take, occasion: Occasion, text: IncomingText) {
  const framework_id = await textIn(tx, text);
  const find = () => tx.selectFrom('framework_versions').selectAll().where('framework_id', '=', framework_id).where('status', '=', 'draft').forUpdate().executeTakeFirst();
  const open = await find();
  if (open !== undefined) return open;
  await startDraftIn(tx, granted, occasion, 'copy');
  const started = await find();
  if (started === undefined) throw new Error(`no draft of ${text.code} could be started`);
  return started;
}

async function insertClause(tx: Tx, draft: Draft, row: Placed): Promise<undefined> {
  const parent_id = await parentIn(tx, draft, row);
  await tx.insertInto('framework_nodes').values({ id: row.id, version_id: draft.id, parent_id, kind: 'action_line', code: row.code, position: await nextUnder(tx, draft.id, parent_id) }).execute();
  await tx.insertInto('framework_node_texts').values({ node_id: row.id, language: row.language, title: row.title, body: '' }).execute();
  return undefined;
}

/** The clause in this draft that carries what the source named, rewritten; undefined where a person has written in it since. */
async function changeClause(tx: Tx, draft: Draft, row: Placed): Promise<string | undefined> {
  const clause = await tx.selectFrom('framework_nodes').selectAll().where('version_id', '=', draft.id)
    .where((eb) => eb.or([eb('id', '=', row.id), eb('continues_id', '=', row.id)])).executeTakeFirst();
  if (clause?.version !== 1) return undefined;
  const parent_id = await parentIn(tx, draft, row);
  await writeWordsIn(tx, draft, clause, row.language, { title: row.title, body: '', origin: 'human' });
  const moves = parent_id === clause.parent_id ? {} : { parent_id, position: await nextUnder(tx, draft.id, parent_id) };
  // What a file wrote is still untouched by people: its version stays the first.
  await tx.updateTable('framework_nodes').set({ ...moves, version: 1 }).where('id', '=', clause.id).execute();
  return clause.id;
}

async function parentIn(tx: Tx, draft: Draft, { parent, language }: IncomingClause): Promise<string> {
  const known = await tx.selectFrom('framework_nodes').select('id').where('version_id', '=', draft.id).where('code', '=', parent.code).executeTakeFirst();
  const id = known?.id ?? newId();
  if (known === undefined) await tx.insertInto('framework_nodes').values({ id, version_id: draft.id, kind: 'pillar', code: parent.code, position: await nextUnder(tx, draft.id, null) }).execute();
  await tx.insertInto('framework_node_texts').values({ node_id: id, language, title: parent.title, body: '' }).onConflict((conflict) => conflict.columns(['node_id', 'language']).doNothing()).execute();
  return id;
}

async function nextUnder(tx: Tx, version_id: string, parent_id: string | null): Promise<number> {
  const last = await tx.selectFrom('framework_nodes').select((eb) => eb.fn.max('position').as('position')).where('version_id', '=', version_id)
    .where('parent_id', 'is not distinct from', parent_id).executeTakeFirst();
  return (last?.position ?? 0) + 1;
}
