import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { visibleTo } from '#app/access/visibility.server';
import { readable, type View } from '#app/commitments/readable.server';
import { dayOf, isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, everyRow, type Page, readMark, totalOf, writeMark } from '#app/table/keyset';
import { valueOf, type ListState } from '#app/table/state';
import { declarationCode } from '../model';
import { keepsTexts } from '../policy';
import { ledBy } from '../promised.server';
import type { EndorsementFilter, EndorsementRow, EndorsementSort } from './list';
import type { Party } from './policy';

export type EndorsementState = ListState<EndorsementFilter, EndorsementSort>;
const pageSize = 50;

/** Which endorsements (`e`): from their publication on, also after a withdrawal; before that the party and the secretariat alone. */
export function endorsementsVisibleTo(viewer: Actor, view: View): RawBuilder<boolean> {
  if (keepsTexts(viewer)) return sql<boolean>`true`;
  return visibleTo(viewer, view.now, {
    visibility: sql`'public'::text`, isOut: sql`e.published_at is not null`, organisation: sql`e.organisation_id`, country: sql`e.country_iso2`,
  });
}

const columns = sql`e.id, e.ref, coalesce(o.name, k.name, e.country_iso2) as party, case when e.country_iso2 is null then 'organisation' else 'country' end as party_kind,
  coalesce(o.ref, e.country_iso2) as party_ref, f.code as framework, v.number as version, v.status = 'published' as current,
  e.endorsed_on, e.endorsed_on_missing, e.capacity, e.signatory, e.confirmation, e.confirmed_on, e.status, e.withdrawn_on,
  (select coalesce(json_agg(json_build_object('code', n.code, 'statement', r.statement) order by n.code collate "C"), '[]')
    from endorsement_reservations r join framework_nodes n on n.id = r.node_id where r.endorsement_id = e.id) as reservations`;
const tables = (view: View) => sql`endorsements e join framework_versions v on v.id = e.version_id join frameworks f on f.id = v.framework_id
  left join organisations o on o.id = e.organisation_id left join country_texts k on k.iso2 = e.country_iso2 and k.language = ${view.language}`;

function matching(viewer: Actor, { filters, ...state }: EndorsementState, view: View): RawBuilder<unknown> {
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values === undefined ? sql`true` : sql`${column} = any(${[...values]}::text[])`);
  const party = valueOf({ ...state, filters }, 'party');
  const kinds = filters.kind;
  const iso2 = sql`coalesce(e.country_iso2, o.country_iso2)`;
  return sql`f.code = ${filters.framework?.[0] ?? declarationCode} and ${endorsementsVisibleTo(viewer, view)} and ${party === '' ? sql`true` : named(party)}
    and ${among(sql`case when e.country_iso2 is null then 'organisation' else 'country' end`, kinds)} and ${among(sql`e.status`, filters.status)}
    and ${among(sql`v.number::text`, filters.version)} and ${among(sql`e.capacity`, filters.capacity)} and ${reserved(filters.reserved)}
    and ${filters.region === undefined ? sql`true` : sql`${iso2} in (select iso2 from countries where region_m49 = any(${[...filters.region]}::text[]) or subregion_m49 = any(${[...filters.region]}::text[]))`}
    and ${filters.group === undefined ? sql`true` : sql`${iso2} in (select p.iso2 from country_group_periods p where p.code = any(${[...filters.group]}::text[])
      and p.from_on <= ${dayOf(view.now)}::date and (p.until_on is null or p.until_on > ${dayOf(view.now)}::date))`}
    and ${filters.promise?.includes('none') === true ? withoutPromise(viewer, view) : sql`true`}`;
}

/** Endorsers whose time for a first commitment is over, and who were told so: only then the ledger says that they have none. */
export const withoutPromise = (viewer: Actor, view: View): RawBuilder<unknown> =>
  sql`(e.status = 'published' and e.promise_due_on <= ${dayOf(view.now)}::date and not exists ${ledBy(readable(viewer, view))})`;

