import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { groupText } from '#app/working-groups/fragments.server';
import type { ActionRef } from '#app/working-groups/policy';
import { actionRows, type ActionRow } from '#app/working-groups/sessions/record.server';
import { insideOf } from '#app/working-groups/visible.server';

export interface ActionRecord extends ActionRef, Pick<ActionRow, 'ref' | 'text' | 'due_on' | 'status' | 'session_ref'> {
  readonly done_on: string | null;
  readonly version: number;
  readonly group_ref: string;
  readonly group_name: string;
  /** Whether the viewer belongs to the group: who only owns the action need not see more. */
  readonly inside: boolean;
}

/** One action, for its owner and for the group's own room. */
export async function findAction(viewer: Actor, id: string, view: View): Promise<ActionRecord | undefined> {
  if (!isId(id)) return undefined;
  const own = viewer.kind === 'person' ? sql`a.owner_id = ${viewer.id}` : sql`false`;
  const found = await sql<ActionRecord>`
    select a.id, a.ref, a.owner_id, s.working_group_id, g.coalition_id, a.text, a.due_on, a.done_on, a.status, a.version, s.ref as session_ref, g.ref as group_ref, text.name as group_name,
      ${insideOf(viewer, view)} as inside
    from action_items a join sessions s on s.id = a.session_id join working_groups g on g.id = s.working_group_id cross join ${groupText(view.language)}
    where a.id = ${id} and (${own} or ${insideOf(viewer, view)})`.execute(database());
  return found.rows[0];
}

/** What a group has still to do, the longest due first; for its own room. */
export async function openActionsOf(viewer: Actor, groupId: string, view: View): Promise<readonly ActionRow[]> {
  return (await sql<ActionRow>`${actionRows} where s.working_group_id = ${groupId} and a.status in ('open', 'in_progress', 'blocked') and ${insideOf(viewer, view)} order by a.due_on, a.id`.execute(database())).rows;
}

export interface OwnAction {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly due_on: string;
  readonly status: ActionRow['status'];
  readonly session_ref: string;
}

/** What a person has promised in sessions and not yet done, the longest due first. */
export async function openActionsOwnedBy(viewer: Actor): Promise<readonly OwnAction[]> {
  if (viewer.kind !== 'person') return [];
  return (await sql<OwnAction>`select a.id, a.ref, a.text, a.due_on, a.status, s.ref as session_ref from action_items a join sessions s on s.id = a.session_id
    where a.owner_id = ${viewer.id} and a.status in ('open', 'in_progress', 'blocked') order by a.due_on, a.id`.execute(database())).rows;
}
