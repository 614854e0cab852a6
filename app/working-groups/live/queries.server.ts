import { anyone, type Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { ballotsOf, type BallotRow } from '#app/working-groups/decisions/ballots/queries.server';
import { decisionsOfSession, type DecisionRecord } from '#app/working-groups/decisions/queries.server';
import { papersOf, type PaperRow } from '#app/working-groups/papers/queries.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { actionsOf, agendaOf, roomOf, type ActionRow, type AgendaItem, type Room } from '#app/working-groups/sessions/record.server';
import { ownPresence } from './seats.server';

/** What everybody in the room sees, the same for all who read one language. People are named where they agreed to it. */
export interface NowFacts {
  readonly session: SessionRecord;
  readonly agenda: readonly AgendaItem[];
  readonly room: Room;
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly ActionRow[];
  readonly ballots: readonly BallotRow[];
  readonly papers: readonly PaperRow[];
  /** The server's clock, when this was read. */
  readonly now: Date;
}

/**
 * For whoever holds `session:attend`. What is told to all at once is read with the least rights: of what lies outside of the group (a
 * commitment that an item treats) only what everybody may see.
 */
export async function nowOf(viewer: Actor, session: SessionRecord, view: View): Promise<NowFacts> {
  const [agenda, room, decisions, actions, ballots, papers] = await Promise.all([
    agendaOf(anyone, session, view), roomOf(session, 'consented'), decisionsOfSession(viewer, session.id, view), actionsOf(session), ballotsOf(session), papersOf(viewer, session.id, view),
  ]);
  return { session, agenda, room, decisions, actions, ballots, papers, now: view.now };
}

/** Beside that, what is one's own: whether one stands behind a seat, and how one was noted. */
export interface RoomFacts extends NowFacts {
  readonly own: Awaited<ReturnType<typeof ownPresence>>;
  readonly leads: boolean;
}

export async function roomFactsOf(viewer: Actor, session: SessionRecord, view: View, leads: boolean): Promise<RoomFacts> {
  const [now, own] = await Promise.all([nowOf(viewer, session, view), viewer.kind === 'person' ? ownPresence(database(), session.id, viewer.id) : { seated: false, presence: null }]);
  return { ...now, own, leads };
}
