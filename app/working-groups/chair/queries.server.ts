import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { todayOf, type View } from '#app/commitments/readable.server';
import { inForce } from '#app/members/people/visible.server';
import { database } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import type { groupPolicy, GroupRef } from '../policy';

/** Who has the chair of a group now: the viewer where they do, else the one who has had it longest. */
export async function chairOf(viewer: Actor, group: GroupRef, now: Date): Promise<{ readonly person_id: string; readonly name: string } | undefined> {
  const found = await sql<{ person_id: string; name: string }>`
    select r.person_id, p.name from roles r join people p on p.id = r.person_id
    where r.working_group_id = ${group.id} and r.role = 'wg_chair' and ${inForce('r', now)}
    order by r.person_id = ${viewer.kind === 'person' ? viewer.id : null} desc nulls last, r.starts_at, r.id limit 1`.execute(database());
  return found.rows[0];
}

/** Somebody who can take the chair: the holder of a seat that can vote, with whom they sit for. */
export interface Successor {
  readonly person_id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly constituency: string | null;
}

export async function successorsOf(granted: PermitFor<typeof groupPolicy.handOver>, view: View): Promise<readonly Successor[]> {
  const today = todayOf(view);
  const found = await sql<Successor>`
    select distinct on (p.name collate "und-x-icu", p.id) p.id as person_id, p.name, o.name as organisation, s.constituency
    from seats s join people p on p.id = s.holder_id and p.erased_at is null and p.suspended_at is null left join organisations o on o.id = s.organisation_id
    where s.working_group_id = ${granted.subject.id} and s.holder_id <> ${granted.subject.chair_id} and s.role in ('cochair', 'member')
      and ${holdsOn('s', today)}
    order by p.name collate "und-x-icu", p.id, s.from_on`.execute(database());
  return found.rows;
}
