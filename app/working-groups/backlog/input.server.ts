import { z } from 'zod';
import { line, orNone, paragraph } from '#app/working-groups/input.server';

const minutes = orNone(z.number().int().min(1).max(480));
export const proposalInput = z.object({ title: line, why: paragraph, minutes, commitment: orNone(z.string().trim().toUpperCase().max(40)), node: orNone(z.uuid()) });

/** Taken up onto the agenda of a session, or declined with words to the proposer. */
export const proposalAnswerInput = z.object({ verdict: z.enum(['accepted', 'declined'], { error: 'form:errors.choose' }), session: orNone(z.uuid()), minutes, answer: orNone(paragraph) })
  .refine(({ verdict, session }) => verdict === 'declined' || session !== null, { path: ['session'], error: 'form:errors.choose' })
  .refine(({ verdict, answer }) => verdict === 'accepted' || answer !== null, { path: ['answer'], error: 'working-groups:problems.words_to_proposer' });
