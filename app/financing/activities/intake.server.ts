import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { organisationsBy } from '#app/financing/intake.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { compared, type Incoming, type Origin, type Outcomes } from '#app/records/sources/model';
import { askAbout, keepSources, knownRows } from '#app/records/sources/operations.server';
import { authoritativeLanguage, nameOnly, textsByLanguage, type IncomingActivity, type IncomingBudget, type IncomingParticipant } from './model';
import type { activityPolicy } from './policy';

export type Take = PermitFor<typeof activityPolicy.take>;

/** The activities with these identifiers; one that is not known yet is made from its identifier, the rest marked missing. */
export async function ensureActivitiesIn(tx: Tx, occasion: Occasion, origin: Origin, identifiers: readonly string[]): Promise<{ readonly ids: Map<string, string>; readonly made: ReadonlySet<string> }> {
  const asked = [...new Set(identifiers)];
  const known = await tx.selectFrom('activities').select(['id', 'iati_identifier']).where('iati_identifier', '=', sql<string>`any(${asked}::text[])`).execute();
  const ids = new Map(known.map((row) => [row.iati_identifier, row.id]));
  const made = asked.filter((one) => !ids.has(one)).map((iati_identifier) => ({ id: newId(), iati_identifier }));
  for (const part of chunks(made)) {
    await sql`
      insert into activities (id, iati_identifier, missing, source_name, created_at)
      select x.id, x.iati_identifier, ${recordset(nameOnly)}, ${origin.source}, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, iati_identifier text)`.execute(tx);
  }
  for (const { id, iati_identifier } of made) ids.set(iati_identifier, id);
  return { ids, made: new Set(made.map((one) => one.iati_identifier)) };
}

/**
 * Takes the activities of a file. One that another file only named is filled in (`changed`); one that a person has edited since it was
 * imported (its version rose) keeps what it says, and what the source says now is kept beside it.
 */
export async function takeActivitiesIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingActivity[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const { ids, made } = await ensureActivitiesIn(tx, occasion, origin, rows.map((row) => row.iati_identifier));
  const outcomes = compared(rows, known, (row) => ids.get(row.iati_identifier) ?? '', (row) => (made.has(row.iati_identifier) ? 'new' : 'changed'));
  const touched = rows.filter((row) => outcomes.get(row.source_key)?.outcome !== 'unchanged');
  const organisations = await organisationsBy(tx, touched.map((row) => row.reporting_identifier));
  const full = touched.map((row) => ({
    ...row, id: ids.get(row.iati_identifier) ?? '', language: authoritativeLanguage(row.titles), texts: textsByLanguage(row),
    reporting_organisation_id: organisations.get(row.reporting_identifier ?? '') ?? null, missing: missingOf(row, organisations),
  }));
  for (const part of chunks(full, 500)) await writeActivities(tx, origin, part);
  await keepSources(tx, origin, 'activities', full.map(({ source_key, content_hash, id, ...notes }) => ({ source_key, content_hash, record_id: id, notes: notesOf(notes) })));
  return outcomes;
}

/** Who reports stays readable where no organisation here has the identifier. */
function missingOf(row: IncomingActivity, organisations: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  if (row.reporting_identifier === null || organisations.has(row.reporting_identifier)) return row.missing;
  return { ...row.missing, reporting_organisation: { reason: 'not-registered', found: row.reporting_name ?? row.reporting_identifier } };
}

/** What the file says and no column holds: region, scope, website and the like. */
function notesOf(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { titles: _t, descriptions: _d, texts: _x, missing: _m, row: _r, repeats: _p, ...notes } = row;
  return notes;
}

type FullActivity = IncomingActivity & { readonly id: string; readonly language: string; readonly reporting_organisation_id: string | null; readonly texts: ReturnType<typeof textsByLanguage> };

