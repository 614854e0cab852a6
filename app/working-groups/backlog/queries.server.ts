import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { groupText } from '#app/working-groups/fragments.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { insideOf } from '#app/working-groups/visible.server';
import type { ProposalStatus } from './model';
import type { ProposalRef } from './policy';

/** A proposal as the group's own room reads it: they know each other by name. */
export interface ProposalRow extends ProposalRef {
  readonly title: string;
  readonly why: string;
  readonly minutes: number | null;
  readonly status: ProposalStatus;
  readonly proposer: string;
  readonly organisation: string | null;
  readonly proposed_at: Date;
  readonly answer: string | null;
  readonly session_ref: string | null;
  readonly session_title: string | null;
  /** Of the item that it became. */
  readonly outcome: string | null;
  readonly commitment_id: string | null;
  readonly commitment_ref: string | null;
  readonly node_id: string | null;
  readonly node_code: string | null;
  readonly group_ref: string;
  readonly group_name: string;
}

const rows = (viewer: Actor, which: RawBuilder<unknown>, view: View) => sql<ProposalRow>`
  select p.id, p.working_group_id, g.coalition_id, p.proposed_by, p.title, p.why, p.minutes, p.status, person.name as proposer, p.proposed_at, p.answer, s.ref as session_ref, s.title as session_title, i.outcome,
    p.commitment_id, p.node_id, n.code as node_code, g.ref as group_ref, text.name as group_name,
    (select c.ref from commitments c where c.id = p.commitment_id and ${readable(viewer, view)}) as commitment_ref,
    (select o.name from seats x join organisations o on o.id = x.organisation_id where x.working_group_id = g.id and p.proposed_by in (x.holder_id, x.alternate_id) order by x.holder_id = p.proposed_by desc, x.from_on desc limit 1) as organisation
  from agenda_proposals p join working_groups g on g.id = p.working_group_id join people person on person.id = p.proposed_by cross join ${groupText(view.language)}
    left join agenda_items i on i.id = p.agenda_item_id left join sessions s on s.id = i.session_id left join framework_nodes n on n.id = p.node_id
  where ${which} and ${insideOf(viewer, view)} order by p.status = 'open' desc, p.proposed_at desc, p.id desc limit 200`;

/** The backlog of a group: what is open first, then what became of the others. Nothing for whoever is not in its room. */
export const backlogOf = async (viewer: Actor, groupId: string, view: View): Promise<readonly ProposalRow[]> => (await rows(viewer, sql`g.id = ${groupId}`, view).execute(database())).rows;

export async function findProposal(viewer: Actor, id: string, view: View): Promise<ProposalRow | undefined> {
  return isId(id) ? (await rows(viewer, sql`p.id = ${id}`, view).execute(database())).rows[0] : undefined;
}

/** Whether the viewer is in the group's room, and whether they sit on one of its seats today. */
export async function placeIn(viewer: Actor, groupId: string, view: View): Promise<{ readonly inside: boolean; readonly sits: boolean }> {
  const id = viewer.kind === 'person' ? viewer.id : null;
  const today = todayOf(view);
  const found = await sql<{ inside: boolean; sits: boolean }>`select ${insideOf(viewer, view)} as inside, exists (select from seats x where x.working_group_id = g.id and ${id}::uuid in (x.holder_id, x.alternate_id)
    and ${holdsOn('x', today)}) as sits from working_groups g where g.id = ${groupId}`.execute(database());
  return found.rows[0] ?? { inside: false, sits: false };
}

/** The sessions of a group whose agenda is still open. */
export async function openAgendas(groupId: string): Promise<readonly { readonly id: string; readonly ref: string; readonly title: string }[]> {
  return database().selectFrom('sessions').select(['id', 'ref', 'title']).where('working_group_id', '=', groupId).where('status', 'in', ['draft', 'convened', 'in_progress']).orderBy('starts_at').execute();
}

/** A published commitment by its number, as far as the viewer may read it. */
export async function commitmentNamed(viewer: Actor, ref: string, view: View): Promise<string | undefined> {
  return (await sql<{ id: string }>`select c.id from commitments c where c.ref = ${ref} and c.published_at is not null and ${readable(viewer, view)}`.execute(database())).rows[0]?.id;
}
