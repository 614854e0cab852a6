import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';

interface Written {
  readonly working_group_id: string;
  readonly title: string;
  readonly text: string;
  readonly status: 'draft' | 'preliminary' | 'final';
  /** The clauses that it is about. */
  readonly nodes: readonly string[];
  readonly dimension_id?: string | null;
  /** The final one whose place it takes. */
  readonly succeeds_id?: string;
}

/** Writes a recommendation under the next number; on what it rests is written by whoever makes it. */
export async function writeRecommendation(tx: Tx, { now }: Occasion, { nodes, ...words }: Written): Promise<{ readonly id: string; readonly ref: string }> {
  const id = newId();
  const ref = await nextRef(tx, 'REC', now.getUTCFullYear(), 3);
  await tx.insertInto('recommendations').values({ id, ref, ...words, final_on: words.status === 'final' ? dayOf(now) : null, created_at: now }).execute();
  if (nodes.length > 0) await tx.insertInto('recommendation_nodes').values(nodes.map((node_id) => ({ recommendation_id: id, node_id }))).execute();
  return { id, ref };
}
