import { z } from 'zod';
import { languages } from '#app/languages/language';
import { passage } from '../input.server';
import { replyWithinWorkingDays } from './window';

const words = (error: string) => z.string({ error }).trim().min(10, { error }).max(2000);

/** What a passage says of a member: `member` is an organisation by its id or a country by its code. */
export const namingInput = z.object({
  passage: passage({ required: true }),
  member: z.string({ error: 'reporting:problems.member_needed' }),
  about: words('reporting:problems.about_needed'),
});

export const windowInput = z.object({
  working_days: z.coerce.number({ error: 'reporting:problems.working_days' }).int({ error: 'reporting:problems.working_days' }).min(1, { error: 'reporting:problems.working_days' }).max(60, { error: 'reporting:problems.working_days' }).default(replyWithinWorkingDays),
  nobody: z.string().trim().max(1000).optional().transform((text) => (text === undefined || text === '' ? null : text)),
});

export const replyInput = z.object({ reply: words('reporting:problems.reply_needed'), language: z.enum(languages) });
