import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { nextRefs } from '#app/platform/reference-number.server';
import { compared, type Incoming, type Origin, type Outcomes } from '#app/records/sources/model';
import { askAbout, keepSources, knownRows } from '#app/records/sources/operations.server';
import type { commitmentPolicy } from '../policy';

/** A commitment as a file names it: what the source does not say stays missing. */
export interface IncomingCommitment extends Incoming {
  readonly lead_country_iso2: string;
  readonly language: string;
  readonly title: string;
  readonly action: string;
  /** Codes of action lines; unknown ones are left for a person. */
  readonly nodes: readonly string[];
  /** Tags of the source that stand for no action line: a person decides. */
  readonly unmapped_tags: readonly string[];
  /** What the source says beyond that. */
  readonly notes: Readonly<Record<string, unknown>>;
}

type Take = PermitFor<typeof commitmentPolicy.import>;
type Placed = IncomingCommitment & { readonly id: string };

/**
 * Takes the commitments of a file as drafts of their lead countries, private to them and the secretariat until a person submits them: no
 * clause, date, type or goal is invented. One that the source named before is changed only while it is an untouched draft (its version is
 * still the first); else it stays as it is, because what a person wrote is never overwritten, and is put on the list for a person.
 */
export async function takeCommitmentsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingCommitment[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const outcomes = compared(rows, known, () => newId());
  const placed = rows.map((row): Placed => ({ ...row, id: outcomes.get(row.source_key)?.id ?? '' }));
  const being = (outcome: string) => placed.filter((row) => outcomes.get(row.source_key)?.outcome === outcome);
  const [fresh, changed] = [being('new'), being('changed')];
  await insert(tx, granted, occasion, origin, fresh);
  const open = await untouched(tx, changed.map(({ id }) => id));
  const taken = [...fresh, ...changed.filter(({ id }) => open.has(id))];
  await writeTexts(tx, taken);
  await writeClauses(tx, taken);
  await askAbout(tx, origin, 'commitments', taken.filter((row) => row.unmapped_tags.length > 0).map(({ id, unmapped_tags }) => ({ record_id: id, code: 'tags', details: { tags: unmapped_tags } })));
  await askAbout(tx, origin, 'commitments', changed.filter(({ id }) => !open.has(id)).map(({ id, title, action }) => ({ record_id: id, code: 'edited', details: { title, action } })));
  await keepSources(tx, origin, 'commitments', [...fresh, ...changed].map(({ source_key, content_hash, id, notes }) => ({ source_key, content_hash, record_id: id, notes })));
  return outcomes;
}

async function insert(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly Placed[]): Promise<void> {
  const author = granted.actor.kind === 'person' ? granted.actor.id : null;
  const refs = await nextRefs(tx, 'CMT', occasion.now.getUTCFullYear(), rows.length);
  for (const part of chunks(rows.map(({ id, lead_country_iso2, language, source_key }, at) => ({ id, ref: refs[at], lead_country_iso2, language, source_key })))) {
    await sql`
      insert into commitments (id, ref, coalition_id, lead_country_iso2, language, source_name, source_key, created_by, created_at)
      select x.id, x.ref, ${granted.subject.coalition_id}::uuid, x.lead_country_iso2, x.language, ${origin.source}, x.source_key, ${author}::uuid, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, ref text, lead_country_iso2 text, language text, source_key text)`.execute(tx);
    await sql`
      insert into commitment_countries (commitment_id, country_iso2, share)
      select x.id, x.lead_country_iso2, 100 from jsonb_to_recordset(${recordset(part)}) as x (id uuid, lead_country_iso2 text)`.execute(tx);
  }
}

async function untouched(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('commitments').select('id').where('id', '=', sql<string>`any(${ids}::uuid[])`).where('status', '=', 'draft').where('version', '=', 1).forUpdate().execute();
  return new Set(rows.map(({ id }) => id));
}

/** The text of each; one that already says so is left alone, so that the audit trail shows changes only. */
async function writeTexts(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows.map(({ id, language, title, action }) => ({ id, language, title, action })))) {
    await sql`
      insert into commitment_texts as t (commitment_id, language, title, action)
      select x.id, x.language, x.title, x.action from jsonb_to_recordset(${recordset(part)}) as x (id uuid, language text, title text, action text)
      on conflict (commitment_id, language) do update set title = excluded.title, action = excluded.action, source_version = t.source_version + 1
        where (t.title, t.action) is distinct from (excluded.title, excluded.action)`.execute(tx);
  }
}

/** Action lines of a version that is out, by their codes. */
async function writeClauses(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows.map(({ id, nodes }) => ({ id, nodes })))) {
    const wanted = sql`
      select x.id, n.id as node_id from jsonb_to_recordset(${recordset(part)}) as x (id uuid, nodes text[])
      join framework_nodes n on n.code = any(x.nodes) and n.kind = 'action_line' join framework_versions v on v.id = n.version_id and v.status = 'published'`;
    await sql`
      delete from commitment_nodes k where k.commitment_id = any(${part.map(({ id }) => id)}::uuid[])
        and not exists (select from (${wanted}) w where w.id = k.commitment_id and w.node_id = k.node_id)`.execute(tx);
    await sql`insert into commitment_nodes (commitment_id, node_id) ${wanted} on conflict do nothing`.execute(tx);
  }
}
