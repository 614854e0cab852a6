import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { seatDay } from '#app/working-groups/visible.server';
import type { ActionRef } from './policy';

/** Whether somebody holds a seat of a group, or stands in for who does, on a day; of a group that has ended, on its last one. */
export async function sitsIn(tx: Tx, groupId: string, personId: string, day: Day): Promise<boolean> {
  const found = await sql`select from seats x join people p on p.id = ${personId} and p.erased_at is null and p.suspended_at is null
    join working_groups g on g.id = x.working_group_id
    where g.id = ${groupId} and ${personId} in (x.holder_id, x.alternate_id) and ${holdsOn('x', sql`least(${day}::date, g.ended_on)`)} limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** Somebody to whom an action can be passed on, with whom they sit for. */
export interface OwnerChoice {
  readonly person_id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly constituency: string | null;
}

/** Everybody on a seat of a group but who has the action now; the caller has decided that the viewer may pass it on. */
export async function ownersToChoose(_viewer: Actor, action: Pick<ActionRef, 'working_group_id'> & { readonly owner_id: string | null }, view: View): Promise<readonly OwnerChoice[]> {
  const found = await sql<OwnerChoice>`
    select * from (
      select distinct on (p.id) p.id as person_id, p.name, o.name as organisation, x.constituency
      from seats x join working_groups g on g.id = x.working_group_id join people p on p.id in (x.holder_id, x.alternate_id) and p.erased_at is null and p.suspended_at is null left join organisations o on o.id = x.organisation_id
      where g.id = ${action.working_group_id} and p.id is distinct from ${action.owner_id}::uuid and ${holdsOn('x', seatDay(view))} order by p.id, x.from_on) one
    order by coalesce(organisation, constituency) collate "und-x-icu", name collate "und-x-icu", person_id`.execute(database());
  return found.rows;
}
