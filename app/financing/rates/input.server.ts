import { Big } from 'big.js';
import { z } from 'zod';

/** Every digit that a source publishes; more than nothing, because a missing rate is no rate. */
const units = z.string({ error: 'financing:problems.rate' }).trim().refine((typed) => /^\d{1,15}(?:\.\d{1,40})?$/.test(typed) && new Big(typed).gt(0), { error: 'financing:problems.rate' });
const said = (error: string, longest: number) => z.string({ error }).trim().min(1, { error }).max(longest);

/** What a rate should be, where that is said, and why the first was wrong. */
export const correctionInput = z.object({ units_per_usd: units, source: said('financing:problems.source', 200), reason: said('financing:problems.reason', 1000) });
export type CorrectionForm = z.output<typeof correctionInput>;
