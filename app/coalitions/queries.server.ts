import { sql, type RawBuilder } from 'kysely';
import { holds, secretariat, type Actor } from '#app/access/actor';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { database, type Reader } from '#app/platform/database.server';
import type { Licence } from './licences';
import type { CoalitionKind, CoalitionStatus } from './model';

/** A coalition with what it counts. `all_*` count it and every coalition under it, each record once (CA-3). */
export interface CoalitionRow {
  readonly id: string;
  readonly slug: string;
  readonly kind: CoalitionKind;
  readonly status: CoalitionStatus;
  readonly version: number;
  readonly parent_id: string | null;
  readonly time_zone: string;
  /** Of its reports; null where it has not said. */
  readonly licence: Licence | null;
  readonly country_iso2: string | null;
  /** In the reader's language. */
  readonly country: string | null;
  readonly formed_on: string | null;
  readonly name: string;
  readonly mandate: string | null;
  /** The languages that name and mandate are in. */
  readonly text_language: string;
  readonly mandate_language: string;
  /** Organisations whose membership is in force. */
  readonly members: number;
  /** What was promised in public and neither withdrawn nor superseded, as far as the viewer may read it. */
  readonly commitments: number;
  readonly groups: number;
  readonly all_members: number;
  readonly all_commitments: number;
}

/** Which commitments (`c`) are promises that count: out in public, and neither withdrawn nor superseded. */
const promised = sql`c.published_at is not null and c.status not in ('withdrawn', 'superseded')`;

/** Coalitions `k` with their best text `t` and the name `n` of their country. */
const named = ({ language }: View) => sql`coalitions k
    left join lateral (select x.* from coalition_texts x where x.coalition_id = k.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) t on true
    left join country_texts n on n.iso2 = k.country_iso2 and n.language = ${language}`;
/** Those at the top first, then by kind and name. */
const inOrder = sql`k.parent_id is not null, array_position(array['global', 'regional', 'thematic', 'national'], k.kind), coalesce(n.name, t.name, k.slug) collate "und-x-icu", k.id`;

function rows(viewer: Actor, view: View, which: RawBuilder<unknown>): RawBuilder<CoalitionRow> {
  const today = todayOf(view);
  return sql<CoalitionRow>`
    with recursive below (top, id) as (
      select id, id from coalitions
      union
      select below.top, k.id from coalitions k join below on k.parent_id = below.id
    ),
    belonging as (select m.coalition_id, m.organisation_id from memberships m where m.status in ('active', 'suspended') and m.joined_on <= ${today} and (m.ended_on is null or m.ended_on > ${today})),
    promised as (select c.coalition_id, count(*)::int as count from commitments c where ${promised} and ${readable(viewer, view)} group by 1),
    counted as (
      select below.top as id, count(distinct b.organisation_id)::int as all_members, (count(distinct b.organisation_id) filter (where below.id = below.top))::int as members
      from below left join belonging b on b.coalition_id = below.id group by below.top
    ),
    led as (
      select below.top as id, coalesce(sum(p.count), 0)::int as all_commitments, coalesce(sum(p.count) filter (where below.id = below.top), 0)::int as commitments
      from below left join promised p on p.coalition_id = below.id group by below.top
    )
    select k.id, k.slug, k.kind, k.status, k.version, k.parent_id, k.country_iso2, k.time_zone, k.licence, n.name as country, k.formed_on,
      coalesce(t.name, k.slug) as name, w.mandate, coalesce(t.language, 'en') as text_language, coalesce(w.language, 'en') as mandate_language,
      counted.members, counted.all_members, led.commitments, led.all_commitments,
      (select count(*)::int from working_groups g where g.coalition_id = k.id and g.status in ('active', 'reporting')) as groups
    from ${named(view)} join counted on counted.id = k.id join led on led.id = k.id
    left join lateral (select x.* from coalition_texts x where x.coalition_id = k.id and x.mandate is not null order by x.language = ${view.language} desc, x.language = 'en' desc, x.language limit 1) w on true
    where ${which} order by ${inOrder}`;
}

/** Every coalition with what it counts, in their order. Coalitions stand in public: any viewer reads them all. */
export async function listCoalitions(viewer: Actor, view: View): Promise<readonly CoalitionRow[]> {
  return (await rows(viewer, view, sql`true`).execute(database())).rows;
}

