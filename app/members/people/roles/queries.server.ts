import { sql, type RawBuilder } from 'kysely';
import type { RoleName } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database, type Reader } from '#app/platform/database.server';
import { platform, type RoleScope } from './model';
import type { RoleSubject } from './policy';

/** In SQL: what a role counts in, in the reader's language; null for the platform. `alias` is that of the role's row. */
export function scopeName(alias: string, language: Language): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const preferred = sql`order by (t.language = ${language}) desc, (t.language = 'en') desc limit 1`;
  return sql<string | null>`coalesce(
    (select t.name from coalition_texts t where t.coalition_id = ${column('coalition_id')} ${preferred}),
    (select coalesce(o.short_name, o.name) from organisations o where o.id = ${column('organisation_id')}),
    (select t.name from working_group_texts t where t.working_group_id = ${column('working_group_id')} ${preferred}),
    (select t.name from country_texts t where t.iso2 = ${column('country_iso2')} ${preferred}))`;
}

/**
 * The coalitions whose secretariat answers for a scope: the coalition itself, those of which an organisation is an active member,
 * that of a working group, the national ones of a country; and all above them.
 */
export async function coalitionsOver(scope: RoleScope, reader: Reader = database()): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive over as (
      select c.id, c.parent_id from coalitions c where c.id = ${scope.coalition_id}::uuid
        or c.id in (select m.coalition_id from memberships m where m.organisation_id = ${scope.organisation_id}::uuid and m.status in ('invited', 'applied', 'under_review', 'active', 'suspended'))
        or c.id in (select g.coalition_id from working_groups g where g.id = ${scope.working_group_id}::uuid)
        or c.country_iso2 = ${scope.country_iso2}::text
        or (${scope.country_iso2}::text is not null and c.parent_id is null)
      union
      select c.id, c.parent_id from coalitions c join over on over.parent_id = c.id
    ) select distinct id from over order by id`.execute(reader);
  return found.rows.map((row) => row.id);
}

/** The coalitions over an organisation; none without one. */
export const coalitionsOverOrganisation = (organisation_id: string | null, reader?: Reader): Promise<string[]> =>
  organisation_id === null ? Promise.resolve([]) : coalitionsOver({ ...platform, organisation_id }, reader);

/** Whether what a role is to count in exists; the platform always does. */
export async function scopeExists(scope: RoleScope, reader: Reader): Promise<boolean> {
  const found = await sql<{ there: boolean }>`select num_nonnulls(${scope.coalition_id}::uuid, ${scope.organisation_id}::uuid, ${scope.working_group_id}::uuid, ${scope.country_iso2}::text) = (
    (select count(*) from coalitions where id = ${scope.coalition_id}::uuid) + (select count(*) from organisations where id = ${scope.organisation_id}::uuid)
    + (select count(*) from working_groups where id = ${scope.working_group_id}::uuid) + (select count(*) from countries where iso2 = ${scope.country_iso2}::text)) as there`.execute(reader);
  return found.rows[0]?.there === true;
}

export interface RoleRow extends RoleScope {
  readonly id: string;
  readonly person_id: string;
  readonly role: RoleName;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  /** PE-10: it comes with a seat, and ends with it. */
  readonly by_seat: boolean;
}

/** A role with what its policy asks about; `undefined` where the person has no such role. */
export async function findRole(person_id: string, id: string, reader: Reader = database()): Promise<{ row: RoleRow; subject: RoleSubject } | undefined> {
  const row = await reader.selectFrom('roles').selectAll().where('id', '=', id).where('person_id', '=', person_id).executeTakeFirst();
  if (row === undefined) return undefined;
  const role = row.role as RoleName;
  return { row: { ...row, role }, subject: await roleSubject(person_id, role, row, reader) };
}

/** What is asked before a role is given. */
export async function roleSubject(person_id: string, role: RoleName, { coalition_id, organisation_id, working_group_id, country_iso2 }: RoleScope, reader?: Reader): Promise<RoleSubject> {
  const scope = { coalition_id, organisation_id, working_group_id, country_iso2 };
  return { person_id, role, scope, coalition_ids: await coalitionsOver(scope, reader) };
}
