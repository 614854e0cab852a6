import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { writeCountries, writeNodes, writeText } from '../drafting/parts.server';
import type { commitmentPolicy } from '../policy';

/** A commitment as a file names it: what the source does not say stays missing. */
export interface IncomingCommitment {
  readonly source_name: string;
  /** Identity inside the source: the same in every later edition of the file. */
  readonly source_key: string;
  readonly lead_country_iso2: string;
  readonly language: Language;
  readonly title: string;
  readonly action: string;
  /** Codes of clauses in published versions; unknown ones are left for a person. */
  readonly nodes: readonly string[];
}
export type ImportOutcome = 'new' | 'changed' | 'unchanged';

/**
 * Takes one commitment of a file as a draft of the lead country, private to it and the secretariat until a person submits it: no clause,
 * date, type or goal is invented. One that the source named before is changed only while it is an untouched draft (its version is still
 * the first): what a person wrote is never overwritten.
 */
export async function takeImportedCommitmentIn(
  tx: Tx, granted: PermitFor<typeof commitmentPolicy.import>, occasion: Occasion, incoming: IncomingCommitment,
): Promise<{ readonly outcome: ImportOutcome; readonly id: string }> {
  const before = await tx.selectFrom('commitments as c').leftJoin('commitment_texts as t', (join) => join.onRef('t.commitment_id', '=', 'c.id').onRef('t.language', '=', 'c.language'))
    .select(['c.id', 'c.status', 'c.version', 'c.language', 't.title', 't.action'])
    .where('c.source_name', '=', incoming.source_name).where('c.source_key', '=', incoming.source_key).forUpdate('c').executeTakeFirst();
  const nodes = await nodeIds(tx, incoming.nodes);
  if (before === undefined) return { outcome: 'new', id: await insertDraft(tx, granted, occasion, incoming, nodes) };
  const untouched = before.status === 'draft' && before.version === 1;
  const standing = await tx.selectFrom('commitment_nodes').select('node_id').where('commitment_id', '=', before.id).execute();
  const same = before.title === incoming.title && before.action === incoming.action && before.language === incoming.language
    && standing.length === nodes.length && standing.every((one) => nodes.includes(one.node_id));
  if (same || !untouched) return { outcome: 'unchanged', id: before.id };
  await writeText(tx, before.id, { ...incoming, problem: null });
  await writeNodes(tx, before.id, nodes);
  return { outcome: 'changed', id: before.id };
}

async function insertDraft(
  tx: Tx, granted: PermitFor<typeof commitmentPolicy.import>, occasion: Occasion, incoming: IncomingCommitment, nodes: readonly string[],
): Promise<string> {
  const id = newId();
  const { lead_country_iso2, language, source_name, source_key } = incoming;
  await tx.insertInto('commitments').values({
    id, ref: await nextRef(tx, 'CMT', occasion.now.getUTCFullYear()), coalition_id: granted.subject.coalition_id, lead_country_iso2, language, source_name, source_key,
    created_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
  }).execute();
  await writeText(tx, id, { ...incoming, problem: null });
  await writeNodes(tx, id, nodes);
  await writeCountries(tx, id, [{ country_iso2: lead_country_iso2, share: null }]);
  return id;
}

async function nodeIds(tx: Tx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const found = await tx.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').select('n.id')
    .where('v.status', '=', 'published').where('n.code', 'in', [...codes]).execute();
  return found.map((one) => one.id);
}
