import { z } from 'zod';
import { promiseDay } from '../drafting/input.server';
import { safeguardWords, type SafeguardForm } from './model';

const say = (code: string) => `commitments:problems.${code}`;
const words = z.string({ error: say('safeguard_words') }).trim().min(3, { error: say('safeguard_words') }).max(4000);
const promised = z.enum(['yes', 'no'], { error: say('safeguard_choice') }).transform((answer) => answer === 'yes');

/** Everything at once: a safeguard with a gap is none. */
export const safeguardInput = z.object({
  ...(Object.fromEntries(safeguardWords.map((name) => [name, words])) as Record<(typeof safeguardWords)[number], typeof words>),
  no_advertising: promised, no_profiling: promised,
  service_until: promiseDay,
}) satisfies z.ZodType<SafeguardForm>;

export const safeguardReturnInput = z.object({ reason: z.string({ error: say('reason_needed') }).trim().min(10, { error: say('reason_needed') }).max(4000) });
