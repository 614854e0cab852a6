import type { Tx } from '#app/platform/database.server';

interface Origin {
  readonly origin_decision_id: string | null;
  readonly origin_recommendation_id: string | null;
}

/** The decision or recommendation of a reference; no reference is no origin, an unknown one is undefined. */
export async function originOf(tx: Tx, ref: string | null): Promise<Origin | undefined> {
  if (ref === null) return { origin_decision_id: null, origin_recommendation_id: null };
  const decision = await tx.selectFrom('decisions').select('id').where('ref', '=', ref).where('status', 'in', ['adopted', 'provisional']).executeTakeFirst();
  if (decision !== undefined) return { origin_decision_id: decision.id, origin_recommendation_id: null };
  const recommendation = await tx.selectFrom('recommendations').select('id').where('ref', '=', ref).where('status', '<>', 'draft').executeTakeFirst();
  return recommendation === undefined ? undefined : { origin_decision_id: null, origin_recommendation_id: recommendation.id };
}
