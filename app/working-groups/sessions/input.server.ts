import { z } from 'zod';
import { languageTags } from '#app/form/language-tags';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';
import type { AgendaForm } from '#app/working-groups/agenda/items.server';
import { day, line, orNone, paragraph } from '#app/working-groups/input.server';
import { marks, modes, purposes, sessionVisibilities } from './model';

const mostItems = 40;
const linesOf = (text: string | null): string[] => (text ?? '').split('\n').map((one) => one.trim()).filter((one) => one !== '');

/** An item as it is typed on one line: for discussion, without a plan. */
const typed = (title: string): AgendaForm => ({ title, kind: 'discussion', minutes: null, presenter: null, commitment_id: null, node_id: null });

/** When and where a session is. Without minutes nobody knows its end. */
const when = {
  title: line,
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'working-groups:problems.time'),
  minutes: orNone(z.number().int().min(15).max(1440)),
  time_zone: z.string().refine(isZone, 'working-groups:problems.zone'),
  mode: z.enum(modes),
  place: orNone(line),
  join_link: orNone(z.url({ protocol: /^https?$/ }).max(500)),
  languages: z.array(z.enum(languages)).default([]),
  other_languages: languageTags.optional(),
};
type Typed = { readonly day: string; readonly time: string; readonly languages: readonly string[]; readonly other_languages?: readonly string[] | undefined };
const onWallClock = <Rest extends object>({ day: on, time, languages: known, other_languages = [], ...rest }: Rest & Typed) => ({ ...rest, languages: [...new Set([...known, ...other_languages])], wall_clock_start: `${on}T${time}` });

/** Another time or place for a session. */
export const scheduleInput = z.object(when).transform((given) => onWallClock(given));

/** The next session of a group: `carried` are keys of what was proposed for its agenda, `items` further ones, one on a line. */
export const planInput = z.object({
  ...when,
  purpose: z.enum(purposes),
  visibility: z.enum(sessionVisibilities),
  carried: z.array(z.string()).max(mostItems).default([]),
  items: orNone(paragraph).transform(linesOf).refine((lines) => lines.length <= mostItems && lines.every((one) => one.length <= 200), 'working-groups:problems.items').transform((lines) => lines.map(typed)),
}).transform((given) => onWallClock(given));

/** The attendance list: of each seat what the page said and what it says now, so that only what was changed here is written. */
export const attendanceInput = z.object({
  seats: z.array(z.object({ seat_id: z.uuid(), was: orNone(z.enum(marks)), now: orNone(z.enum(marks)) })).max(500).default([]),
});

export const adjournmentInput = z.object({ summary: orNone(paragraph) });
export const cancellationInput = z.object({ reason: paragraph });
/** A form that asks nothing but to be sent. */
export const pressed = z.object({});
