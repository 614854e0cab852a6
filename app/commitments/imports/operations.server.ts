import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { chunks, recordset } from '#app/platform/recordset.server';
import { nextRefs } from '#app/platform/reference-number.server';
import type { Incoming, Origin, Outcomes, Question } from '#app/records/sources/model';
import { askAbout, keepSources, sorted } from '#app/records/sources/operations.server';
import type { commitmentPolicy } from '../policy';

/** A commitment as a file names it: what the source does not say stays missing. */
export interface IncomingCommitment extends Incoming {
  /** Who leads: one of the two. */
  readonly lead_country_iso2: string | null;
  readonly lead_organisation_id: string | null;
  /** The authoritative one of its texts, BCP 47. */
  readonly language: string;
  readonly texts: readonly { readonly language: string; readonly title: string; readonly action: string | null }[];
  readonly countries: readonly { readonly country_iso2: string; readonly share: string | null }[];
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  /** Codes of action lines; unknown ones are left for a person. */
  readonly nodes: readonly string[];
  /** What was taken as far as it goes: a person decides. */
  readonly questions: readonly Omit<Question, 'record_id'>[];
  /** What the source says beyond that. */
  readonly notes: Readonly<Record<string, unknown>>;
}

type Take = PermitFor<typeof commitmentPolicy.import>;
type Placed = IncomingCommitment & { readonly id: string };

/**
 * Takes the commitments of a file as drafts of whoever leads, private to them and the secretariat until a person submits them: no clause,
 * date, type or goal is invented. One that the source named before is changed only while it is an untouched draft (its version is
 * still the first); else it stays as it is, because what a person wrote is never overwritten, and is put on the list for a person.
 */
export async function takeCommitmentsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingCommitment[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const { outcomes, fresh, changed } = await sorted(tx, origin, rows);
  await insert(tx, granted, occasion, origin, fresh);
  const open = await untouched(tx, changed.map(({ id }) => id));
  const taken = [...fresh, ...changed.filter(({ id }) => open.has(id))];
  await writeHeads(tx, taken);
  await writeTexts(tx, taken);
  await writeCountries(tx, taken);
  await writeClauses(tx, taken);
  await askAbout(tx, origin, 'commitments', taken.flatMap(({ id, questions }) => questions.map((question) => ({ record_id: id, ...question }))));
  await askAbout(tx, origin, 'commitments', changed.filter(({ id }) => !open.has(id)).map((row) => ({ record_id: row.id, code: 'edited', details: authoritative(row) })));
  await keepSources(tx, origin, 'commitments', [...fresh, ...changed].map(({ source_key, content_hash, id, notes }) => ({ source_key, content_hash, record_id: id, notes })));
  return outcomes;
}

async function insert(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly Placed[]): Promise<void> {
  const author = granted.actor.kind === 'person' ? granted.actor.id : null;
  const refs = await nextRefs(tx, 'CMT', occasion.now.getUTCFullYear(), rows.length);
  for (const part of chunks(rows.map((row, at) => ({ ...headOf(row), ref: refs[at], source_key: row.source_key })))) {
    await sql`
      insert into commitments (id, ref, coalition_id, lead_country_iso2, lead_organisation_id, language, starts_on, ends_on, source_name, source_key, created_by, created_at)
      select x.id, x.ref, ${granted.subject.coalition_id}::uuid, x.lead_country_iso2, x.lead_organisation_id, x.language, x.starts_on, x.ends_on, ${origin.source}, x.source_key, ${author}::uuid, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, ref text, lead_country_iso2 text, lead_organisation_id uuid, language text, starts_on date, ends_on date, source_key text)`.execute(tx);
  }
}

const headOf = ({ id, lead_country_iso2, lead_organisation_id, language, starts_on, ends_on }: Placed) => ({ id, lead_country_iso2, lead_organisation_id, language, starts_on, ends_on });
const authoritative = ({ language, texts }: Placed) => {
  const { title, action } = texts.find((text) => text.language === language) ?? { title: '', action: null };
  return { title, action };
};

/** Who leads, when, and in which language; of one that says so already nothing is written, here and below, so that the audit trail shows changes only. */
async function writeHeads(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows.map(headOf))) {
    await sql`
      update commitments c set lead_country_iso2 = x.lead_country_iso2, lead_organisation_id = x.lead_organisation_id, language = x.language, starts_on = x.starts_on, ends_on = x.ends_on
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, lead_country_iso2 text, lead_organisation_id uuid, language text, starts_on date, ends_on date)
      where c.id = x.id and (c.lead_country_iso2, c.lead_organisation_id, c.language, c.starts_on, c.ends_on)
        is distinct from (x.lead_country_iso2, x.lead_organisation_id, x.language, x.starts_on, x.ends_on)`.execute(tx);
  }
}

async function untouched(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('commitments').select('id').where('id', '=', sql<string>`any(${ids}::uuid[])`).where('status', '=', 'draft').where('version', '=', 1).forUpdate().execute();
  return new Set(rows.map(({ id }) => id));
}

/** The texts of each in every language that the source has; one that it no longer has goes. */
async function writeTexts(tx: Tx, rows: readonly Placed[]): Promise<void> {
  const all = rows.flatMap(({ id, texts }) => texts.map((text) => ({ id, ...text })));
  for (const part of chunks(rows.map(({ id, texts }) => ({ id, languages: texts.map(({ language }) => language) })))) {
    await sql`
      delete from commitment_texts t using jsonb_to_recordset(${recordset(part)}) as x (id uuid, languages text[]) where t.commitment_id = x.id and t.language <> all(x.languages)`.execute(tx);
  }
  for (const part of chunks(all)) {
    await sql`
      insert into commitment_texts as t (commitment_id, language, title, action)
      select x.id, x.language, x.title, x.action from jsonb_to_recordset(${recordset(part)}) as x (id uuid, language text, title text, action text)
      on conflict (commitment_id, language) do update set title = excluded.title, action = excluded.action, source_version = t.source_version + 1
        where (t.title, t.action) is distinct from (excluded.title, excluded.action)`.execute(tx);
  }
}

/** Where each acts, with the shares as far as the source states them. */
async function writeCountries(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows.map(({ id, countries }) => ({ id, codes: countries.map(({ country_iso2 }) => country_iso2) })))) {
    await sql`
      delete from commitment_countries k using jsonb_to_recordset(${recordset(part)}) as x (id uuid, codes text[]) where k.commitment_id = x.id and k.country_iso2 <> all(x.codes)`.execute(tx);
  }
  for (const part of chunks(rows.flatMap(({ id, countries }) => countries.map((country) => ({ id, ...country }))))) {
    await sql`
      insert into commitment_countries as k (commitment_id, country_iso2, share)
      select x.id, x.country_iso2, x.share from jsonb_to_recordset(${recordset(part)}) as x (id uuid, country_iso2 text, share numeric)
      on conflict (commitment_id, country_iso2) do update set share = excluded.share where k.share is distinct from excluded.share`.execute(tx);
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
