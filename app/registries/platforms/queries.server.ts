import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { placeOfCountry } from '#app/countries/place.server';
import { database } from '#app/platform/database.server';
import { countLimit, everyRow, type Page, totalOf } from '#app/table/keyset';
import { beyond, markOf, recently, way, type SortKey } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import { platformConditions } from './conditions.server';
import type { PlatformFilter, PlatformRow, PlatformSort } from './list';
import type { OpenEdition, PlatformRef } from './policy';
import { platformsVisibleTo, platformStateSql, shownEdition, worksOn } from './readable.server';

export type PlatformPageState = ListState<PlatformFilter, PlatformSort>;

const sorts: Readonly<Record<PlatformSort, SortKey>> = {
  recent: recently(sql`coalesce(p.published_at, p.nominated_at)`),
  name: { key: sql`p.name collate "und-x-icu"`, text: sql`p.name`, cast: sql`::text`, valid: (text) => text.length > 0 },
};
const pageSize = 50;
const day = (instant: RawBuilder<unknown>): RawBuilder<unknown> => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;

/** Everything that a list shows of `platforms as p`, `platform_editions as e`. */
const columns = sql`p.id, p.ref, p.country_iso2, coalesce(k.name, p.country_iso2) as country, ${platformStateSql} as state,
  coalesce(t.name, a.name) as name, coalesce(t.description, a.description) as description, coalesce(t.language, e.language) as name_language, e.language, e.address, e.owner, e.operator,
  e.levels, e.subjects, e.languages, e.cost, e.cost_words, e.offline, e.zero_rated, e.devices, e.licence, e.standards, e.curriculum, e.curriculum_source, e.curriculum_on,
  e.accessibility, e.accessibility_source, e.accessibility_on, e.users::text as users, e.users_source, e.users_on, e.teacher_stages, e.teacher_words, e.learner_data, e.safeguard, to_json(e.charter) as charter, e.checked,
  ${day(sql`e.confirmed_at`)} as confirmed_on, ${day(sql`e.reviewed_at`)} as reviewed_on, ${day(sql`e.published_at`)} as published_on, ${day(sql`p.discontinued_at`)} as discontinued_on`;
const joins = (view: View): RawBuilder<unknown> => sql`left join platform_texts t on t.platform_id = p.id and t.number = e.number and t.language = ${view.language}
  join platform_texts a on a.platform_id = p.id and a.number = e.number and a.language = e.language left join country_texts k on k.iso2 = p.country_iso2 and k.language = ${view.language}`;

/** One page of the platforms that a viewer may read, the latest first unless asked otherwise. */
export async function listPlatforms(viewer: Actor, state: PlatformPageState, view: View, size = pageSize): Promise<Page<PlatformRow>> {
  const sort = sorts[state.sort.by];
  const where = platformConditions(viewer, state.filters);
  const [found, counted] = await Promise.all([
    sql<PlatformRow & { sort_key: string }>`
      select ${columns}, ${sort.text} as sort_key from ${shownEdition} ${joins(view)}
      where ${where} and ${beyond(state, sort, sql`p.id`)} order by ${sort.key} ${way(state)}, p.id ${way(state)} limit ${size + 1}`.execute(database()),
    sql<{ count: number }>`select count(*)::int as count from (select from ${shownEdition} where ${where} limit ${countLimit + 1}) matching`.execute(database()),
  ]);
  return { ...markOf(found.rows, size), total: totalOf(counted.rows[0]?.count ?? 0) };
}

/** All platforms of a filter, a page at a time: for files. */
export const allPlatforms = (viewer: Actor, state: PlatformPageState, view: View): AsyncGenerator<PlatformRow> => everyRow((after) => listPlatforms(viewer, { ...state, after }, view, 500));

/** The languages, by their first subtag, that platforms which the viewer may read are in. */
export async function platformLanguages(viewer: Actor): Promise<readonly string[]> {
  const found = await sql<{ tag: string }>`select distinct split_part(x.tag, '-', 1) as tag from ${shownEdition} cross join lateral unnest(e.languages) x (tag) where ${platformsVisibleTo(viewer)}`.execute(database());
  return found.rows.map(({ tag }) => tag);
}

/** One edition of a platform, what was done to it and by whom, where they let their name be published. */
export interface PlatformRecord extends PlatformRow, PlatformRef {
  readonly version: number;
  readonly number: number;
  /** The edition that everybody reads, where there is one. */
  readonly edition: number;
  readonly status: OpenEdition['status'];
  readonly machine: boolean;
  readonly owner_ref: string | null;
  readonly operator_ref: string | null;
  readonly nominated_on: string;
  readonly described_on: string | null;
  readonly confirmed_name: string | null;
  readonly reviewed_name: string | null;
  readonly review: string | null;
  readonly returned_reason: string | null;
  readonly discontinued_reason: string | null;
  /** The editions that the viewer may read. */
  readonly editions: readonly { readonly number: number; readonly status: OpenEdition['status']; readonly published_on: string | null }[];
}

/** What decides about the edition that is being worked on, of `platforms as p`. */
export const openEditionSql = sql<OpenEdition | null>`(select json_build_object('number', w.number, 'status', w.status, 'returned', w.returned_reason is not null, 'writers', w.writers, 'confirmed_by', w.confirmed_by,
  'reviewed_by', w.reviewed_by, 'owner_organisation_id', w.owner_organisation_id, 'operator_organisation_id', w.operator_organisation_id) from platform_editions w where w.platform_id = p.id and w.status <> 'published')`;

const named = (person: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select x.name from people x where x.id = ${person} and x.publish_name)`;
const member = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select x.ref from organisations x where x.id = organisation_successor(${id}))`;

/** A number, the one that is being worked on (where there is one), or that which lists show. */
export type WhichEdition = number | 'open' | undefined;
const numberOf = (which: WhichEdition): RawBuilder<unknown> =>
  which === undefined ? sql`p.edition` : which === 'open' ? sql`coalesce((select w.number from platform_editions w where w.platform_id = p.id and w.status <> 'published'), p.edition)` : sql`${which}::int`;

/** The platform with a reference, in one of its editions; what may not be seen is as absent as what is not there. */
export async function findPlatform(viewer: Actor, ref: string, view: View, which?: WhichEdition): Promise<PlatformRecord | undefined> {
  const found = await sql<Omit<PlatformRecord, 'coalition_ids'>>`
    select ${columns}, p.version, p.edition, e.number, e.status, p.nominated_by, p.published_at is not null as published, p.discontinued_at is not null as discontinued, ${openEditionSql} as open,
      coalesce(t.origin, a.origin) = 'machine' as machine, ${member(sql`e.owner_organisation_id`)} as owner_ref, ${member(sql`e.operator_organisation_id`)} as operator_ref,
      ${day(sql`p.nominated_at`)} as nominated_on, ${day(sql`e.described_at`)} as described_on, ${named(sql`e.confirmed_by`)} as confirmed_name, ${named(sql`e.reviewed_by`)} as reviewed_name,
      e.review, e.returned_reason, p.discontinued_reason,
      (select json_agg(json_build_object('number', x.number, 'status', x.status, 'published_on', ${day(sql`x.published_at`)}) order by x.number) from platform_editions x where x.platform_id = p.id and (x.status = 'published' or ${worksOn(viewer)})) as editions
    from platforms p join platform_editions e on e.platform_id = p.id and e.number = ${numberOf(which)} ${joins(view)}
    where p.ref = ${ref} and (e.status = 'published' or ${worksOn(viewer)})`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, coalition_ids: (await placeOfCountry(row.country_iso2))?.coalition_ids ?? [] };
}
