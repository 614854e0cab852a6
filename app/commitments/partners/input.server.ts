import { z } from 'zod';
import { partnerRoles } from './model';

const say = (code: string) => `commitments:problems.${code}`;
const words = z.string().trim().max(2000).optional().transform((text) => text ?? null);

const asked = { organisation: z.uuid({ error: 'form:errors.choose' }), role: z.enum(partnerRoles, { error: 'form:errors.choose' }), words };
/** The same questions from either side. */
export const partnerInput = z.object(asked);

export const answerInput = z.object({ consent: z.enum(['confirmed', 'declined'], { error: say('partner_answer') }), answer: words })
  .refine((given) => given.consent !== 'declined' || given.answer !== null, { path: ['answer'], error: say('partner_why'), when: () => true });

export const opennessInput = z.object({ open: z.enum(['yes', 'no'], { error: say('partner_answer') }).transform((answer) => answer === 'yes') });
