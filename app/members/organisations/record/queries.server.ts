import { sql } from 'kysely';
import { holds, holdsAnywhere, secretariat, type Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { readableByAll } from '#app/members/memberships/model';
import { stints } from '#app/members/people/speaking.server';
import { database } from '#app/platform/database.server';
import { consentedName, groupText } from '#app/working-groups/fragments.server';
import { groupsVisibleTo } from '#app/working-groups/visible.server';
import type { MembershipRow, OrganisationRecord, SeatRow } from './model';

type Head = Omit<OrganisationRecord, 'memberships' | 'seats' | 'focal_points' | 'speakers'>;

/** The organisation with this reference, undefined where there is none. One that was merged is found through `successorOf`. */
export async function findOrganisation(viewer: Actor, ref: string, view: View): Promise<OrganisationRecord | undefined> {
  const found = await sql<Head>`
    with recursive gone as (
      select id, ref, name from organisations where merged_into_id = (select id from organisations where ref = ${ref})
      union
      select o.id, o.ref, o.name from organisations o join gone on o.merged_into_id = gone.id
    )
    select o.id, o.ref, o.name, o.short_name, o.type_code, o.type_missing, o.constituency, o.country_iso2, n.name as country, o.website, o.source_note, o.status, o.version,
      array(select i.identifier from organisation_identifiers i where i.organisation_id = o.id order by 1) as identifiers,
      array(select f.name from organisation_names f where f.organisation_id = o.id order by 1) as former_names,
      (select coalesce(jsonb_agg(jsonb_build_object('ref', gone.ref, 'name', gone.name,
        'identifiers', array(select i.identifier from organisation_identifiers i where i.organisation_id = gone.id order by 1)) order by gone.ref), '[]') from gone) as merged,
      array[o.id] || array(select gone.id from gone) as ids
    from organisations o left join country_texts n on n.iso2 = o.country_iso2 and n.language = ${view.language}
    where o.ref = ${ref} and o.status <> 'merged'`.execute(database());
  const head = found.rows[0];
  if (head === undefined) return undefined;
  const [memberships, seats, speakers] = await Promise.all([membershipsOf(viewer, head, view), seatsOf(viewer, head.ids, view), speakersOf(head.ids, view)]);
  const named = [...new Set(speakers.flatMap(({ name }) => name ?? []))].toSorted();
  const count = new Set(speakers.map(({ id }) => id)).size;
  return { ...head, memberships, seats, speakers: speakers.map(({ role, name }) => ({ role, name })), focal_points: { count, named } };
}

/** ME-2: the reference of the organisation that a merged one leads to, however often it was merged on. */
export async function successorOf(ref: string): Promise<string | undefined> {
  const found = await sql<{ ref: string }>`
    with recursive led as (
      select id, ref, merged_into_id, 0 as step from organisations where ref = ${ref}
      union all
      select o.id, o.ref, o.merged_into_id, led.step + 1 from organisations o join led on o.id = led.merged_into_id where led.step < 20
    )
    select ref from led where step > 0 and merged_into_id is null`.execute(database());
  return found.rows[0]?.ref;
}

async function membershipsOf(viewer: Actor, { id, ids }: Pick<Head, 'id' | 'ids'>, { language }: View): Promise<readonly MembershipRow[]> {
  const inside = viewer.kind === 'system' || holdsAnywhere(viewer, [...secretariat, 'platform_admin', 'auditor']) || holds(viewer, ['org_admin', 'focal_point', 'deputy_focal_point'], { organisation_id: id });
  const found = await sql<MembershipRow>`
    select m.id, m.coalition_id, k.slug, coalesce(t.name, k.slug) as coalition, m.category, m.status, m.joined_on, m.ended_on, m.continued_by
    from memberships m join coalitions k on k.id = m.coalition_id
    left join lateral (select x.name from coalition_texts x where x.coalition_id = k.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) t on true
    where m.organisation_id = any(${[...ids]}::uuid[]) and (${inside} or m.status = any(${[...readableByAll]}))
    order by m.ended_on is not null, k.parent_id is not null, m.joined_on, m.id`.execute(database());
  return found.rows;
}

async function seatsOf(viewer: Actor, ids: readonly string[], view: View): Promise<readonly SeatRow[]> {
  const found = await sql<SeatRow>`
    select x.id, coalesce(text.name, g.ref) as group, g.ref as group_ref, x.role, x.voting, x.from_on
    from seats x join working_groups g on g.id = x.working_group_id left join ${groupText(view.language)} on true
    where x.organisation_id = any(${[...ids]}::uuid[]) and x.from_on <= ${todayOf(view)} and (x.until_on is null or x.until_on >= ${todayOf(view)}) and ${groupsVisibleTo(viewer, view)}
    order by text.name collate "und-x-icu", x.id`.execute(database());
  return found.rows;
}

/** Who speaks for it now (PE-3); names only of those who agreed to be named. */
async function speakersOf(ids: readonly string[], { now }: View): Promise<readonly (OrganisationRecord['speakers'][number] & { readonly id: string })[]> {
  const found = await sql<OrganisationRecord['speakers'][number] & { readonly id: string }>`
    select distinct p.id, s.role, ${consentedName} as name from ${stints(now)} s join people p on p.id = s.person_id
    where s.organisation_id = any(${[...ids]}::uuid[]) and s.until > ${now} order by s.role desc, name, p.id`.execute(database());
  return found.rows;
}
