import { z } from 'zod';
import { languages } from '#app/languages/language';
import { isDay } from '#app/platform/clock';
import { findCountry } from '#db/reference/countries';
import { answers, checkable, costs, devices, languageTags, levels, marks, noStage, principles, standardCodes, subjects, teacherStages, wcag, type Description } from './model';

const say = (code: string) => `registries:problems.${code}`;
const needed = (missing: string, most: number) => z.string({ error: say(missing) }).trim().min(1, { error: say(missing) }).max(most);
const words = (most = 2000) => z.string().trim().max(most).optional().transform((text) => text || null);
const day = z.string().refine(isDay, { error: say('day') }).optional().transform((text) => text ?? null);
const some = <Code extends string>(codes: readonly [Code, ...Code[]] | readonly Code[]) => z.array(z.enum(codes as readonly [Code, ...Code[]])).max(codes.length).default([]).transform((given) => [...new Set(given)] as readonly Code[]);
/** RE-7: whoever does not answer does not know. */
const known = z.enum(answers).default('unknown').transform((answer) => (answer === 'unknown' ? null : answer === 'yes'));
const address = z.string({ error: say('address') }).trim().max(500).refine(isWeb, { error: say('address') });

/** An address that anybody can open: https, a name with a dot, no account in it. */
function isWeb(text: string): boolean {
  if (!/^https:\/\/\S+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return protocol === 'https:' && /^[^.].*\.[a-z0-9-]*[a-z][a-z0-9-]*$/i.test(hostname) && username === '';
}

const named = { language: z.enum(languages), name: needed('name', 200), description: needed('description', 4000), address };

/** What it is and where: enough to be looked for. */
export const nominationInput = z.object({ country: z.string({ error: 'form:errors.choose' }).refine((code) => findCountry(code) !== undefined, { error: 'form:errors.choose' }), ...named, owner: words(200) });
export type Nomination = Omit<z.output<typeof nominationInput>, 'country'>;

const tags = z.string({ error: say('languages') }).trim().max(500).transform((typed, context) => {
  const { tags: found, wrong } = languageTags(typed);
  if (wrong.length > 0 || found.length === 0 || found.length > 40) context.addIssue({ code: 'custom', message: say('languages') });
  return found;
});
const users = z.string().trim().optional().transform((typed, context) => {
  const digits = (typed ?? '').replace(/[\s.,'’\u00a0\u202f]/g, '');
  if (digits === '') return null;
  if (!/^[1-9]\d{0,11}$/.test(digits)) context.addIssue({ code: 'custom', message: say('users') });
  return digits;
});
const stages = z.array(z.enum([...teacherStages, noStage])).max(5).default([]).transform((given) => (given.length === 0 ? null : [...new Set(given)]));
const mark = z.enum(marks.map(String) as [string, ...string[]]).optional();

/** Everything that a description says; whether it fits together is a rule of the domain. */
export const descriptionInput = z.object({
  ...named, owner: needed('owner', 200), operator: words(200),
  levels: some(levels).refine((given) => given.length > 0, { error: say('levels') }), subjects: some(subjects), languages: tags,
  cost: z.enum(costs).optional().transform((cost) => cost ?? null), cost_words: words(500), offline: known, zero_rated: known, devices: some(devices), licence: words(200), standards: some(standardCodes),
  curriculum: words(), curriculum_source: words(500), curriculum_on: day,
  accessibility: z.enum(wcag as [string, ...string[]]).optional().transform((level) => level ?? null), accessibility_source: words(500), accessibility_on: day,
  users, users_source: words(500), users_on: day,
  teacher_stages: stages, teacher_words: words(), learner_data: known, safeguard: words(),
  ...(Object.fromEntries(principles.map((code) => [`charter_${code}`, mark])) as Record<`charter_${(typeof principles)[number]}`, typeof mark>),
}).transform((given): Description => {
  const said = principles.map((code) => given[`charter_${code}`]).map((one) => (one === undefined ? null : Number(one)));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !name.startsWith('charter_'))) as Omit<Description, 'charter'>;
  return { ...rest, charter: said.every((one) => one === null) ? null : said };
});

/** An act that asks for nothing; one that asks why; what a reviewer says. */
export const pressed = z.object({});
export const reasonInput = z.object({ reason: needed('reason', 2000).refine((text) => text.length >= 10, { error: say('reason') }) });
export const reviewInput = z.object({ review: needed('review', 4000).refine((text) => text.length >= 20, { error: say('review') }), checked: some(checkable) });
export const translationInput = z.object({ language: z.enum(languages), name: named.name, description: named.description });
