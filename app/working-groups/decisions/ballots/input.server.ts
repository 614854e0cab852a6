import { z } from 'zod';
import { voteKinds } from '#app/working-groups/decisions/model';
import { line, orNone, paragraph } from '#app/working-groups/input.server';
import { decisionRules } from '#app/working-groups/model';

/** An objection that stands says why; a form that does not is sent back to where the words go. */
const wordsForObjection = (given: { vote: string; words: string | null }) => given.vote !== 'objection' || given.words !== null;
const saysWhy = { path: ['words'], error: 'working-groups:problems.words_needed' };

export const ballotInput = z.object({ agenda_item_id: orNone(z.uuid()), text: paragraph, rule: z.enum(decisionRules), supersedes: orNone(line) });

/** Somebody's own vote. */
export const voteInput = z.object({ seat_id: z.uuid(), vote: z.enum(voteKinds), words: orNone(paragraph) }).refine(wordsForObjection, saysWhy);

/** Votes put down for seats, by show of hands: of each what the page said and what it says now. */
export const handsInput = z.object({
  seats: z.array(z.object({ seat_id: z.uuid(), was: orNone(z.enum(voteKinds)), now: orNone(z.enum(voteKinds)), words: orNone(line) })).max(500).default([])
    .transform((seats) => seats.flatMap(({ seat_id, was, now, words }) => (now === null || now === was ? [] : [{ seat_id, vote: now, words }])))
    .refine((votes) => votes.every(wordsForObjection), 'working-groups:problems.words_needed'),
});

export const closingInput = z.object({ dissent: orNone(paragraph) });
export const withdrawalInput = z.object({ reason: paragraph });
