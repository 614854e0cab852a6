import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { inForce, type MembershipCategory } from './model';

/** A membership that is in force, with the names that a question about it needs. */
export interface CurrentMembership {
  readonly id: string;
  readonly coalition_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly organisation_ref: string;
  readonly coalition: string;
  readonly category: MembershipCategory;
  readonly joined_on: string;
}

/** The membership in force with this id. Memberships in force are public; what may be done with one is the policy's to say. */
export async function findCurrentMembership(_viewer: Actor, id: string, { language }: View): Promise<CurrentMembership | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<CurrentMembership>`
    select m.id, m.coalition_id, m.organisation_id, o.name as organisation, o.ref as organisation_ref, coalesce(t.name, k.slug) as coalition, m.category, m.joined_on
    from memberships m join organisations o on o.id = m.organisation_id join coalitions k on k.id = m.coalition_id
    left join lateral (select x.name from coalition_texts x where x.coalition_id = k.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) t on true
    where m.id = ${id} and m.status = any(${[...inForce]})`.execute(database());
  return found.rows[0];
}
