import { sql, type RawBuilder } from 'kysely';
import { holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { servedFromAbove } from '#app/access/visibility.server';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Due } from '#app/records/due/model';
import type { ListState } from '#app/table/state';
import { everyRow } from '#app/table/keyset';
import type { AdherenceFilter, AdherenceRow, AdherenceSort } from './list';
import { adherenceStates, type AdherenceState } from './model';
import { adherencePolicy, type AdherenceRef } from './policy';

/** `stateOf` in SQL, for adherence `a`: the test compares the two. */
export const stateSql = (view: View): RawBuilder<AdherenceState> => sql<AdherenceState>`case when a.revoked_at is not null then 'revoked'
  when a.confirmed_at is null or a.starts_on > ${todayOf(view)} then 'pending' when a.expires_on <= ${todayOf(view)} then 'expired' else 'current' end`;

/** What nobody has confirmed (`a`, of a membership `m`) is read by the member's own people and those who serve its coalition or one above it. */
function readableTo(viewer: Actor): RawBuilder<boolean> {
  const own = viewer.kind === 'person' ? viewer.roles.flatMap(({ organisation_id }) => organisation_id ?? []) : [];
  return sql<boolean>`(a.confirmed_at is not null or m.organisation_id = any(${own}::uuid[]) or ${servedFromAbove(viewer, sql`m.coalition_id`)})`;
}

const preferred = (language: string) => sql`order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1`;

const rowsOf = (view: View): RawBuilder<unknown> => sql`
  select a.id, o.name as member, o.ref as member_ref, k.slug as coalition_slug, (select t.name from coalition_texts t where t.coalition_id = k.id ${preferred(view.language)}) as coalition,
    a.instrument, (select t.name from instrument_texts t where t.code = a.instrument ${preferred(view.language)}) as instrument_name,
    a.signed_by, a.signed_on, a.starts_on, a.expires_on, a.revoked_reason, ${stateSql(view)} as state, a.recorded_by, m.coalition_id, m.organisation_id,
    (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'url', e.url) order by e.id), '[]') from evidence e where e.adherence_id = a.id) as evidence
  from adherences a join memberships m on m.id = a.membership_id join organisations o on o.id = organisation_successor(m.organisation_id) join coalitions k on k.id = m.coalition_id`;

function matching(viewer: Actor, filters: ListState<AdherenceFilter>['filters'], view: View): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [readableTo(viewer)];
  const states = (filters.state ?? []).filter((one) => adherenceStates.some((state) => state === one));
  if (states.length > 0) parts.push(sql`${stateSql(view)} = any(${states}::text[])`);
  if (filters.instrument !== undefined) parts.push(sql`a.instrument = any(${[...filters.instrument]}::text[])`);
  if (filters.coalition !== undefined) parts.push(sql`k.slug = any(${[...filters.coalition]}::text[])`);
  const [words] = filters.q ?? [];
  if (words !== undefined) parts.push(sql`(o.tokens @> search_tokens(${words}) or o.ref = upper(${words}))`);
  return sql.join(parts, sql` and `);
}

export type AdherenceListState = ListState<AdherenceFilter, AdherenceSort>;
interface Page {
  readonly rows: readonly AdherenceRow[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
}

/** The register, what expires first standing first. `after` is the id of the last row of the page before. */
export async function listAdherences(viewer: Actor, { filters, sort, after }: AdherenceListState, view: View, size = 50): Promise<Page> {
  const where = matching(viewer, filters, view);
  const [way, sign] = sort.descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const beyond = after === null || !isId(after) ? sql`true` : sql`(a.expires_on, a.id) ${sign} (select b.expires_on, b.id from adherences b where b.id = ${after})`;
  const [page, counted] = await Promise.all([
    sql<AdherenceRow>`${rowsOf(view)} where ${where} and ${beyond} order by a.expires_on ${way}, a.id ${way} limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (${rowsOf(view)} where ${where}) matched`.execute(database()),
  ]);
  const rows = page.rows.slice(0, size);
  return { rows, next: page.rows.length > size ? (rows.at(-1)?.id ?? null) : null, total: { count: counted.rows[0]?.count ?? 0, exact: true } };
}

/** All adherences of a filter, a page at a time: for files. */
export const allAdherences = (viewer: Actor, state: AdherenceListState, view: View): AsyncGenerator<AdherenceRow> => everyRow((after) => listAdherences(viewer, { ...state, after }, view, 500));

/** Those of an organisation and of what was merged into it, the ones that hold first. */
export async function adherencesOf(viewer: Actor, organisationIds: readonly string[], view: View): Promise<readonly AdherenceRow[]> {
  const found = await sql<AdherenceRow>`${rowsOf(view)} where m.organisation_id = any(${[...organisationIds]}::uuid[]) and ${readableTo(viewer)}
    order by array_position(array['current', 'pending', 'expired', 'revoked'], ${stateSql(view)}), a.expires_on desc, a.id`.execute(database());
  return found.rows;
}

/** One adherence with what its policy asks about; unseen and absent are the same. */
export async function findAdherence(viewer: Actor, id: string, view: View): Promise<(AdherenceRow & AdherenceRef) | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<AdherenceRow & Omit<AdherenceRef, 'above'>>`select x.*, y.confirmed_at is not null as confirmed, y.revoked_at is not null as revoked
    from (${rowsOf(view)} where a.id = ${id} and ${readableTo(viewer)}) x join adherences y on y.id = x.id`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, above: await coalitionIdsAbove(row.coalition_id) };
}

/** A file of evidence of an adherence that the viewer may read: the id of the stored file. */
export async function findAdherenceFile(viewer: Actor, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<{ file_id: string }>`select e.file_id from evidence e join adherences a on a.id = e.adherence_id join memberships m on m.id = a.membership_id
    where e.id = ${id} and e.file_id is not null and ${readableTo(viewer)}`.execute(database());
  return found.rows[0]?.file_id;
}

export interface Instrument {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
  readonly months: number;
}

export async function listInstruments({ language }: Pick<View, 'language'>): Promise<readonly Instrument[]> {
  const found = await sql<Instrument>`select i.code, i.months, t.name, t.summary from instruments i join lateral (select t.* from instrument_texts t where t.code = i.code ${preferred(language)}) t on true order by i.position`.execute(database());
  return found.rows;
}

/** Adherences that the viewer may confirm. */
export async function dueAdherences(viewer: Actor, view: View): Promise<Due[]> {
  if (!holdsAnywhere(viewer, [...secretariat, 'platform_admin'])) return [];
  const found = await sql<AdherenceRow & Omit<AdherenceRef, 'above'> & { above: readonly string[] }>`
    select x.*, false as confirmed, false as revoked, array(with recursive up as (select k.id, k.parent_id from coalitions k where k.id = x.coalition_id union select k.id, k.parent_id from coalitions k join up on up.parent_id = k.id) select up.id from up) as above
    from (${rowsOf(view)} where a.confirmed_at is null and a.revoked_at is null) x order by x.signed_on, x.id limit 100`.execute(database());
  const t = textFor(view.language, 'members');
  return found.rows.filter((row) => may(adherencePolicy.confirm, viewer, row).allowed)
    .map(({ id, member, member_ref, instrument_name }) => ({ key: `adherence ${id}`, title: member, ref: member_ref, href: paths.adherenceAct(id, 'confirmation'), why: t('adherences.due', { instrument: instrument_name }), due_on: null, act: t('adherences.look') }));
}
