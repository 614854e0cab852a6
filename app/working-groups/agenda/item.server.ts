import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { insideOf } from '#app/working-groups/visible.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import type { ItemKind } from './model';

/** An item as it is edited, inside of the group. */
export interface ItemRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly section: string | null;
  readonly minutes: number | null;
  readonly presenter: string | null;
  readonly presenter_id: string | null;
  readonly commitment_ref: string | null;
  /** The report that it launches. */
  readonly report_id: string | null;
  readonly dimension_id: string | null;
  readonly outcome: string | null;
  readonly version: number;
}

export async function findItem(viewer: Actor, session: Pick<SessionRecord, 'id'>, id: string, view: View): Promise<ItemRecord | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<ItemRecord>`
    select i.id, i.title, i.kind, i.section, i.minutes, i.presenter, i.presenter_id, i.dimension_id, coalesce(i.report_id, i.outcome_id) as report_id, i.outcome, i.version, (select c.ref from commitments c where c.id = i.commitment_id and ${readable(viewer, view)}) as commitment_ref
    from agenda_items i join sessions s on s.id = i.session_id join working_groups g on g.id = s.working_group_id where i.id = ${id} and s.id = ${session.id} and ${insideOf(viewer, view)}`.execute(database())).rows[0];
}

/** Who can be given an item: everybody on a seat on the day of the meeting, with whom they sit for. */
export async function presentersFor(session: Pick<SessionRecord, 'working_group_id' | 'starts_at' | 'time_zone'>): Promise<readonly { readonly id: string; readonly name: string; readonly organisation: string | null }[]> {
  const day = dayOf(session.starts_at, session.time_zone);
  return (await sql<{ id: string; name: string; organisation: string | null }>`
    select distinct on (p.name, p.id) p.id, p.name, o.name as organisation from seats x join people p on p.id in (x.holder_id, x.alternate_id) and p.erased_at is null left join organisations o on o.id = x.organisation_id
    where x.working_group_id = ${session.working_group_id} and ${holdsOn('x', day)} order by p.name, p.id, x.from_on desc`.execute(database())).rows;
}
