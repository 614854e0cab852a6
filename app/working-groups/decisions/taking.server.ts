import { sql } from 'kysely';
import { problem, type Problem } from '#app/access/result';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { Quorum } from '#app/working-groups/sessions/model';
import type { VoteKind } from './model';

/** A vote as a decision keeps it: whose seat, who spoke for it, and who put it down where that was somebody else. */
export interface KeptVote {
  readonly seat_id: string;
  readonly person_id: string;
  readonly vote: VoteKind;
  readonly words?: string | null;
  readonly entered_by?: string | null;
}

export interface Taken {
  readonly working_group_id: string;
  readonly session_id: string | null;
  readonly ballot_id?: string;
  readonly agenda_item_id: string | null;
  readonly text: string;
  readonly rule: DecisionRule;
  readonly status: 'adopted' | 'provisional' | 'rejected';
  readonly votes: readonly KeptVote[];
  readonly dissent: string | null;
  readonly quorum: Quorum;
  /** The instant that it counts from, and its day where the group met. */
  readonly at: Date;
  readonly day: Day;
  readonly supersedes_id: string | null;
  readonly recorded_by: string | null;
}

/** Puts a decision into the register, with its number, the votes that counted and the quorum of its instant. */
export async function takeDecisionIn(tx: Tx, { votes, quorum, at, day, ...taken }: Taken): Promise<{ id: string; ref: string; status: string }> {
  const id = newId();
  const ref = await nextRef(tx, 'D', Number(day.slice(0, 4)), 3);
  await tx.insertInto('decisions').values({
    id, ref, ...taken, adopted_on: taken.status === 'adopted' ? day : null, created_at: at,
    quorum_at: at, quorum_present: quorum.present, quorum_base: quorum.base, quorum_share: String(quorum.needed), quorum_minimums: sql`${JSON.stringify(quorum.minimums)}::text::jsonb`, quorum_met: quorum.met,
  }).execute();
  if (votes.length > 0) await tx.insertInto('votes').values(votes.map(({ seat_id, person_id, vote, words = null, entered_by = null }) => ({ decision_id: id, seat_id, person_id, vote, words, entered_by }))).execute();
  if (taken.status === 'adopted') await supersedeIn(tx, taken.supersedes_id);
  return { id, ref, status: taken.status };
}

/** From now on an earlier decision stands no longer: another stands in its place. */
export async function supersedeIn(tx: Tx, earlier: string | null): Promise<void> {
  if (earlier === null) return;
  await tx.updateTable('decisions').set((row) => ({ status: 'superseded', version: row('version', '+', 1) })).where('id', '=', earlier).where('status', '=', 'adopted').execute();
}

/** The adopted decision of the group that a number names, locked; nothing where none is named, a problem where it is none. */
export async function standingDecision(tx: Tx, groupId: string, ref: string | null): Promise<{ readonly id: string | null } | { readonly wrong: Problem }> {
  if (ref === null) return { id: null };
  const found = await tx.selectFrom('decisions').select('id').where('ref', '=', ref.toUpperCase()).where('working_group_id', '=', groupId).where('status', '=', 'adopted').forUpdate().executeTakeFirst();
  return found === undefined ? { wrong: problem('working-groups:problems.not_standing', 'supersedes') } : { id: found.id };
}

/** The same, by its id: whether what a ballot would supersede still stands when it ends. */
export async function stillStands(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  return (await tx.selectFrom('decisions').select('id').where('id', '=', id).where('status', '=', 'adopted').forUpdate().executeTakeFirst())?.id ?? null;
}
