import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '#app/platform/clock';
import { isOfPlatform, type Actor, type PersonActor, type RoleName } from './actor';

/**
 * What a viewer may read, as a condition in SQL: visibility is private (own) < coalition < members < public, an embargo hides
 * from everybody but the record's own people and the secretariat until its instant. AC-10.
 */
export interface Guarded {
  readonly visibility: RawBuilder<unknown>;
  readonly embargo?: RawBuilder<unknown>;
  /** True in SQL when the record is out in the open (published, convened …). */
  readonly isOut: RawBuilder<unknown>;
  /** Columns that say whose record it is. */
  readonly organisation?: RawBuilder<unknown>;
  readonly country?: RawBuilder<unknown>;
  /** Column of the coalition that it belongs to; without one it belongs to the platform. */
  readonly coalition?: RawBuilder<unknown>;
}

/** Who reads every record of what they serve or audit: all of it with a role on the platform, else that of their coalitions. */
const readers: readonly RoleName[] = ['secretariat_lead', 'secretariat_officer', 'platform_admin', 'auditor'];

/** The condition; put it into `where`. */
export function visibleTo(viewer: Actor, now: Date, record: Guarded): RawBuilder<boolean> {
  if (viewer.kind === 'system') return sql<boolean>`true`;
  const afterEmbargo = record.embargo === undefined ? sql`true` : sql`(${record.embargo} is null or ${record.embargo} <= ${now})`;
  const out = sql`${record.isOut} and ${afterEmbargo}`;
  if (viewer.kind === 'public') return sql<boolean>`(${record.visibility} = 'public' and ${out})`;
  const inside = sql`(${record.visibility} = 'coalition' and ${belongsTo(viewer, now, record.coalition)})`;
  return sql<boolean>`(((${record.visibility} in ('members', 'public') or ${inside}) and ${out}) or ${ownRecord(viewer, record)} or ${servedBy(viewer, record.coalition)})`;
}

/** Whether a person reads everything of a coalition: its secretariat and auditors, and those of the platform. */
export function servedBy(viewer: PersonActor, coalition: RawBuilder<unknown> | undefined): RawBuilder<boolean> {
  const serving = viewer.roles.filter((held) => readers.includes(held.role));
  if (serving.some(isOfPlatform)) return sql<boolean>`true`;
  const coalitions = serving.flatMap((held) => held.coalition_id ?? []);
  return coalition === undefined || coalitions.length === 0 ? sql<boolean>`false` : sql<boolean>`${coalition} = any(${coalitions}::uuid[])`;
}

/** Whether somebody reads everything of a coalition because they serve or audit it, one above it, or the platform; or hold another role there that reads. */
export function servedFromAbove(viewer: Actor, coalition: RawBuilder<unknown>, roles: readonly RoleName[] = readers): RawBuilder<boolean> {
  if (viewer.kind !== 'person') return viewer.kind === 'system' ? sql<boolean>`true` : sql<boolean>`false`;
  const serving = viewer.roles.filter((held) => roles.includes(held.role));
  if (serving.some(isOfPlatform)) return sql<boolean>`true`;
  const coalitions = serving.flatMap((held) => held.coalition_id ?? []);
  if (coalitions.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${coalition} in (
    with recursive below as (select id from coalitions where id = any(${coalitions}::uuid[]) union select k.id from coalitions k join below on k.parent_id = below.id) select id from below)`;
}

/** Whether a person belongs to a coalition: by a role in it, in a group of it or for its country, or through an organisation that is its member. */
function belongsTo(viewer: PersonActor, now: Date, coalition: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  if (coalition === undefined || viewer.roles.some(isOfPlatform)) return sql`true`;
  const today = dayOf(now);
  const of = (scope: 'coalition_id' | 'working_group_id' | 'country_iso2') => viewer.roles.flatMap((held) => held[scope] ?? []);
  return sql`${coalition} in (
    select unnest(${of('coalition_id')}::uuid[])
    union all select coalition_id from working_groups where id = any(${of('working_group_id')}::uuid[])
    union all select id from coalitions where country_iso2 = any(${of('country_iso2')}::text[])
    union all select coalition_id from memberships where organisation_id = any(${organisationsOf(viewer)}::uuid[]) and status = 'active'
      and joined_on <= ${today}::date and (ended_on is null or ended_on > ${today}::date))`;
}

/** The record belongs to an organisation or country that the viewer acts for. */
function ownRecord(viewer: PersonActor, record: Guarded): RawBuilder<unknown> {
  const organisations = organisationsOf(viewer);
  const countries = viewer.roles.flatMap((one) => one.country_iso2 ?? []);
  const byOrganisation = record.organisation === undefined || organisations.length === 0 ? sql`false` : sql`${record.organisation} = any(${organisations}::uuid[])`;
  const byCountry = record.country === undefined || countries.length === 0 ? sql`false` : sql`${record.country} = any(${countries}::text[])`;
  return sql`(${byOrganisation} or ${byCountry})`;
}

const organisationsOf = (viewer: PersonActor): string[] => [
  ...viewer.affiliations.filter((one) => one.current).map((one) => one.organisation_id),
  ...viewer.roles.flatMap((one) => one.organisation_id ?? []),
];
