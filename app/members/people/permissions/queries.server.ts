import { sql } from 'kysely';
import type { Affiliation, PersonActor } from '#app/access/actor';
import { governmentsSql } from '#app/accounts/login/person.server';
import { declaredRules, type PermitFor } from '#app/access/permit';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { peoplePolicy } from '../policy';
import { scopeName } from '../roles/queries.server';
import { belongsOn, inForce } from '../visible.server';
import { explain, type DatedRole, type Explained } from './model';

/** Everything that can be done here, and whether somebody may, now: the rules themselves are asked. */
export async function permissionsOf(granted: PermitFor<typeof peoplePolicy.explain>, { language, now }: { language: Language; now: Date }): Promise<readonly Explained[]> {
  const { id } = granted.subject;
  const [roles, affiliations, ties] = await Promise.all([
    sql<DatedRole>`
      select r.id, r.role, r.coalition_id, r.organisation_id, r.working_group_id, r.country_iso2, to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD') as since_on, ${scopeName('r', language)} as scope
      from roles r join people p on p.id = r.person_id and p.suspended_at is null
      where r.person_id = ${id} and ${inForce('r', now)}
        and (r.organisation_id is null or exists (select from affiliations a where a.person_id = r.person_id and a.organisation_id = r.organisation_id and ${belongsOn(now)}))
      order by r.starts_at, r.id`.execute(database()),
    sql<Affiliation>`select a.organisation_id, ${belongsOn(now)} as current from affiliations a where a.person_id = ${id}`.execute(database()),
    sql<{ governments: readonly string[] }>`select ${governmentsSql(now)} as governments from people p where p.id = ${id}`.execute(database()),
  ]);
  const actor: PersonActor = { kind: 'person', id, name: '', language, time_zone: 'UTC', roles: roles.rows, affiliations: affiliations.rows, governments: ties.rows[0]?.governments ?? [] };
  return explain(declaredRules().values(), actor, roles.rows);
}
