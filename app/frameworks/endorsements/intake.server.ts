import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { nextRefs } from '#app/platform/reference-number.server';
import { compared, type Incoming, type Origin, type Outcomes } from '#app/records/sources/model';
import { keepSources, knownRows } from '#app/records/sources/operations.server';
import { textIn, type IncomingText } from '../intake.server';
import type { endorsementPolicy, Party } from './policy';

/** An endorsement as a register of parties names it. A day that it does not give stays missing, with the reason. */
export interface IncomingEndorsement extends Incoming, Party {
  readonly endorsed_on: string | null;
  readonly endorsed_on_missing: string | null;
  readonly confirmation: string | null;
  readonly confirmed_on: string | null;
}

export interface Register {
  readonly text: IncomingText;
  /** Who takes the register in: somebody else looks at it before it is public. */
  readonly recorded_by: string | null;
  /** The register itself, as the evidence. */
  readonly document_id: string | null;
}

type Take = PermitFor<typeof endorsementPolicy.import>;
type Placed = IncomingEndorsement & { readonly id: string };

/**
 * Takes the parties of a register as declared endorsements of the text in force. One that the register named before is changed while it is
 * as the register wrote it; a party that declared by itself keeps what it declared (FR-4) and counts as known.
 */
export async function takeEndorsementsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, register: Register, rows: readonly IncomingEndorsement[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const version_id = await versionInForce(tx, occasion, register.text);
  const live = await liveParties(tx, version_id);
  const idOf = (row: IncomingEndorsement) => live.get(row.country_iso2 ?? row.organisation_id ?? '') ?? newId();
  const outcomes = compared(rows, known, idOf, (row) => (live.has(row.country_iso2 ?? row.organisation_id ?? '') ? 'unchanged' : 'new'));
  const placed = rows.map((row): Placed => ({ ...row, id: outcomes.get(row.source_key)?.id ?? '' }));
  const being = (outcome: string) => placed.filter((row) => outcomes.get(row.source_key)?.outcome === outcome);
  const [fresh, changed] = [being('new'), being('changed')];
  await insert(tx, occasion, register, version_id, fresh);
  await update(tx, changed);
  await keepSources(tx, origin, 'endorsements', [...fresh, ...changed].map(({ source_key, content_hash, id }) => ({ source_key, content_hash, record_id: id })));
  return outcomes;
}

/** The version that a register is about. A text that the portal does not hold yet is known by its name alone: one clause stands for the whole. */
async function versionInForce(tx: Tx, occasion: Occasion, text: IncomingText): Promise<string> {
  const framework_id = await textIn(tx, text);
  const found = await tx.selectFrom('framework_versions').select('id').where('framework_id', '=', framework_id).where('status', '=', 'published').executeTakeFirst();
  if (found !== undefined) return found.id;
  const [id, node] = [newId(), newId()];
  const last = await tx.selectFrom('framework_versions').select((eb) => eb.fn.max('number').as('number')).where('framework_id', '=', framework_id).executeTakeFirst();
  await tx.insertInto('framework_versions').values({ id, framework_id, number: (last?.number ?? 0) + 1, standing: 'working_paraphrase', source: text.name, created_at: occasion.now }).execute();
  await tx.insertInto('framework_nodes').values({ id: node, version_id: id, kind: 'principle', code: text.code, position: 1 }).execute();
  await tx.insertInto('framework_node_texts').values({ node_id: node, language: 'en', title: text.name, body: '' }).execute();
  await tx.updateTable('framework_versions').set({ status: 'published', published_at: occasion.now }).where('id', '=', id).execute();
  return id;
}

async function liveParties(tx: Tx, version_id: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('endorsements').select(['id', 'organisation_id', 'country_iso2']).where('version_id', '=', version_id).where('status', '<>', 'withdrawn').execute();
  return new Map(rows.map((row) => [row.country_iso2 ?? row.organisation_id ?? '', row.id]));
}

async function insert(tx: Tx, occasion: Occasion, register: Register, version_id: string, rows: readonly Placed[]): Promise<void> {
  const refs = await nextRefs(tx, 'END', occasion.now.getUTCFullYear(), rows.length);
  for (const part of chunks(rows.map((row, at) => ({ ...row, ref: refs[at] })))) {
    await sql`
      insert into endorsements (id, ref, version_id, organisation_id, country_iso2, endorsed_on, endorsed_on_missing, confirmation, confirmed_on, document_id, recorded_by, created_at)
      select x.id, x.ref, ${version_id}::uuid, x.organisation_id, x.country_iso2, x.endorsed_on, x.endorsed_on_missing, x.confirmation, x.confirmed_on,
        ${register.document_id}::uuid, ${register.recorded_by}::uuid, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, ref text, organisation_id uuid, country_iso2 text, endorsed_on date, endorsed_on_missing text, confirmation text, confirmed_on date)`.execute(tx);
  }
}

async function update(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows)) {
    await sql`
      update endorsements e set endorsed_on = x.endorsed_on, endorsed_on_missing = x.endorsed_on_missing, confirmation = x.confirmation, confirmed_on = x.confirmed_on
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, endorsed_on date, endorsed_on_missing text, confirmation text, confirmed_on date)
      where e.id = x.id and e.status <> 'withdrawn'`.execute(tx);
  }
}