export type CoalitionName = Pick<CoalitionRow, 'id' | 'slug' | 'kind' | 'status' | 'parent_id' | 'country_iso2' | 'name'>;

/** Every coalition by its name alone, in the same order: what a choice needs, without a count. */
export async function nameCoalitions(view: View): Promise<readonly CoalitionName[]> {
  const found = await sql<CoalitionName>`select k.id, k.slug, k.kind, k.status, k.parent_id, k.country_iso2, coalesce(t.name, k.slug) as name from ${named(view)} order by ${inOrder}`.execute(database());
  return found.rows;
}

export interface CoalitionRecord extends CoalitionRow {
  readonly parent: { readonly slug: string; readonly name: string } | undefined;
  readonly below: readonly CoalitionRow[];
}

/** A coalition with what stands above and under it; undefined where there is none of this word. */
export async function findCoalition(viewer: Actor, slug: string, view: View): Promise<CoalitionRecord | undefined> {
  const found = await rows(viewer, view, sql`k.slug = ${slug} or k.parent_id = (select id from coalitions where slug = ${slug}) or k.id = (select parent_id from coalitions where slug = ${slug})`).execute(database());
  const row = found.rows.find((one) => one.slug === slug);
  if (row === undefined) return undefined;
  const above = found.rows.find((one) => one.id === row.parent_id);
  return {
    ...row,
    parent: above === undefined ? undefined : { slug: above.slug, name: above.name },
    below: found.rows.filter((one) => one.parent_id === row.id),
  };
}

/** The national coalition of a country that is forming or at work, under whatever parent; the one formed first. */
export async function nationalCoalition(viewer: Actor, iso2: string, view: View): Promise<CoalitionRow | undefined> {
  const found = await rows(viewer, view, sql`k.kind = 'national' and k.country_iso2 = ${iso2} and k.status <> 'closed'`).execute(database());
  return found.rows.toSorted((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || (a.formed_on ?? '').localeCompare(b.formed_on ?? ''))[0];
}

/** The versions of texts that a coalition works by, with their names. */
export async function versionsInUse(id: string, view: View): Promise<readonly { readonly framework: string; readonly name: string; readonly number: number }[]> {
  const found = await sql<{ framework: string; name: string; number: number }>`
    select f.code as framework, coalesce(t.name, a.name, f.code) as name, v.number from coalition_versions u join framework_versions v on v.id = u.version_id join frameworks f on f.id = v.framework_id
    left join framework_texts t on t.framework_id = f.id and t.language = ${view.language} left join framework_texts a on a.framework_id = f.id and a.language = v.authoritative_language
    where u.coalition_id = ${id} order by f.code <> 'CONNDECL', f.code, v.number`.execute(database());
  return found.rows;
}

/** The coalition at the top: what new records belong to where nothing else is said. */
export async function rootCoalition(): Promise<{ id: string; slug: string; parent_id: string | null; country_iso2: string | null } | undefined> {
  return database().selectFrom('coalitions').select(['id', 'slug', 'parent_id', 'country_iso2']).where('parent_id', 'is', null).orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
}

/** The open coalitions that this person's desk serves, itself or as the secretariat of one above: to which they admit members. */
export async function coalitionsServedBy(viewer: Actor, view: View): Promise<readonly CoalitionName[]> {
  const all = await nameCoalitions(view);
  const serves = (id: string | null): boolean => {
    if (id === null) return false;
    return holds(viewer, [...secretariat, 'platform_admin'], { coalition_id: id }) || serves(all.find((one) => one.id === id)?.parent_id ?? null);
  };
  return all.filter(({ id, status }) => status !== 'closed' && (viewer.kind === 'system' || serves(id)));
}

/** The coalitions above one, itself included: their secretariats act for it too. */
export async function coalitionIdsAbove(id: string, db: Reader = database()): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    with recursive above as (select k.id, k.parent_id from coalitions k where k.id = ${id} union select k.id, k.parent_id from coalitions k join above on above.parent_id = k.id)
    select id from above`.execute(db);
  return found.rows.map((row) => row.id);
}

/** A word for the address of a new coalition that no other one has: the wanted one, else with a number. */
export async function freeSlug(base: string): Promise<string> {
  const taken = new Set((await database().selectFrom('coalitions').select('slug').where('slug', 'like', `${base}%`).execute()).map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
