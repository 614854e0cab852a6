import { z } from 'zod';
import { languageOfFields } from '#app/languages/content';
import { latinDigits } from '#app/languages/digits';
import { isDay, type Day } from '#app/platform/clock';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import { findCountry } from '#db/reference/countries';
import { findIndicator } from '#db/reference/indicators';
import { anotherUnit, commitmentTypes, longestTitle, unitChoices, visibilities } from '../model';
import { sharesComplete } from '../smart/model';
import { type CountryShare, disaggregations, type GoalForm, isInWords, type Measure, measures, type What } from './model';

const say = (code: string) => `commitments:problems.${code}`;
/** A line of text; where it is asked for, `missing` names the sentence that says what belongs there. */
const line = (most: number, missing?: string) => z.string(missing === undefined ? undefined : { error: say(missing) }).trim().max(most);
/** A day that something is promised for: the database keeps those of two lifetimes. */
export const promiseDay = z.string({ error: say('day') })
  .refine((day) => isDay(day) && day >= '1990-01-01' && day <= '2100-12-31', { error: ({ input }) => say(isDay(String(input)) ? 'day_range' : 'day') });
const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const groups = BENEFICIARY_GROUPS.map((group) => group.code);

/**
 * A number as people write it: digits of their script, spaces between groups, a point. A comma would be a guess (1,500 is one and a half
 * thousand here and one and a half there), so it is asked again.
 */
