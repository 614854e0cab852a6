import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { nextRefs } from '#app/platform/reference-number.server';
import type { Incoming, Origin, Outcomes } from '#app/records/sources/model';
import { askAbout, keepSources, sorted } from '#app/records/sources/operations.server';
import type { organisationPolicy } from './policy';

/** An organisation as a file names it. */
export interface IncomingOrganisation extends Incoming {
  readonly name: string;
  readonly type_code: string | null;
  /** Why there is no type. */
  readonly type_missing: string | null;
  /** `claim`: another row of the file has it too, so it is nobody's until a person decides (ME-1). */
  readonly identifiers: readonly { readonly identifier: string; readonly claim: boolean }[];
  /** References that identify nobody, kept as the source wrote them. */
  readonly notes: readonly string[];
  /** Earlier rows of the same file that may be the same organisation, by their keys. */
  readonly duplicates: readonly { readonly of: string; readonly because: 'same_name' | 'same_identifier'; readonly value: string }[];
}

type Take = PermitFor<typeof organisationPolicy.register>;
type Placed = IncomingOrganisation & { readonly id: string };

/**
 * Takes the organisations of a file, in sets rather than row by row. One that the same source named before is changed where no person has
 * edited it since (its version is still the first), else it stays and is put on the list for a person. ME-1: an identifier that another
 * organisation holds is a claim; whoever shares an identifier or a name is noted as a possible duplicate, also beyond the file.
 */
export async function takeOrganisationsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingOrganisation[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const { outcomes, fresh, changed } = await sorted(tx, origin, rows);
  await insert(tx, occasion, fresh);
  const open = await update(tx, changed);
  await askAbout(tx, origin, 'organisations', changed.filter(({ id }) => !open.has(id)).map(({ id, name, content_hash }) => ({ record_id: id, code: 'edited', details: { name, hash: content_hash } })));
  const taken = [...fresh, ...changed.filter(({ id }) => open.has(id))];
  await askAbout(tx, origin, 'organisations', taken.filter(({ name }) => name.length > longestName).map(({ id, name }) => ({ record_id: id, code: 'long_name', details: { characters: name.length } })));
  await takeIdentifiers(tx, taken);
  await noteWithinFile(tx, taken, outcomes);
  await noteBeyondFile(tx, taken);
  await keepSources(tx, origin, 'organisations', [...fresh, ...changed].map(({ source_key, content_hash, id }) => ({ source_key, content_hash, record_id: id })));
  return outcomes;
}

/** A name that is a whole story is cut at a word; what the source wrote stands in the note, and a person is asked for the name. */
function columnsOf({ id, name, type_code, type_missing, notes }: Placed) {
  const fits = name.length <= longestName;
  const beginning = name.slice(0, longestName);
  const cut = `${beginning.slice(0, Math.max(beginning.lastIndexOf(' '), 1))}…`;
  return { id, name: fits ? name : cut, type_code, type_missing, source_note: [...(fits ? [] : [name]), ...notes].join(' | ') || null };
}
const longestName = 300;

async function insert(tx: Tx, occasion: Occasion, rows: readonly Placed[]): Promise<void> {
  const refs = await nextRefs(tx, 'ORG', 0, rows.length);
  for (const part of chunks(rows.map((row, at) => ({ ...columnsOf(row), ref: refs[at] })))) {
    await sql`
      insert into organisations (id, ref, name, type_code, type_missing, source_note, created_at)
      select x.id, x.ref, x.name, x.type_code, x.type_missing, x.source_note, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, ref text, name text, type_code text, type_missing text, source_note text)`.execute(tx);
  }
}

