import { sql } from 'kysely';
import type { Actor, PersonActor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { countryName, findCountry } from '#db/reference/countries';
import type { EditionModel } from '#app/reporting/publication/edition';
import { standingTo } from '#app/reporting/publication/published.server';
import { isKnown } from './known.server';
import type { Subject } from './model';

/** Somebody whom an edition has an own report of: how many commitments they lead, and how many others are for or with them. */
export interface SubjectRow {
  readonly code: string;
  readonly name: string;
  readonly by: number;
  readonly beside: number;
  /** n of N of those that they lead. */
  readonly reporting: number;
  readonly expected: number;
}

export interface SubjectPage {
  readonly rows: readonly SubjectRow[];
  readonly total: number;
  readonly next: string | null;
}

export const subjectsOnAPage = 100;

/** Table `told`: every pair of a commitment and a code that it names, and whether an update of it was asked for and came. */
const told = (snapshotId: string, beside: 'countries' | 'partners') => sql`
  told as materialized (
    select r.facts ->> 'lead' as code, true as by, (e.facts ->> 'reported')::boolean as reported, (e.facts ->> 'expected')::boolean as expected
    from snapshot_rows r left join snapshot_rows e on e.snapshot_id = r.snapshot_id and e.kind = 'expected' and e.record_id = r.record_id where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment'
    union all
    select n.code, false, null, null from snapshot_rows r cross join lateral jsonb_array_elements_text(r.facts -> ${beside}) n (code) where r.snapshot_id = ${snapshotId}::uuid and r.kind = 'commitment' and n.code is distinct from r.facts ->> 'lead'),
  counts as (
    select code, count(*) filter (where by)::int as by, count(*) filter (where not by)::int as beside, count(*) filter (where reported)::int as reporting, count(*) filter (where reported or expected)::int as expected from told group by code)`;

const zeros = sql`coalesce(c.by, 0) as by, coalesce(c.beside, 0) as beside, coalesce(c.reporting, 0) as reporting, coalesce(c.expected, 0) as expected`;

/** Every country that an edition's snapshot knows, by its name: there are no more than a page holds. */
export async function countriesIn(_viewer: Actor, { snapshot, language }: EditionModel): Promise<SubjectPage> {
  const found = await sql<Omit<SubjectRow, 'name'>>`
    with ${told(snapshot.id, 'countries')},
    known as (
      select code from counts union select facts ->> 'provider' from snapshot_rows where snapshot_id = ${snapshot.id}::uuid and kind = 'pledge' and facts ->> 'provider' is not null
      union select jsonb_object_keys(facts -> 'recipients') from snapshot_rows where snapshot_id = ${snapshot.id}::uuid and kind = 'pledge' and jsonb_typeof(facts -> 'recipients') = 'object'
      union select facts ->> 'party' from snapshot_rows where snapshot_id = ${snapshot.id}::uuid and kind = 'endorsement')
    select k.code, ${zeros} from known k left join counts c using (code) where k.code ~ '^[A-Z]{2}$'`.execute(database());
  const rows = found.rows.filter(({ code }) => findCountry(code) !== undefined).map((row) => ({ ...row, name: countryName(row.code, language) }));
  return { rows: rows.toSorted(byName(language)), total: rows.length, next: null };
}

const byName = (language: Language) => {
  const { compare } = new Intl.Collator(language);
  return (one: SubjectRow, other: SubjectRow) => compare(one.name, other.name) || (one.code < other.code ? -1 : 1);
};

/** Members of an edition's snapshot in the order of their references, so many at a time. */
export async function membersIn(_viewer: Actor, { snapshot }: EditionModel, after: string | null): Promise<SubjectPage> {
  const found = await sql<SubjectRow & { total: number }>`
    with ${told(snapshot.id, 'partners')},
    members as (select ref as code, facts ->> 'name' as name from snapshot_rows where snapshot_id = ${snapshot.id}::uuid and kind = 'member')
    select m.code, m.name, ${zeros}, (select count(*)::int from members) as total
    from members m left join counts c using (code) where m.code collate "C" > ${after ?? ''} order by m.code collate "C" limit ${subjectsOnAPage + 1}`.execute(database());
  const rows = found.rows.slice(0, subjectsOnAPage);
  return { rows, total: found.rows[0]?.total ?? 0, next: found.rows.length > subjectsOnAPage ? rows.at(-1)?.code ?? null : null };
}

/** A report that is out, with somebody whom it says something of. */
export interface NamedReport extends Subject {
  readonly ref: string;
  readonly year: number;
  readonly name: string;
}

/** How many reports are looked through, the latest first: their rows are many. */
const latest = 4;

/** The latest report that is out and has an own report of somebody, for the page of their record; undefined where there is none. */
export async function latestReportOn(_viewer: Actor, subject: Subject & { readonly name: string }, now: Date): Promise<NamedReport | undefined> {
  const { kind, code, name } = subject;
  const found = await sql<{ ref: string; year: number }>`
    select ref, year from (
      select r.ref, y.year, s.id as snapshot_id from reports r join cycles y on y.id = r.cycle_id join snapshots s on s.report_id = r.snapshot_of where ${standingTo(now)} order by y.year desc, r.published_at desc, r.ref limit ${latest}) as out
    where exists (select from snapshot_rows r where r.snapshot_id = out.snapshot_id and ${isKnown(subject)}) order by year desc, ref limit 1`.execute(database());
  return found.rows[0] === undefined ? undefined : { ...found.rows[0], kind, code, name };
}

/** The latest reports on those whom a person speaks for: what they find among their work. */
export async function reportsOnOwn(person: PersonActor, { language, now }: { readonly language: Language; readonly now: Date }): Promise<NamedReport[]> {
  const ids = person.roles.flatMap(({ role, organisation_id }) => (speakers.has(role) && organisation_id !== null ? [organisation_id] : []));
  const organisations = ids.length === 0 ? [] : await database().selectFrom('organisations').select(['ref', 'name']).where('id', 'in', ids).orderBy('ref').execute();
  const codes = new Set(person.roles.flatMap(({ role, country_iso2 }) => (speakers.has(role) && country_iso2 !== null ? [country_iso2] : [])));
  const subjects = [...organisations.map(({ ref, name }) => ({ kind: 'member' as const, code: ref, name })), ...[...codes].toSorted().map((code) => ({ kind: 'country' as const, code, name: countryName(code, language) }))];
  return (await Promise.all(subjects.map((subject) => latestReportOn(person, subject, now)))).filter((one) => one !== undefined);
}
const speakers: ReadonlySet<string> = new Set(['focal_point', 'deputy_focal_point', 'org_admin', 'country_coordinator']);
