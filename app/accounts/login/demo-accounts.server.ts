import { sql } from 'kysely';
import type { RoleName } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { demoDomain } from '../model';
import { scopeName } from '#app/members/people/roles/queries.server';

/** One account to try: who it is and for which part of the work. */
export interface DemoAccount {
  readonly address: string;
  readonly name: string;
  readonly role: RoleName | null;
  /** Name of the organisation, country, group or coalition that the role counts in. */
  readonly scope: string | null;
}

/** In the order in which the work passes through their hands. */
const order = ['member', 'chair', 'secretariat', 'officer', 'reviewer', 'coordinator', 'admin', 'auditor'];

/** The accounts of a demonstration, each with the first role that it holds now. */
export async function demoAccounts(language: Language, now: Date): Promise<DemoAccount[]> {
  const found = await sql<DemoAccount>`
    select m.address, p.name, r.role, ${scopeName('r', language)} as scope
    from person_mails m join people p on p.id = m.person_id
    left join lateral (select * from roles r where r.person_id = p.id and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) order by r.starts_at, r.id limit 1) r on true
    where m.address like ${`%${demoDomain}`} and p.erased_at is null and p.suspended_at is null
    order by coalesce(array_position(${order}::text[], split_part(m.address, '@', 1)), 99), m.address`.execute(database());
  return found.rows;
}
