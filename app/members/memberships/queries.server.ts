import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { dayOf } from '#app/platform/clock';
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
  readonly status: (typeof inForce)[number];
  readonly version: number;
  /** The coalition and those above it. */
  readonly above: readonly string[];
}

/** The membership in force with this id. Memberships in force are public; what may be done with one is the policy's to say. */
export async function findCurrentMembership(_viewer: Actor, id: string, { language }: View): Promise<CurrentMembership | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<Omit<CurrentMembership, 'above'>>`
    select m.id, m.coalition_id, m.organisation_id, o.name as organisation, o.ref as organisation_ref, coalesce(t.name, k.slug) as coalition, m.category, m.joined_on, m.status, m.version
    from memberships m join organisations o on o.id = m.organisation_id join coalitions k on k.id = m.coalition_id
    left join lateral (select x.name from coalition_texts x where x.coalition_id = k.id order by x.language = ${language} desc, x.language = 'en' desc, x.language limit 1) t on true
    where m.id = ${id} and m.status = any(${[...inForce]})`.execute(database());
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, above: await coalitionIdsAbove(row.coalition_id) };
}

/** ME-10: where somebody belongs and nobody acts now, with the reason: for their own page. */
export async function suspensionsOf(viewer: Actor, { now }: View): Promise<readonly { readonly name: string; readonly ref: string; readonly reason: string }[]> {
  if (viewer.kind !== 'person') return [];
  const today = dayOf(now);
  const found = await sql<{ name: string; ref: string; reason: string }>`
    select o.name, o.ref, s.reason from affiliations a join organisations o on o.id = a.organisation_id join memberships m on m.organisation_id = o.id and m.status = 'suspended'
    join membership_suspensions s on s.membership_id = m.id and s.ends_at is null
    where a.person_id = ${viewer.id} and a.from_on <= ${today}::date and (a.until_on is null or a.until_on > ${today}::date) and organisation_suspended(o.id, ${today}::date) order by o.name, s.id`.execute(database());
  return found.rows;
}
