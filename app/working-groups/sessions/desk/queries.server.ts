import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { ballotsOf, type BallotRow } from '#app/working-groups/decisions/ballots/queries.server';
import { decisionsOfSession, type DecisionRecord } from '#app/working-groups/decisions/queries.server';
import type { Dimension } from '#app/working-groups/dimensions/model';
import { dimensionsToChoose } from '#app/working-groups/dimensions/queries.server';
import { invitedTo, recipientsOf, type InvitedRow } from '#app/working-groups/invitations/queries.server';
import { papersOf, type PaperRow } from '#app/working-groups/papers/queries.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { actionsOf, agendaOf, roomOf, type ActionRow, type AgendaItem, type Room } from '#app/working-groups/sessions/record.server';
import { insideOf } from '#app/working-groups/visible.server';

export interface ProvisionalDecision {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  /** Null where a written procedure took it. */
  readonly session_ref: string | null;
}

/** Everything that the desk of a session shows. People are named here: whoever leads the session knows them. */
export interface DeskFacts {
  readonly session: SessionRecord;
  readonly agenda: readonly AgendaItem[];
  readonly room: Room;
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly ActionRow[];
  readonly ballots: readonly BallotRow[];
  readonly papers: readonly PaperRow[];
  /** WG-4: what earlier sessions of the group decided without quorum and nobody has confirmed. */
  readonly provisional: readonly ProvisionalDecision[];
  /** What an item can be given to. */
  readonly dimensions: readonly Dimension[];
  /** How many people a mail about the session goes to. */
  readonly readers: number;
  /** Who was invited, with what they answered. */
  readonly invited: readonly InvitedRow[];
  readonly today: string;
  /** With which who is in the room says so; null until one was made. */
  readonly check_in_code: string | null;
  /** The server's clock, when this was read. */
  readonly now: Date;
}

/** For whoever holds `session:desk`. */
export async function deskOf(viewer: Actor, session: SessionRecord, view: View): Promise<DeskFacts> {
  const [agenda, room, decisions, actions, ballots, papers, provisional, recipients, invited, dimensions, coded] = await Promise.all([
    agendaOf(viewer, session, view), roomOf(session, 'all'), decisionsOfSession(viewer, session.id, view), actionsOf(session), ballotsOf(session), papersOf(viewer, session.id, view),
    provisionalOf(viewer, session, view), recipientsOf(session), invitedTo(session), dimensionsToChoose(viewer, session.working_group_id, view),
    database().selectFrom('sessions').select('check_in_code').where('id', '=', session.id).executeTakeFirst(),
  ]);
  return { session, agenda, room, decisions, actions, ballots, papers, provisional, dimensions, readers: recipients.length, invited, today: todayOf(view), check_in_code: coded?.check_in_code ?? null, now: view.now };
}

async function provisionalOf(viewer: Actor, session: SessionRecord, view: View): Promise<readonly ProvisionalDecision[]> {
  const found = await sql<ProvisionalDecision>`
    select d.id, d.ref, d.text, s.ref as session_ref from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id
    where g.id = ${session.working_group_id} and d.session_id is distinct from ${session.id} and d.status = 'provisional' and ${insideOf(viewer, view)} order by d.ref`.execute(database());
  return found.rows;
}
