import { z } from 'zod';
import { amount } from '#app/financing/pledges/input.server';
import { linkKinds } from './model';

const reason = z.string({ error: 'financing:problems.reason' }).trim().min(1, { error: 'financing:problems.reason' }).max(1000);

const terms = z.object({ kind: z.enum(linkKinds, { error: 'financing:problems.link_kind' }), amount: amount('financing:problems.amount') });

/** What is decided: kind, amount and why. */
export const linkInput = terms.extend({ reason });
export type LinkForm = z.output<typeof linkInput>;

/** What a person proposes beside a pledge: the other one, by its reference, and which of the two is counted less. */
export const proposalInput = terms.extend({
  other: z.string({ error: 'financing:problems.link_other' }).trim().toUpperCase().regex(/^PLG-\d{4}-\d{4,}$/, { error: 'financing:problems.link_other' }),
  less: z.enum(['this', 'other'], { error: 'financing:problems.link_less' }),
  note: z.string().trim().max(1000).optional(),
});

/** A word for or against, alone. */
export const pleaInput = z.object({ reason });
export type LinkPlea = z.output<typeof pleaInput>;
