import { sql, type RawBuilder } from 'kysely';
import { secretariat, type Actor, type RoleName } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Standing } from './model';
import { scopeName } from './roles/queries.server';
import { belongsOn, inForce, peopleVisibleTo } from './visible.server';

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
  readonly standing: Standing;
  readonly organisations: readonly { readonly id: string; readonly ref: string; readonly name: string }[];
  /** Those in force now. */
  readonly roles: readonly HeldRoleRow[];
}
/**
 * In SQL: how somebody (`p`) stands. Suspended comes first; `ended` had a place or a role and has none now; `active` has a password;
 * `invited` has not answered yet.
 */
export const standingSql = (now: Date): RawBuilder<Standing> => sql<Standing>`case
  when p.suspended_at is not null then 'suspended'
  when (exists (select from affiliations a where a.person_id = p.id) or exists (select from roles r where r.person_id = p.id))
    and not exists (select from affiliations a where a.person_id = p.id and ${belongsOn(now)})
    and not exists (select from roles r where r.person_id = p.id and (r.ends_at is null or r.ends_at > ${now})) then 'ended'
  when exists (select from credentials c where c.person_id = p.id) then 'active'
  when exists (select from one_time_links l where l.person_id = p.id and l.purpose = 'invitation' and l.used_at is null) then 'invited'
  else 'none' end`;

/** Columns of a person `p` in a list. */
export const personColumns = (language: Language, now: Date): RawBuilder<unknown> => sql`
  p.id, p.name, (select m.address from person_mails m where m.person_id = p.id and m.is_primary) as mail, ${standingSql(now)} as standing,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ref', o.ref, 'name', o.name) order by a.from_on, a.id), '[]') from affiliations a join organisations o on o.id = a.organisation_id
    where a.person_id = p.id and ${belongsOn(now)}) as organisations,
  (select coalesce(jsonb_agg(${roleRow(language)} order by r.starts_at, r.id), '[]') from roles r where r.person_id = p.id and ${inForce('r', now)}) as roles`;

const roleRow = (language: Language) => sql`jsonb_build_object('id', r.id, 'role', r.role, 'scope', ${scopeName('r', language)}, 'starts_at', r.starts_at, 'ends_at', r.ends_at, 'reason', r.reason)`;

export interface PersonDetail extends PersonRow {
  /** Every affiliation, the current ones too. */
  readonly affiliations: readonly { readonly id: string; readonly organisation_id: string; readonly ref: string; readonly name: string; readonly title: string | null; readonly from_on: string; readonly until_on: string | null }[];
  /** Roles that have ended or begin later. */
  readonly other_roles: readonly HeldRoleRow[];
  /** Languages in which they can work. */
  readonly spoken_languages: readonly string[];
  readonly suspended_reason: string | null;
}

/** A person with their places and roles; unseen and absent are the same. */
export async function findPerson(viewer: Actor, id: string, { language, now }: { language: Language; now: Date }): Promise<PersonDetail | undefined> {
  if (!isId(id)) return undefined;
  const { below, condition } = peopleVisibleTo(viewer, now);
  const found = await sql<PersonDetail>`
    with recursive below as (${below})
    select ${personColumns(language, now)}, p.spoken_languages, p.suspended_reason,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'organisation_id', a.organisation_id, 'ref', o.ref, 'name', o.name, 'title', a.title, 'from_on', a.from_on, 'until_on', a.until_on) order by a.from_on, a.id), '[]')
        from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id) as affiliations,
      (select coalesce(jsonb_agg(${roleRow(language)} order by r.starts_at, r.id), '[]')
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

/** All coalitions by their words in addresses, for a filter. */
export async function coalitionChoices(language: Language): Promise<readonly Choice[]> {
  const found = await sql<Choice>`
    select c.slug as value, coalesce((select t.name from coalition_texts t where t.coalition_id = c.id order by (t.language = ${language}) desc, (t.language = 'en') desc limit 1), c.slug) as label
    from coalitions c order by c.parent_id is not null, 2`.execute(database());
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
