import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Tx } from '#app/platform/database.server';
import { citable, originRef, type Origin } from '../origin.server';
import type { At } from '../readable.server';

const none: Origin = { origin_decision_id: null, origin_recommendation_id: null, origin_request_id: null, origin_takeaway_id: null };

/** The decision or recommendation of a reference; no reference is no origin, one that is unknown to its author is undefined. */
export async function originOf(tx: Tx, author: Actor, ref: string | null, at: At): Promise<Origin | undefined> {
  return ref === null ? none : (await citable(author, ref, at).execute(tx)).rows[0];
}

/** The same for a draft that has an origin already: what a colleague named and its editor cannot see stays when the field is left empty. */
export async function originAfter(tx: Tx, editor: Actor, id: string, ref: string | null, at: At): Promise<Origin | undefined> {
  if (ref !== null) return originOf(tx, editor, ref, at);
  const kept = await sql<Origin>`select c.origin_decision_id, c.origin_recommendation_id, c.origin_request_id, c.origin_takeaway_id from commitments c where c.id = ${id} and ${originRef(editor, at)} is null`.execute(tx);
  return kept.rows[0] ?? none;
}
