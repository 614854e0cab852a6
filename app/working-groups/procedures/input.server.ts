import { z } from 'zod';
import { isZone } from '#app/platform/clock';
import { day, line, orNone, paragraph } from '#app/working-groups/input.server';
import { decisionRules } from '#app/working-groups/model';
import { sessionVisibilities } from '#app/working-groups/sessions/model';

/** A written procedure: what is asked, why, and by when the wall clock of a zone ends it. */
export const procedureInput = z.object({
  title: line,
  text: paragraph,
  reasons: paragraph,
  rule: z.enum(decisionRules),
  supersedes: orNone(line),
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'working-groups:problems.time'),
  time_zone: z.string().refine(isZone, 'working-groups:problems.zone'),
  visibility: z.enum(sessionVisibilities),
}).transform(({ day: on, time, ...rest }) => ({ ...rest, wall_clock_close: `${on}T${time}` }));