/** Changes those that no person has edited; returns which these are. Identifiers that the source no longer names go with it. */
async function update(tx: Tx, rows: readonly Placed[]): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  for (const part of chunks(rows)) {
    const found = await sql<{ id: string }>`
      update organisations o set name = x.name, type_code = x.type_code, type_missing = x.type_missing, source_note = x.source_note
      from jsonb_to_recordset(${recordset(part.map(columnsOf))}) as x (id uuid, name text, type_code text, type_missing text, source_note text)
      where o.id = x.id and o.version = 1 and o.status = 'active' returning o.id`.execute(tx);
    for (const { id } of found.rows) open.add(id);
  }
  const held = rows.filter(({ id }) => open.has(id)).flatMap(({ id, identifiers }) => identifiers.filter(({ claim }) => !claim).map(({ identifier }) => ({ id, identifier })));
  await sql`
    delete from organisation_identifiers h where h.organisation_id = any(${[...open]}::uuid[])
      and not exists (select from jsonb_to_recordset(${recordset(held)}) as x (id uuid, identifier text) where x.id = h.organisation_id and x.identifier = h.identifier)`.execute(tx);
  return open;
}

/** ME-1: identifiers that no other row claims and no other organisation holds are taken; every other one is a claim on its holder. */
async function takeIdentifiers(tx: Tx, rows: readonly Placed[]): Promise<void> {
  const named = rows.flatMap((row) => row.identifiers.map((one) => ({ ...one, id: row.id })));
  for (const part of chunks(named.filter((one) => !one.claim))) {
    await sql`
      insert into organisation_identifiers (identifier, organisation_id)
      select x.identifier, x.id from jsonb_to_recordset(${recordset(part)}) as x (identifier text, id uuid) on conflict (identifier) do nothing`.execute(tx);
  }
  for (const part of chunks(named)) {
    const holders = await sql<{ id: string; other_id: string; identifier: string }>`
      select x.id, h.organisation_id as other_id, x.identifier from jsonb_to_recordset(${recordset(part)}) as x (identifier text, id uuid)
      join organisation_identifiers h on h.identifier = x.identifier and h.organisation_id <> x.id`.execute(tx);
    await noteDuplicates(tx, holders.rows.map(({ id, other_id, identifier }) => ({ organisation_id: id, other_id, reason: 'same_identifier', claimed_identifier: identifier })));
  }
}

async function noteWithinFile(tx: Tx, rows: readonly Placed[], outcomes: Outcomes): Promise<void> {
  await noteDuplicates(tx, rows.flatMap((row) => row.duplicates.flatMap(({ of, because, value }) => {
    const other = outcomes.get(of)?.id;
    return other === undefined || other === row.id ? [] : [{ organisation_id: row.id, other_id: other, reason: because, claimed_identifier: because === 'same_identifier' ? value : null }];
  })));
}

/** Organisations that were here before under the same name, whatever its case. */
async function noteBeyondFile(tx: Tx, rows: readonly Placed[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  for (const part of chunks(rows.map(({ id, name }) => ({ id, name })))) {
    const alike = await sql<{ id: string; other_id: string }>`
      select x.id, o.id as other_id from jsonb_to_recordset(${recordset(part)}) as x (id uuid, name text)
      join organisations o on lower(o.name) = lower(x.name) and o.status = 'active' where o.id <> all(${ids}::uuid[])`.execute(tx);
    await noteDuplicates(tx, alike.rows.map(({ id, other_id }) => ({ organisation_id: id, other_id, reason: 'same_name', claimed_identifier: null })));
  }
}

interface Pair {
  readonly organisation_id: string;
  readonly other_id: string;
  readonly reason: string;
  readonly claimed_identifier: string | null;
}

/** A pair that is noted already, whichever way round, stays as it is: a person may have decided it. */
async function noteDuplicates(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  for (const part of chunks(pairs.map((pair) => ({ id: newId(), ...pair })))) {
    await sql`
      insert into organisation_duplicates (id, organisation_id, other_id, reason, claimed_identifier)
      select x.id, x.organisation_id, x.other_id, x.reason, x.claimed_identifier
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, organisation_id uuid, other_id uuid, reason text, claimed_identifier text)
      on conflict do nothing`.execute(tx);
  }
}
