import { z } from 'zod';
import { line, orNone, paragraph } from '#app/working-groups/input.server';
import { decisionRules } from '#app/working-groups/model';
import { voteKinds } from './model';

/** A decision as it is taken on the desk; seats whose vote is left open cast none. */
export const decisionInput = z.object({
  agenda_item_id: orNone(z.uuid()),
  text: paragraph,
  rule: z.enum(decisionRules),
  dissent: orNone(paragraph),
  supersedes: orNone(line),
  votes: z.array(z.object({ seat_id: z.uuid(), vote: orNone(z.enum(voteKinds)) })).max(500).default([])
    .transform((votes) => votes.flatMap(({ seat_id, vote }) => (vote === null ? [] : [{ seat_id, vote }]))),
});
export const confirmationInput = z.object({ decision: z.uuid() });
