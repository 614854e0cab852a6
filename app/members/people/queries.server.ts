import { sql, type RawBuilder } from 'kysely';
import { holds, secretariat, type Actor, type RoleName } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { scopeName } from './roles/queries.server';

export interface HeldRoleRow {
  readonly id: string;
  readonly role: RoleName;
  /** Name of what it counts in; null for the platform. */
  readonly scope: string | null;
  readonly starts_at: string;
  readonly ends_at: string | null;
  readonly reason: string | null;
}
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  /** `invited` has not answered yet, `active` has a password. */
  readonly standing: 'none' | 'invited' | 'active';
  readonly organisations: readonly { readonly id: string; readonly ref: string; readonly name: string }[];
  /** Those in force now. */
  readonly roles: readonly HeldRoleRow[];
}
export interface PeopleFilter {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
}
interface Page<Row> {
  readonly rows: readonly Row[];
  /** The key after which the next page begins. */
  readonly next: string | null;
  /** Exact up to 10,000. */
  readonly total: { readonly count: number; readonly exact: boolean };
}

const pageSize = 50;
const mostCounted = 10_000;

/**
 * The people whom the viewer may read: all for the platform's administrators, auditors and secretariat; for the secretariat of a
 * coalition those of its members, those with a role in it or below it, and those who have no place yet; for organisations their
 * own; and everybody themselves. `below` is the viewer's coalitions with all under them.
 */
function visibleTo(viewer: Actor, now: Date): { readonly below: RawBuilder<unknown>; readonly condition: RawBuilder<boolean> } {
  const nobody = sql`select null::uuid as id where false`;
  if (viewer.kind === 'system' || holds(viewer, ['platform_admin', 'auditor', ...secretariat])) return { below: nobody, condition: sql<boolean>`true` };
  if (viewer.kind === 'public') return { below: nobody, condition: sql<boolean>`false` };
  const held = (names: readonly RoleName[]) => viewer.roles.filter((one) => names.includes(one.role));
  const coalitions = held(['auditor', ...secretariat]).flatMap((one) => one.coalition_id ?? []);
  const organisations = held(['org_admin', 'focal_point', 'deputy_focal_point']).flatMap((one) => one.organisation_id ?? []);
  return {
    below: sql`select c.id from coalitions c where c.id = any(${coalitions}::uuid[]) union select c.id from coalitions c join below on c.parent_id = below.id`,
    condition: sql<boolean>`(p.id = ${viewer.id}
      or exists (select from affiliations a where a.person_id = p.id and (a.until_on is null or a.until_on > ${dayOf(now)}::date)
        and (a.organisation_id = any(${organisations}::uuid[]) or a.organisation_id in (select m.organisation_id from memberships m where m.coalition_id in (select id from below))))
      or exists (select from roles r where r.person_id = p.id
        and (r.coalition_id in (select id from below) or r.working_group_id in (select g.id from working_groups g where g.coalition_id in (select id from below))))
      or (exists (select from below) and not exists (select from affiliations a where a.person_id = p.id) and not exists (select from roles r where r.person_id = p.id)))`,
  };
}

const columns = (language: Language, now: Date) => sql`
  p.id, p.name, (select m.address from person_mails m where m.person_id = p.id and m.is_primary) as mail,
  case when exists (select from credentials c where c.person_id = p.id) then 'active'
    when exists (select from one_time_links l where l.person_id = p.id and l.purpose = 'invitation') then 'invited' else 'none' end as standing,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ref', o.ref, 'name', o.name) order by a.from_on, a.id), '[]') from affiliations a join organisations o on o.id = a.organisation_id
    where a.person_id = p.id and (a.until_on is null or a.until_on > ${dayOf(now)}::date)) as organisations,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'scope', ${scopeName('r', language)}, 'starts_at', r.starts_at, 'ends_at', r.ends_at, 'reason', r.reason) order by r.starts_at, r.id), '[]')
    from roles r where r.person_id = p.id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as roles`;

