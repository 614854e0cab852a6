import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRefs } from '#app/platform/reference-number.server';
import type { organisationPolicy } from './policy';

/** An organisation as a file names it. `notes` are references that identify nobody, kept as the source wrote them. */
export interface IncomingOrganisation {
  readonly source_key: string;
  readonly content_hash: string;
  readonly name: string;
  readonly type_code: string | null;
  readonly type_missing: string | null;
  readonly identifiers: readonly { readonly identifier: string; readonly claim: boolean }[];
  readonly notes: readonly string[];
  /** Rows of the same file that may be the same organisation, by their keys. */
  readonly duplicates: readonly { readonly of: string; readonly because: 'same_name' | 'same_identifier'; readonly value: string }[];
}

export type Outcome = 'new' | 'changed' | 'unchanged';

/**
 * Takes the organisations of a file, in sets rather than row by row. An organisation that the same source named before is updated
 * where a person has not edited it since (its version is still the first); ME-1: an identifier that another organisation holds is a
 * claim, listed as a possible duplicate. Returns the outcome of each row by its key, and the record it stands for.
 */
export async function takeOrganisationsIn(
  tx: Tx, _granted: PermitFor<typeof organisationPolicy.register>, occasion: Occasion, source: string, importId: string, rows: readonly IncomingOrganisation[],
): Promise<ReadonlyMap<string, { readonly outcome: Outcome; readonly id: string }>> {
  const known = await knownRows(tx, source, rows.map((row) => row.source_key));
  const outcomes = new Map<string, { outcome: Outcome; id: string }>();
  const fresh = rows.filter((row) => !known.has(row.source_key));
  const refs = await nextRefs(tx, 'ORG', 0, fresh.length);
  const made = new Map(fresh.map((row, at) => [row.source_key, { id: newId(), ref: refs[at] ?? '' }]));
  const madeFor = (row: IncomingOrganisation) => made.get(row.source_key) ?? { id: newId(), ref: '' };
  for (const part of chunks(fresh, 500)) {
    await tx.insertInto('organisations').values(part.map((row) => ({
      ...madeFor(row), name: row.name, type_code: row.type_code,
      type_missing: row.type_missing, source_note: row.notes.join(' | ') || null, created_at: occasion.now,
    }))).execute();
    await tx.insertInto('import_sources').values(part.map((row) => ({
      source_name: source, source_key: row.source_key, content_hash: row.content_hash, table_name: 'organisations', record_id: madeFor(row).id, import_id: importId,
    }))).execute();
  }
  for (const row of fresh) outcomes.set(row.source_key, { outcome: 'new', id: madeFor(row).id });
  for (const row of rows) {
    const before = known.get(row.source_key);
    if (before === undefined) continue;
    const changed = before.content_hash !== row.content_hash;
    if (changed) await updateUntouched(tx, source, before.record_id, row);
    outcomes.set(row.source_key, { outcome: changed ? 'changed' : 'unchanged', id: before.record_id });
  }
  const touched = rows.filter((row) => outcomes.get(row.source_key)?.outcome !== 'unchanged');
  await takeIdentifiers(tx, touched, outcomes);
  await noteDuplicates(tx, touched, outcomes);
  return outcomes;
}

async function knownRows(tx: Tx, source: string, keys: readonly string[]) {
  const rows = keys.length === 0 ? [] : await tx.selectFrom('import_sources').select(['source_key', 'content_hash', 'record_id'])
    .where('source_name', '=', source).where('source_key', '=', sql<string>`any(${[...keys]}::text[])`).execute();
  return new Map(rows.map((row) => [row.source_key, row]));
}

async function updateUntouched(tx: Tx, source: string, id: string, row: IncomingOrganisation): Promise<void> {
  await tx.updateTable('organisations').set({ name: row.name, type_code: row.type_code, type_missing: row.type_missing, source_note: row.notes.join(' | ') || null })
    .where('id', '=', id).where('version', '=', 1).execute();
  await tx.updateTable('import_sources').set({ content_hash: row.content_hash }).where('source_name', '=', source).where('source_key', '=', row.source_key).execute();
}

type Outcomes = ReadonlyMap<string, { readonly outcome: Outcome; readonly id: string }>;

/** Identifiers that no other row and no other organisation has are taken; the others are claims for a person. */
async function takeIdentifiers(tx: Tx, rows: readonly IncomingOrganisation[], outcomes: Outcomes): Promise<void> {
  const wanted = rows.flatMap((row) => row.identifiers.map((one) => ({ ...one, id: outcomes.get(row.source_key)?.id ?? '' })));
  const free = wanted.filter((one) => !one.claim);
  for (const part of chunks(free, 1000)) {
    await tx.insertInto('organisation_identifiers').values(part.map((one) => ({ identifier: one.identifier, organisation_id: one.id })))
      .onConflict((conflict) => conflict.column('identifier').doNothing()).execute();
  }
  if (free.length === 0) return;
  const holders = await tx.selectFrom('organisation_identifiers').selectAll().where('identifier', '=', sql<string>`any(${free.map((one) => one.identifier)}::text[])`).execute();
  const holderOf = new Map(holders.map((one) => [one.identifier, one.organisation_id]));
  const claims = free.flatMap((one) => {
    const holder = holderOf.get(one.identifier);
    return holder === undefined || holder === one.id ? [] : [{ id: newId(), organisation_id: one.id, other_id: holder, reason: 'same_identifier', claimed_identifier: one.identifier }];
  });
  await insertDuplicates(tx, claims);
}

async function noteDuplicates(tx: Tx, rows: readonly IncomingOrganisation[], outcomes: Outcomes): Promise<void> {
  await insertDuplicates(tx, rows.flatMap((row) => row.duplicates.flatMap((duplicate) => {
    const [one, other] = [outcomes.get(row.source_key)?.id, outcomes.get(duplicate.of)?.id];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ id: newId(), organisation_id: one, other_id: other, reason: duplicate.because, claimed_identifier: duplicate.because === 'same_identifier' ? duplicate.value : null }];
  })));
}

async function insertDuplicates(tx: Tx, pairs: readonly { id: string; organisation_id: string; other_id: string; reason: string; claimed_identifier: string | null }[]): Promise<void> {
  for (const part of chunks(pairs, 1000)) {
    await tx.insertInto('organisation_duplicates').values([...part]).onConflict((conflict) => conflict.constraint('organisation_duplicates_pair').doNothing()).execute();
  }
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
