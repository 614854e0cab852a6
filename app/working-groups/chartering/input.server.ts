import { z } from 'zod';
import { languages, type Language } from '#app/languages/language';
import { day, line, orNone } from '#app/working-groups/input.server';
import { groupKinds } from '#app/working-groups/model';
import { sessionVisibilities } from '#app/working-groups/sessions/model';
import { textName } from '#app/working-groups/terms/fields';
import { each, termsFields, termsOf, words } from '#app/working-groups/terms/input.server';
import { firstOffices } from './model';

const shortKey = z.string().trim().toLowerCase().regex(/^(?!new$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'working-groups:life.wrong.key').min(2).max(20);

const fields = {
  coalition_id: z.uuid(),
  kind: z.enum(groupKinds),
  short_key: orNone(shortKey),
  starts_on: day,
  ends_on: orNone(day),
  visibility: z.enum(sessionVisibilities),
  nodes: z.array(z.uuid()).max(200).default([]),
  ...each('name', languages, words(200)),
  ...each('purpose', languages, words(4000)),
  ...each('organisation', firstOffices, orNone(line)),
  ...each('holder', firstOffices, orNone(z.email().max(200))),
  ...termsFields,
};

/** A group as it is proposed; it has a name at least in the language of the form. */
export const charterInput = (language: Language) => z.object({ ...fields, [`name_${language}`]: line } as typeof fields).superRefine((typed, context) => {
  for (const office of firstOffices) if (typed[`holder_${office}`] !== null && typed[`organisation_${office}`] === null) context.addIssue({ code: 'custom', path: [`organisation_${office}`], message: 'working-groups:life.wrong.whose_seat' });
  for (const one of languages) if (typed[`name_${one}`] === null && typed[`purpose_${one}`] !== null) context.addIssue({ code: 'custom', path: [`name_${one}`], message: 'working-groups:life.wrong.name' });
}).transform(({ coalition_id, kind, short_key, starts_on, ends_on, visibility, nodes, ...typed }) => ({
  coalition_id,
  form: {
    kind, short_key, starts_on, ends_on, visibility, nodes, ...termsOf(typed),
    terms: languages.map((one) => ({ language: one, text: typed[textName(one)], note: null })),
    texts: Object.fromEntries(languages.flatMap((one) => ((name) => (name === null ? [] : [[one, { name, mandate: typed[`purpose_${one}`] }]]))(typed[`name_${one}`]))),
  },
  first: {
    chair: firstOf(typed.organisation_chair, typed.holder_chair), cochair: firstOf(typed.organisation_cochair, typed.holder_cochair), secretary: firstOf(typed.organisation_secretary, typed.holder_secretary),
  },
}));

const firstOf = (organisation: string | null, holder: string | null) => (organisation === null ? null : { organisation, holder });
