import { sql, type RawBuilder } from 'kysely';
import { holds, secretariat, type Actor, type RoleName } from '#app/access/actor';
import { dayOf } from '#app/platform/clock';

/**
 * The people (`p`) whom the viewer may read: all for the platform's administrators, auditors and secretariat; for the secretariat of a
 * coalition those of its members, those with a role in it or below it, and those who have no place yet; for organisations their
 * own; and everybody themselves. `below` is the viewer's coalitions with all under them.
 */
export function peopleVisibleTo(viewer: Actor, now: Date): { readonly below: RawBuilder<unknown>; readonly condition: RawBuilder<boolean> } {
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

/** In SQL: a row of roles (`alias`) that counts at an instant (PE-3). */
export const inForce = (alias: string, now: Date): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.starts_at`)} <= ${now} and (${sql.ref(`${alias}.ends_at`)} is null or ${sql.ref(`${alias}.ends_at`)} > ${now}))`;

/** In SQL: an affiliation `a` that counts on the day of an instant. */
export const belongsOn = (now: Date): RawBuilder<boolean> =>
  sql<boolean>`(a.from_on <= ${dayOf(now)}::date and (a.until_on is null or a.until_on > ${dayOf(now)}::date))`;