async function writeActivities(tx: Tx, origin: Origin, rows: readonly FullActivity[]): Promise<void> {
  const taken = await sql<{ id: string }>`
    update activities a set reporting_organisation_id = x.reporting_organisation_id, status_code = x.status_code, language = x.language,
      starts_planned_on = x.starts_planned_on, starts_on = x.starts_on, ends_planned_on = x.ends_planned_on, ends_on = x.ends_on,
      default_finance_type = x.default_finance_type, default_flow_type = x.default_flow_type, default_tied_status = x.default_tied_status,
      default_currency = x.default_currency, default_aid_type = x.default_aid_type,
      missing = x.missing, source_name = ${origin.source}
    from jsonb_to_recordset(${recordset(rows)}) as x (id uuid, reporting_organisation_id uuid, status_code text, language text, starts_planned_on date, starts_on date,
      ends_planned_on date, ends_on date, default_finance_type text, default_flow_type text, default_tied_status text, default_currency text, default_aid_type text, missing jsonb)
    where a.id = x.id and a.version = 1 returning a.id`.execute(tx);
  const ids = taken.rows.map(({ id }) => id);
  await sql`delete from activity_texts where activity_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from activity_countries where activity_id = any(${ids}::uuid[])`.execute(tx);
  const open = new Set(ids);
  await askAbout(tx, origin, 'activities', rows.filter(({ id }) => !open.has(id)).map(({ id, content_hash }) => ({ record_id: id, code: 'edited', details: { hash: content_hash } })));
  const texts = rows.filter(({ id }) => open.has(id)).flatMap(({ id, texts: all }) => all.map((text) => ({ activity_id: id, ...text })));
  const countries = rows.filter(({ id }) => open.has(id)).flatMap(({ id, countries: all }) => all.map((country) => ({ activity_id: id, ...country })));
  await sql`insert into activity_texts (activity_id, language, title, description)
    select * from jsonb_to_recordset(${recordset(texts)}) as x (activity_id uuid, language text, title text, description text)`.execute(tx);
  await sql`insert into activity_countries (activity_id, country_iso2, share)
    select * from jsonb_to_recordset(${recordset(countries)}) as x (activity_id uuid, country_iso2 text, share numeric)`.execute(tx);
}

/** Takes the organisations that take part in activities. */
export async function takeParticipantsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingParticipant[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const { outcomes, touched } = await ofActivities(tx, occasion, origin, rows);
  const organisations = await organisationsBy(tx, rows.map((row) => row.identifier));
  for (const part of chunks(touched.map((row) => ({ ...row, organisation_id: organisations.get(row.identifier ?? '') ?? null })))) {
    await sql`
      insert into activity_participants (id, activity_id, organisation_id, name, identifier, role_code, type_code, source_key, missing)
      select x.id, x.activity_id, x.organisation_id, x.name, x.identifier, x.role_code, x.type_code, x.stored_key, x.missing
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, activity_id uuid, organisation_id uuid, name text, identifier text, role_code text, type_code text, stored_key text, missing jsonb)
      on conflict (source_key) do update set organisation_id = excluded.organisation_id, name = excluded.name, identifier = excluded.identifier,
        role_code = excluded.role_code, type_code = excluded.type_code, missing = excluded.missing`.execute(tx);
  }
  await keepSources(tx, origin, 'activity_participants', touched.map(({ source_key, content_hash, id }) => ({ source_key, content_hash, record_id: id })));
  return outcomes;
}

/** Takes the budgets of activities: a value for a period. */
export async function takeBudgetsIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, rows: readonly IncomingBudget[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const { outcomes, touched } = await ofActivities(tx, occasion, origin, rows);
  for (const part of chunks(touched)) {
    await sql`
      insert into activity_budgets (id, activity_id, type_code, status_code, period_start_on, period_end_on, value, currency, value_on, source_key, missing)
      select x.id, x.activity_id, x.type_code, x.status_code, x.period_start_on, x.period_end_on, x.value, x.currency, x.value_on, x.stored_key, x.missing
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, activity_id uuid, type_code text, status_code text, period_start_on date, period_end_on date,
        value numeric, currency text, value_on date, stored_key text, missing jsonb)
      on conflict (source_key) do update set type_code = excluded.type_code, status_code = excluded.status_code, period_start_on = excluded.period_start_on,
        period_end_on = excluded.period_end_on, value = excluded.value, currency = excluded.currency, value_on = excluded.value_on, missing = excluded.missing`.execute(tx);
  }
  await keepSources(tx, origin, 'activity_budgets', touched.map(({ source_key, content_hash, id }) => ({ source_key, content_hash, record_id: id })));
  return outcomes;
}

/** Rows that hang on an activity: which of them are new or changed, each with its id, its activity and the key it is stored under. */
async function ofActivities<Row extends Incoming & { readonly iati_identifier: string }>(tx: Tx, occasion: Occasion, origin: Origin, rows: readonly Row[]) {
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const { ids } = await ensureActivitiesIn(tx, occasion, origin, rows.map((row) => row.iati_identifier));
  const outcomes = compared(rows, known, () => newId());
  const touched = rows.filter((row) => outcomes.get(row.source_key)?.outcome !== 'unchanged').map((row) => ({
    ...row, id: outcomes.get(row.source_key)?.id ?? '', activity_id: ids.get(row.iati_identifier) ?? '', stored_key: `${origin.source}/${row.source_key}`,
  }));
  return { outcomes, touched };
}
