import { z } from 'zod';
import { decimal } from '#app/commitments/drafting/input.server';
import { languages } from '#app/languages/language';
import { mostCorrectionDays } from '#app/working-groups/minutes/model';
import { day, orNone } from '#app/working-groups/input.server';
import { cadences, decisionRules } from '#app/working-groups/model';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import { leastName, noteName, textName } from './fields';

const share = decimal.refine((text) => Number(text) > 0 && Number(text) <= 100 && !/\.\d{3}/.test(text), 'working-groups:terms.wrong.share');
export const words = (length: number) => orNone(z.string().trim().min(1).max(length));
export const each = <Prefix extends string, Key extends string, Field extends z.ZodType>(prefix: Prefix, keys: readonly Key[], field: Field) =>
  Object.fromEntries(keys.map((key) => [`${prefix}_${key}`, field])) as Record<`${Prefix}_${Key}`, Field>;
const parts = CONSTITUENCIES.map(({ code }) => code);

/** What terms say, as it is typed. */
export const termsFields = {
  cadence: z.enum(cadences),
  quorum_share: share,
  decision_rule: z.enum(decisionRules),
  notice_days: z.number().int().min(0).max(365),
  correction_days: z.number().int().min(1).max(mostCorrectionDays),
  ...each('least', parts, orNone(z.number().int().min(1).max(500))),
  ...each('text', languages, words(20_000)),
};
const typedTerms = z.object(termsFields);

/** A part of society without a number has no minimum. */
export const termsOf = ({ cadence, quorum_share, decision_rule, notice_days, correction_days, ...typed }: z.output<typeof typedTerms>) => ({
  cadence, quorum_share, decision_rule, notice_days, correction_days,
  minimums: parts.flatMap((constituency) => {
    const seats = typed[leastName(constituency)];
    return seats === null ? [] : [{ constituency, seats }];
  }),
});

/** A new version. */
export const termsInput = z.object({ from_on: day, ...termsFields, ...each('note', languages, words(2000)) }).transform(({ from_on, ...typed }) => ({
  from_on, ...termsOf(typed), texts: languages.map((language) => ({ language, text: typed[textName(language)], note: typed[noteName(language)] })),
}));
