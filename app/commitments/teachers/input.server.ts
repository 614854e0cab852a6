import { z } from 'zod';
import { stages, type Involvement } from './model';

const say = (code: string) => `commitments:problems.${code}`;
const words = z.string().trim().max(2000).optional();
const always = () => true;

const stage = z.object({
  answer: z.enum(['nobody', 'some'], { error: say('teachers_answer') }).optional(),
  how_many: z.string().trim().regex(/^[1-9]\d{0,6}$/, { error: say('teachers_number') }).transform(Number).optional(),
  how_chosen: words,
  what_changed: words,
  evidence_url: z.url({ protocol: /^https?$/, error: say('teachers_url') }).max(2000).optional(),
})
  .refine((one) => one.answer !== 'some' || one.how_many !== undefined, { path: ['how_many'], error: say('teachers_number'), when: ({ issues }) => !issues.some(({ path }) => path?.[0] === 'how_many') })
  .refine((one) => one.answer !== 'some' || one.how_chosen !== undefined, { path: ['how_chosen'], error: say('teachers_chosen'), when: always })
  .refine((one) => one.answer !== 'some' || one.what_changed !== undefined, { path: ['what_changed'], error: say('teachers_changed'), when: always });

/** All stages at once; one without an answer is not said yet. */
export const teachersInput = z.object(Object.fromEntries(stages.map((name) => [name, stage.optional()])) as Record<(typeof stages)[number], z.ZodOptional<typeof stage>>);

export const involvementsOf = (given: z.output<typeof teachersInput>): Involvement[] => stages.flatMap((name) => {
  const one = given[name];
  if (one?.answer === undefined) return [];
  const nobody = one.answer === 'nobody';
  return [{
    stage: name, nobody, how_many: nobody ? null : (one.how_many ?? null), how_chosen: nobody ? null : (one.how_chosen ?? null), what_changed: nobody ? null : (one.what_changed ?? null),
    evidence_url: nobody ? null : (one.evidence_url ?? null),
  }];
});
