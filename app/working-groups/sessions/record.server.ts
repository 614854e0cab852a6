import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { ActionStatus } from '#app/working-groups/actions/model';
import type { ItemKind, ItemNote, Outcome } from '#app/working-groups/agenda/model';
import { notesOfSession } from '#app/working-groups/agenda/notes.server';
import { reportOf, type ItemReport } from '#app/working-groups/agenda/reports.server';
import { readable, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { consentedName } from '#app/working-groups/fragments.server';
import type { SeatRole } from '#app/working-groups/model';
import type { QuorumInputs, SnapshotSeat } from './model';
import { quorumChanges, type QuorumChange } from './presences';
import type { SessionRecord } from './queries.server';
import { presencesOf, termsOfSession } from './quorum.server';

/** A session as its viewer found it: nothing of what happened is read where it may not be told. */
type Told = Pick<SessionRecord, 'id' | 'told'> & { readonly inside?: boolean };

export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly minutes: number | null;
  readonly section: string | null;
  /** Free words, or the person of the group who has the item: named where they agreed or inside of the group, else by their organisation. */
  readonly presenter: string | null;
  readonly outcome: Outcome | null;
  /** Only where the session may be told. */
  readonly notes: readonly ItemNote[];
  readonly commitment_ref: string | null;
  /** What it launches. */
  readonly report: ItemReport | null;
  readonly node_code: string | null;
  /** Minutes that were added while it was treated. */
  readonly extra_minutes: number;
  readonly ended_at: Date | null;
}

/** How the person who presents an item `i` is called, for whoever reads the session. */
const presenterOf = (session: Told) => sql`(select coalesce(case when ${session.inside ?? false}::boolean then p.name end, ${consentedName},
    (select o.name from seats x join organisations o on o.id = x.organisation_id join sessions of on of.id = i.session_id where x.working_group_id = of.working_group_id and p.id in (x.holder_id, x.alternate_id) order by x.holder_id = p.id desc, x.from_on desc limit 1))
  from people p where p.id = i.presenter_id)`;

/** The agenda in its order; an item names the commitment it treats where the viewer may see that. */
export async function agendaOf(viewer: Actor, session: Told, view: View): Promise<readonly AgendaItem[]> {
  const [found, notes] = await Promise.all([
    sql<Omit<AgendaItem, 'notes'>>`
    select i.id, i.position, i.title, i.kind, i.minutes, i.section, coalesce(i.presenter, ${presenterOf(session)}) as presenter, i.outcome, i.extra_minutes, i.ended_at, n.code as node_code,
      (select c.ref from commitments c where c.id = i.commitment_id and ${readable(viewer, view)}) as commitment_ref, ${reportOf(viewer, view)} as report
    from agenda_items i left join framework_nodes n on n.id = i.node_id where i.session_id = ${session.id} order by i.position`.execute(database()),
    session.told ? notesOfSession(session) : [],
  ]);
  return found.rows.map((item) => ({ ...item, notes: notes.filter((note) => note.agenda_item_id === item.id) }));
}

/** A seat as it was at the start, with who stood behind it. */
export interface PresentSeat extends SnapshotSeat {
  readonly role: SeatRole;
  readonly organisation: string | null;
  readonly organisation_ref: string | null;
  readonly constituency: string | null;
  readonly holder: string | null;
  readonly alternate: string | null;
}

export interface Room extends QuorumInputs {
  readonly seats: readonly PresentSeat[];
  /** When the quorum was reached, lost and regained. */
  readonly changes: readonly QuorumChange[];
}

/** The seats at the start (WG-2) and who came. `names` of everybody are for the desk; elsewhere only those who agreed are named. */
export async function roomOf(session: Told, names: 'all' | 'consented'): Promise<Room> {
  const shown = names === 'all' ? sql`p.name` : consentedName;
  const name = (column: string) => sql`(select ${shown} from people p where p.id = ${sql.ref(column)})`;
  const [seats, attendances, terms, log] = await Promise.all([
    sql<PresentSeat>`
      select x.seat_id, x.voting, x.on_leave, x.holder_id, x.alternate_id, x.counts_for, x.role, o.name as organisation, o.ref as organisation_ref, seats.constituency,
        ${name('x.holder_id')} as holder, ${name('x.alternate_id')} as alternate
      from session_seats x join seats on seats.id = x.seat_id left join organisations o on o.id = x.organisation_id where x.session_id = ${session.id} and ${session.told}
      order by array_position(array['chair', 'cochair', 'secretary'], x.role), x.voting desc, coalesce(o.name, seats.constituency) collate "und-x-icu", x.seat_id`.execute(database()),
    database().selectFrom('attendances').select(['seat_id', 'person_id', 'presence']).where('session_id', '=', session.id).where(sql<boolean>`${session.told}`).execute(),
    termsOfSession(database(), session.id), session.told ? presencesOf(database(), session.id) : [],
  ]);
  return { seats: seats.rows, attendances, terms, changes: quorumChanges({ seats: seats.rows, terms }, log) };
}

export interface ActionRow {
  readonly id: string;
  readonly ref: string;
  readonly session_ref: string;
  readonly item: number | null;
  readonly text: string;
  readonly due_on: string;
  readonly status: ActionStatus;
  readonly organisation: string | null;
  readonly constituency: string | null;
  readonly role: SeatRole | null;
  readonly owner: string | null;
}

/** The owner's seat, as the lateral table `seat`: that of the session, else the one in the group that they have now. */
export const ownerSeat = sql`lateral (
  select o.name as organisation, one.constituency, one.role from (
    select 1 as nth, x.organisation_id, seats.constituency, x.role, x.holder_id, x.voting, x.seat_id from session_seats x join seats on seats.id = x.seat_id
    where x.session_id = a.session_id and a.owner_id in (x.holder_id, x.alternate_id)
    union all
    select 2, y.organisation_id, y.constituency, y.role, y.holder_id, y.voting, y.id from seats y where y.working_group_id = s.working_group_id and a.owner_id in (y.holder_id, y.alternate_id)
  ) one left join organisations o on o.id = one.organisation_id order by one.nth, one.holder_id = a.owner_id desc, one.voting desc, one.seat_id limit 1) seat`;

/** An action with its owner: by organisation and seat, and by name only where the owner agreed. */
export const actionFacts = sql`a.id, a.ref, s.ref as session_ref, i.position as item, a.text, a.due_on, a.status, seat.organisation, seat.constituency, seat.role,
  (select ${consentedName} from people p where p.id = a.owner_id) as owner`;

export const actionRows = sql`
  select ${actionFacts} from action_items a join sessions s on s.id = a.session_id join working_groups g on g.id = s.working_group_id
  left join agenda_items i on i.id = a.agenda_item_id left join ${ownerSeat} on true`;

export async function actionsOf(session: Told): Promise<readonly ActionRow[]> {
  return (await sql<ActionRow>`${actionRows} where a.session_id = ${session.id} and ${session.told} order by i.position nulls last, a.due_on, a.id`.execute(database())).rows;
}
