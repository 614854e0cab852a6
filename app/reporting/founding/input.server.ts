import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { COUNTRIES } from '#db/reference/countries';
import type { Founding } from './model';

const name = z.string().trim().max(200).nullable().default(null);
const mail = z.string().trim().max(254).pipe(z.email());
const ids = z.array(z.string().refine(isId, { error: 'form:errors.choose' })).max(40).default([]);
const day = z.string().refine(isDay, { error: 'reporting:problems.day' }).nullable().default(null);

/** The one page on which a national coalition is formed. */
export const foundingInput = z.object({
  parent_id: z.string({ error: 'form:errors.choose' }).refine(isId, { error: 'form:errors.choose' }),
  country_iso2: z.enum(COUNTRIES.map(({ iso2 }) => iso2), { error: 'form:errors.choose' }),
  language: z.enum(languages),
  ...(Object.fromEntries(languages.map((language) => [`name_${language}`, name])) as Record<`name_${(typeof languages)[number]}`, typeof name>),
  mandate: z.string().trim().max(4000).nullable().default(null),
  coordinator_name: z.string().trim().min(1).max(200),
  coordinator_mail: mail,
  secretariat_name: name,
  secretariat_mail: mail.nullable().default(null),
  pillars: ids,
  versions: ids,
  cycle: z.literal('on').nullable().default(null),
  cycle_opens_on: day,
  cycle_due_on: day,
}).superRefine((given, context) => {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((given.secretariat_name === null) !== (given.secretariat_mail === null)) say(given.secretariat_name === null ? 'secretariat_name' : 'secretariat_mail', 'coalitions:problems.both_or_none');
  if (given.cycle === null) return;
  if (given.cycle_opens_on === null) say('cycle_opens_on', 'reporting:problems.day');
  if (given.cycle_due_on === null) say('cycle_due_on', 'reporting:problems.day');
  else if (given.cycle_opens_on !== null && given.cycle_due_on <= given.cycle_opens_on) say('cycle_due_on', 'reporting:problems.days_in_order');
});

export type FoundingInput = z.output<typeof foundingInput>;

export function foundingOf(given: FoundingInput): Founding {
  const { country_iso2, language, mandate, coordinator_name, coordinator_mail, secretariat_name, secretariat_mail, pillars, versions, cycle, cycle_opens_on, cycle_due_on } = given;
  const names = Object.fromEntries(languages.flatMap((one) => ((typed) => (typed === null ? [] : [[one, typed]]))(given[`name_${one}`])));
  return {
    country_iso2, names, mandate, language, pillars, versions,
    coordinator: { name: coordinator_name, mail: coordinator_mail },
    secretariat: secretariat_name === null || secretariat_mail === null ? null : { name: secretariat_name, mail: secretariat_mail },
    cycle: cycle === null || cycle_opens_on === null || cycle_due_on === null ? null : { opens_on: cycle_opens_on, due_on: cycle_due_on },
  };
}