/** A day that is not known comes before every other. */
const signedOn = sql`coalesce(e.endorsed_on, date '0001-01-01')`;

/** Words of the party's name in any language, its reference or its code. */
const named = (party: string): RawBuilder<unknown> => sql`(upper(${party}) in (e.ref, o.ref, e.country_iso2) or (cardinality(search_tokens(${party})) > 0 and (o.tokens @> search_tokens(${party})
  or e.country_iso2 in (select iso2 from country_texts where tokens @> search_tokens(${party})))))`;

function reserved(codes: readonly string[] | undefined): RawBuilder<unknown> {
  if (codes === undefined) return sql`true`;
  const which = codes.includes('any') ? sql`true` : sql`n.code = any(${[...codes]}::text[])`;
  return sql`exists (select from endorsement_reservations r join framework_nodes n on n.id = r.node_id where r.endorsement_id = e.id and ${which})`;
}

/** One page of the ledger of a text, latest signature first unless asked otherwise. */
export async function listEndorsements(viewer: Actor, state: EndorsementState, view: View, size = pageSize): Promise<Page<EndorsementRow>> {
  const mark = readMark(state.after, isDay, isId);
  const { descending } = state.sort;
  const way = descending ? sql`desc` : sql`asc`;
  const beyond = mark === undefined ? sql`true` : sql`(${signedOn}, e.id) ${descending ? sql`<` : sql`>`} (${mark.value}::date, ${mark.id}::uuid)`;
  const which = matching(viewer, state, view);
  const [found, counted] = await Promise.all([
    sql<EndorsementRow>`select ${columns} from ${tables(view)} where ${which} and ${beyond}
      order by ${signedOn} ${way}, e.id ${way} limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from ${tables(view)} where ${which} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeMark({ value: last.endorsed_on ?? '0001-01-01', id: last.id }), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** Every endorsement that matches, a page at a time: for files. */
export const allEndorsements = (viewer: Actor, state: EndorsementState, view: View): AsyncGenerator<EndorsementRow> => everyRow((after) => listEndorsements(viewer, { ...state, after }, view, 500));

/** An endorsement with everything that its page shows. */
export interface EndorsementRecord extends EndorsementRow, Party {
  readonly recorded_by: string | null;
  readonly framework_name: string;
  readonly statement: string | null;
  readonly document_id: string | null;
  readonly document_name: string | null;
  readonly declared_on: string;
  readonly published_on: string | null;
  /** When those who speak for the party were told that it has no commitment, and until when they have time. */
  readonly told_on: string | null;
  readonly promise_due_on: string | null;
  /** Promises that its party leads. */
  readonly commitments: number;
}

/** The endorsement with a reference; what may not be seen is as absent as what is not there. */
export async function findEndorsement(viewer: Actor, ref: string, view: View): Promise<EndorsementRecord | undefined> {
  const found = await sql<EndorsementRecord>`
    select ${columns}, e.organisation_id, e.country_iso2, e.recorded_by, coalesce(t.name, f.code) as framework_name, e.statement, e.told_on, e.promise_due_on,
      e.document_id, d.name as document_name, to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD') as declared_on,
      to_char(e.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
      (select count(*)::int from ${ledBy(readable(viewer, view))} led) as commitments
    from ${tables(view)} left join framework_texts t on t.framework_id = f.id and t.language = ${view.language} left join files d on d.id = e.document_id
    where e.ref = ${ref} and ${endorsementsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0];
}

/** The capacities that parties of a text have signed in, as the filter offers them. */
export async function capacitiesOf(viewer: Actor, framework: string, view: View): Promise<string[]> {
  const found = await sql<{ capacity: string }>`
    select distinct e.capacity from ${tables(view)} where f.code = ${framework} and e.capacity is not null and ${endorsementsVisibleTo(viewer, view)} order by 1 limit 50`.execute(database());
  return found.rows.map(({ capacity }) => capacity);
}