export const decimal = z.string().transform((text, context) => {
  const plain = latinDigits(text).replaceAll(/[\s’']/g, '').replace(/^\u2212/, '-');
  if (/^-?\d{1,18}(?:\.\d{1,6})?$/.test(plain)) return plain;
  context.addIssue({ code: 'custom', message: 'form:errors.number' });
  return z.NEVER;
});
/** A year in the digits of any script. */
const year = z.string().trim().transform(latinDigits);
/** The year that a start was counted in: none that is still to come. */
export const baselineYear = (latest: number) =>
  year.refine((text) => /^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= latest, { error: say('baseline_year') }).transform(Number);
const share = decimal.refine((text) => Number(text) > 0 && Number(text) <= 100 && !/\.\d{5}/.test(text), { error: say('share') });

const country = z.object({ country_iso2: z.string().refine((code) => findCountry(code) !== undefined, { error: 'form:errors.choose' }).optional(), share: share.optional() });

/** Countries with their shares, as forms send them: a row may be empty. */
export const countriesInput = z.array(country).max(60);

/** The rows that name a country. */
export const sharesOfForm = (rows: z.output<typeof countriesInput>): CountryShare[] =>
  rows.flatMap(({ country_iso2, share }) => (country_iso2 === undefined ? [] : [{ country_iso2, share: share ?? null }]));

/** What a finished step asks for may be missing in one that is saved for later; either way the reader of the value is told that it may. */
const asked = <Schema extends z.ZodType>(schema: Schema, unfinished: boolean): z.ZodOptional<Schema> => (unfinished ? schema.optional() : schema) as z.ZodOptional<Schema>;

/** Said together with the other problems, not after them. */
const always = () => true;

/** The first step. What is only saved for later may still lack everything but a title. */
export const whatInput = (unfinished: boolean) =>
  z.object({
    title: line(longestTitle, 'title').min(5, { error: say('title') }),
    action: asked(line(4000, 'action_needed').min(1), unfinished),
    type: asked(z.enum(commitmentTypes, { error: say('type_needed') }), unfinished),
    nodes: asked(z.array(z.string(), { error: say('clause_needed') }).min(1, { error: say('clause_needed') }).refine((ids) => ids.every((id) => isId(id)), { error: say('clause_gone') }), unfinished),
    beneficiaries: asked(z.array(z.enum(groups), { error: say('groups_needed') }).min(1, { error: say('groups_needed') }), unfinished),
    learner_data: asked(z.enum(['yes', 'no'], { error: say('learner_data_needed') }), unfinished),
    language: line(40).optional(),
    language_other: line(40).optional(),
    problem: line(4000).optional(),
    countries: countriesInput.optional(),
    origin: line(40).toUpperCase().optional(),
    visibility: z.enum(visibilities).optional(),
    embargo_until: promiseDay.optional(),
    later: z.string().optional(),
    another: z.string().optional(),
  })
    .refine((given) => languageOfFields(given) !== null, { path: ['language_other'], error: 'form:errors.language', when: always })
    .refine((given) => eachOnce((given.countries ?? []).flatMap((one) => one?.country_iso2 ?? [])), { path: ['countries'], error: say('country_twice'), when: always })
    .refine((given) => unfinished || sharesComplete(sharesOfForm(given.countries ?? []).map(({ share }) => share)), { path: ['countries'], error: say('shares_not_100') });

export const eachOnce = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

/** The form as the operation takes it; what is left open becomes null. */
export function whatOf(given: z.output<ReturnType<typeof whatInput>>, language: What['language']): What {
  const { countries = [], learner_data } = given;
  return {
    language: languageOfFields(given) ?? language, title: given.title, action: given.action ?? null, problem: given.problem ?? null, type: given.type ?? null,
    nodes: given.nodes ?? [], beneficiaries: given.beneficiaries ?? [], learner_data: learner_data === undefined ? null : learner_data === 'yes',
    countries: sharesOfForm(countries),
    origin: given.origin ?? null, visibility: given.visibility ?? 'public', embargo_until: given.embargo_until === undefined ? null : `${given.embargo_until}T00:00:00Z`,
  };
}

/** Years that a promise may end in: this one and the fourteen that follow. */
export const targetYears = (today: string): { readonly from: number; readonly to: number } => ({ from: Number(today.slice(0, 4)), to: Number(today.slice(0, 4)) + 14 });

/** A goal as far as its target's day is asked for. */
type Targeted = Pick<GoalForm, 'target_on'>;

/** Whether a goal may be promised for a year, in the form as in a file: one of `targetYears`, or one that stands there already. */
export function isTargetYear(text: string, today: string, standing: readonly Targeted[]): boolean {
  const { from, to } = targetYears(today);
  return /^\d{4}$/.test(text) && ((Number(text) >= from && Number(text) <= to) || standing.some(({ target_on }) => target_on?.startsWith(`${text}-`) === true));
}

/** The day of a target as a file says it. */
export const targetDay = (today: string, standing: readonly Targeted[]) =>
  z.string().refine((day) => isDay(day) && isTargetYear(day.slice(0, 4), today, standing), { error: ({ input }) => say(isDay(String(input)) ? 'year' : 'day'), params: { values: targetYears(today) } });

function goalInput(today: string, unfinished: boolean, standing: readonly Targeted[]) {
  const years = targetYears(today);
  const within = (text: string) => isTargetYear(text, today, standing);
  return z.object({
    target_value: decimal.optional(),
    unit: z.enum(unitChoices, { error: say('unit_needed') }).optional(),
    target_year: year.refine(within, { error: say('year'), params: { values: years } }).transform(Number).optional(),
    statement: line(500).optional(),
    unit_other: line(80).optional(),
    baseline: z.enum(['known', 'unknown']).optional(),
    baseline_value: decimal.optional(),
    baseline_year: baselineYear(years.from).optional(),
    method: line(2000).optional(),
    measure: z.enum(measures, { error: 'form:errors.choose' }).optional(),
    target_words: line(500).optional(),
    scale: line(1000).optional(),
    indicator: z.string().refine((code) => findIndicator(code) !== undefined, { error: 'form:errors.choose' }).optional(),
    direction: z.enum(['up', 'down'], { error: 'form:errors.choose' }).optional(),
    cumulative: z.enum(['yes', 'no'], { error: 'form:errors.choose' }).optional(),
    baseline_source: line(500).optional(),
    disaggregations: z.array(z.enum(disaggregations)).optional(),
  })
    .refine((goal) => unfinished || isInWords(goal.measure) || goal.target_value !== undefined, { path: ['target_value'], error: say('target_needed'), when: unless('target_value') })
    .refine((goal) => unfinished || isInWords(goal.measure) || goal.unit !== undefined, { path: ['unit'], error: say('unit_needed'), when: unless('unit') })
    .refine((goal) => unfinished || goal.target_year !== undefined, { path: ['target_year'], error: say('year_needed'), when: unless('target_year') })
    .refine((goal) => unfinished || !isInWords(goal.measure) || goal.target_words !== undefined, { path: ['target_words'], error: say('target_words_needed'), when: always })
    .refine((goal) => unfinished || goal.measure !== 'qualitative' || goal.method !== undefined, { path: ['method'], error: say('method_needed'), when: always })
    .refine((goal) => unfinished || (goal.measure !== 'nominal' && goal.measure !== 'ordinal') || isOn(goal.target_words, scaleOf(goal.scale)), { path: ['scale'], error: say('scale_needed'), when: always })
    .refine((goal) => goal.unit !== anotherUnit || goal.unit_other !== undefined, { path: ['unit_other'], error: say('unit_other'), when: always })
    .refine((goal) => goal.baseline !== 'known' || goal.baseline_value !== undefined, { path: ['baseline_value'], error: say('baseline_value'), when: always });
}

/** The second step, with up to ten goals; `standing`: those that are stored. */
export const measureInput = (today: string, unfinished: boolean, standing: readonly Targeted[] = []) =>
  z.object({ goals: z.array(goalInput(today, unfinished, standing)).min(1).max(10), starts_on: promiseDay.optional(), later: z.string().optional(), another: z.string().optional() });

/** The form as the operation takes it. It knows of a target only the year: the day that stands there, as a file said it, stays while its year does. */
export function measureOf(given: z.output<ReturnType<typeof measureInput>>, standing: readonly Targeted[] = []): Measure {
  return { starts_on: given.starts_on ?? null, goals: given.goals.map((goal, at) => ({ ...goalOf(goal), target_on: dayIn(goal.target_year, standing[at]?.target_on ?? null) })) };
}

const dayIn = (year: number | undefined, standing: Day | null): Day | null => (year === undefined ? null : standing?.startsWith(`${year}-`) === true ? standing : `${year}-12-31`);

/** One state in each line. */
const scaleOf = (text: string | undefined): string[] => [...new Set((text ?? '').split('\n').map((state) => state.trim()).filter((state) => state !== ''))];
const isOn = (state: string | undefined, scale: readonly string[]): boolean => scale.length >= 2 && state !== undefined && scale.includes(state);
/** Where the field itself is wrong, that it is missing is not said besides. */
const unless = (field: string) => ({ issues }: { readonly issues: readonly { readonly path?: readonly PropertyKey[] | undefined }[] }): boolean => !issues.some((issue) => issue.path?.[0] === field);

function goalOf(goal: z.output<ReturnType<typeof goalInput>>): Omit<GoalForm, 'target_on'> {
  const measure = goal.measure ?? 'number';
  const words = isInWords(measure);
  const known = goal.baseline === 'known' && !words ? (goal.baseline_value ?? null) : null;
  return {
    detail: {
      measure, indicator: goal.indicator ?? null, cumulative: goal.cumulative !== 'no', baseline_source: goal.baseline_source ?? null, disaggregations: goal.disaggregations ?? [],
      scale: measure === 'nominal' || measure === 'ordinal' ? scaleOf(goal.scale) : [], target_words: words ? (goal.target_words ?? null) : null,
    },
    statement: goal.statement ?? null, target_value: words ? null : (goal.target_value ?? null), unit: words ? null : goal.unit === anotherUnit ? (goal.unit_other ?? null) : (goal.unit ?? null),
    baseline_value: known, baseline_year: known === null ? null : (goal.baseline_year ?? null),
    method: goal.method ?? null, ascending: known === null || goal.target_value === undefined ? goal.direction !== 'down' : Number(goal.target_value) >= Number(known),
  };
}