/** The people that the viewer may read, by name. `after` is the id of the last row of the page before. */
export async function listPeople(viewer: Actor, { q, role }: PeopleFilter, { language, now, after }: { language: Language; now: Date; after: string | null }): Promise<Page<PersonRow>> {
  const { below, condition } = visibleTo(viewer, now);
  const words = q === undefined ? sql`true` : sql`(strpos(lower(p.name), lower(${q})) > 0 or exists (select from person_mails m where m.person_id = p.id and strpos(m.address, lower(${q})) > 0))`;
  const inRole = role === undefined ? sql`true` : sql`exists (select from roles r where r.person_id = p.id and r.role = ${role} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}))`;
  const matching = sql`p.erased_at is null and ${condition} and ${words} and ${inRole}`;
  const beyond = after === null || !isId(after) ? sql`true` : sql`(p.name collate "und-x-icu", p.id) > (select b.name collate "und-x-icu", b.id from people b where b.id = ${after})`;
  const [page, counted] = await Promise.all([
    sql<PersonRow>`with recursive below as (${below}) select ${columns(language, now)} from people p where ${matching} and ${beyond} order by p.name collate "und-x-icu", p.id limit ${pageSize + 1}`.execute(database()),
    sql<{ count: number }>`with recursive below as (${below}) select count(*)::int as count from (select from people p where ${matching} limit ${mostCounted + 1}) matched`.execute(database()),
  ]);
  const count = counted.rows[0]?.count ?? 0;
  const rows = page.rows.slice(0, pageSize);
  return { rows, next: page.rows.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total: { count: Math.min(count, mostCounted), exact: count <= mostCounted } };
}

export interface PersonDetail extends PersonRow {
  /** Every affiliation, the current ones too. */
  readonly affiliations: readonly { readonly id: string; readonly organisation_id: string; readonly ref: string; readonly name: string; readonly title: string | null; readonly from_on: string; readonly until_on: string | null }[];
  /** Roles that have ended or begin later. */
  readonly other_roles: readonly HeldRoleRow[];
}

/** A person with their places and roles; unseen and absent are the same. */
export async function findPerson(viewer: Actor, id: string, { language, now }: { language: Language; now: Date }): Promise<PersonDetail | undefined> {
  if (!isId(id)) return undefined;
  const { below, condition } = visibleTo(viewer, now);
  const found = await sql<PersonDetail>`
    with recursive below as (${below})
    select ${columns(language, now)},
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'organisation_id', a.organisation_id, 'ref', o.ref, 'name', o.name, 'title', a.title, 'from_on', a.from_on, 'until_on', a.until_on) order by a.from_on, a.id), '[]')
        from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id) as affiliations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'scope', ${scopeName('r', language)}, 'starts_at', r.starts_at, 'ends_at', r.ends_at, 'reason', r.reason) order by r.starts_at, r.id), '[]')
        from roles r where r.person_id = p.id and (r.starts_at > ${now} or r.ends_at <= ${now})) as other_roles
    from people p where p.id = ${id} and p.erased_at is null and ${condition}`.execute(database());
  return found.rows[0];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a role of this kind can count in, for a form: the person's organisations, or all coalitions, groups or countries. */
export async function scopeChoices(kind: 'coalition' | 'organisation' | 'working_group' | 'country', person: PersonDetail, language: Language): Promise<readonly Choice[]> {
  if (kind === 'organisation') return person.organisations.map((one) => ({ value: one.id, label: one.name }));
  const preferred = sql`order by (t.language = ${language}) desc, (t.language = 'en') desc limit 1`;
  const source = {
    coalition: sql`select c.id::text as value, (select t.name from coalition_texts t where t.coalition_id = c.id ${preferred}) as label from coalitions c where c.status <> 'closed'`,
    working_group: sql`select g.id::text as value, (select t.name from working_group_texts t where t.working_group_id = g.id ${preferred}) as label from working_groups g where g.status not in ('concluded', 'dissolved')`,
    country: sql`select c.iso2 as value, (select t.name from country_texts t where t.iso2 = c.iso2 ${preferred}) as label from countries c`,
  }[kind];
  const found = await sql<Choice>`select value, coalesce(label, value) as label from (${source}) choices order by coalesce(label, value) collate "und-x-icu"`.execute(database());
  return found.rows;
}

/** Organisations to choose from where somebody is taken in: those of an organisation's administrator, else all that are active. */
export async function organisationChoices(viewer: Actor): Promise<readonly Choice[]> {
  const all = viewer.kind === 'system' || (viewer.kind === 'person' && viewer.roles.some((held) => ['platform_admin', ...secretariat].includes(held.role)));
  const own = viewer.kind === 'person' ? viewer.roles.filter((held) => held.role === 'org_admin').flatMap((held) => held.organisation_id ?? []) : [];
  const found = await sql<Choice>`
    select o.id::text as value, o.name as label from organisations o where o.status = 'active' and (${all} or o.id = any(${own}::uuid[]))
    order by o.name collate "und-x-icu", o.id limit 2500`.execute(database());
  return found.rows;
}
