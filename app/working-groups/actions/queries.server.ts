import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { EvidenceRow } from '#app/records/evidence/model';
import { groupText } from '#app/working-groups/fragments.server';
import { actionFacts, actionRows, ownerSeat, type ActionRow } from '#app/working-groups/sessions/record.server';
import { outcomesVisibleTo, insideOf } from '#app/working-groups/visible.server';
import type { ActionRef } from './policy';

export interface BoardRow extends ActionRow {
  readonly first_due_on: string;
  readonly done_on: string | null;
  readonly outcome: string | null;
  readonly overdue: boolean;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
}

export interface ActionRecord extends BoardRow, ActionRef {
  readonly status: BoardRow['status'];
  readonly version: number;
  /** Why it stands as it does: for those concerned alone. */
  readonly reason: string | null;
  readonly item_title: string | null;
  /** Whether the viewer sees the session: who only has the action need not. */
  readonly session_seen: boolean;
}

/** The viewer's own: who has an action sees it wherever it was given. */
export const ownAction = (viewer: Actor): RawBuilder<boolean> => (viewer.kind === 'person' ? sql<boolean>`a.owner_id = ${viewer.id}` : sql<boolean>`false`);

/** AB-5: an action is as open as what came of its session, and seen by whoever has it. */
export const actionsVisibleTo = (viewer: Actor, view: View): RawBuilder<boolean> => sql<boolean>`(${ownAction(viewer)} or ${outcomesVisibleTo(viewer, view)})`;

export const overdue = (view: View): RawBuilder<boolean> => sql<boolean>`(a.status in ('open', 'in_progress', 'blocked') and a.due_on < ${todayOf(view)}::date)`;

export const boardRows = (view: View, more: RawBuilder<unknown> = sql``) => sql`
  select ${actionFacts}, a.first_due_on, a.done_on, a.outcome, ${overdue(view)} as overdue, g.ref as group_ref, text.name as group_name, text.language as group_language ${more}
  from action_items a join sessions s on s.id = a.session_id join working_groups g on g.id = s.working_group_id cross join ${groupText(view.language)}
  left join agenda_items i on i.id = a.agenda_item_id left join ${ownerSeat} on true`;

/** One action, for whoever may see what came of its session, and for its owner. */
export async function findAction(viewer: Actor, ref: string, view: View): Promise<ActionRecord | undefined> {
  const found = await sql<ActionRecord>`
    ${boardRows(view, sql`, a.owner_id, a.version, i.title as item_title, s.working_group_id, g.coalition_id, ${outcomesVisibleTo(viewer, view)} as session_seen,
      case when ${ownAction(viewer)} or ${insideOf(viewer, view)} then a.reason end as reason`)}
    where a.ref = ${ref} and ${actionsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0];
}

/** What shows that an action was done. Its caller has found the action for the viewer. */
export async function evidenceOfAction(actionId: string): Promise<readonly EvidenceRow[]> {
  return (await sql<EvidenceRow>`
    select e.id, e.title, e.url, f.media_type, f.size_bytes, e.language, to_char(e.added_at at time zone 'UTC', 'YYYY-MM-DD') as added_on, true as own, e.taken_back_on, e.taken_back_why
    from evidence e left join files f on f.id = e.file_id where e.action_item_id = ${actionId} order by e.added_at, e.id`.execute(database())).rows;
}

/** The file of evidence of an action, for whoever may see the action. */
export async function findActionFile(viewer: Actor, id: string, view: View): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const found = await sql<{ file_id: string }>`
    select e.file_id from evidence e join action_items a on a.id = e.action_item_id join sessions s on s.id = a.session_id join working_groups g on g.id = s.working_group_id
    where e.id = ${id} and e.file_id is not null and e.taken_back_on is null and ${actionsVisibleTo(viewer, view)}`.execute(database());
  return found.rows[0]?.file_id;
}

/** What a group has still to do, the longest due first; for its own room. */
export async function openActionsOf(viewer: Actor, groupId: string, view: View): Promise<readonly ActionRow[]> {
  return (await sql<ActionRow>`${actionRows} where s.working_group_id = ${groupId} and a.status in ('open', 'in_progress', 'blocked') and ${insideOf(viewer, view)} order by a.due_on, a.id`.execute(database())).rows;
}
