import { z } from 'zod';
import { COUNTRIES } from '#db/reference/countries';
import { ORGANISATION_TYPES } from '#db/reference/iati/organisation-type';
import { parseIdentifier } from '#db/reference/organisation-schemes';
import { constituencies } from './model';

const blank = (longest: number) => z.string().trim().max(longest).nullable().default(null);

/** A site as people type it: the scheme may be left out. */
const website = blank(400)
  .transform((typed) => (typed === null || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => typed === null || (URL.canParse(typed) && new URL(typed).hostname.includes('.')), 'form:errors.url');

/** One or several, parted by spaces, commas or lines; the scheme is put in the way its list has it (ME-1). */
export const identifiersInput = z.string().max(1000).default('').transform((typed, context) => {
  const parsed = typed.split(/[\s,;]+/).filter((one) => one !== '').map(parseIdentifier);
  if (parsed.some((one) => one === null)) context.addIssue({ code: 'custom', message: 'members:problems.identifier' });
  return [...new Set(parsed.flatMap((one) => one?.identifier ?? []))];
});

/** Who an organisation is, as everybody who describes one says it. */
export const organisationFields = {
  name: z.string().trim().min(1).max(300),
  short_name: blank(60),
  type_code: z.enum(ORGANISATION_TYPES.map(({ code }) => code)).nullable().default(null),
  website,
} as const;

/** What is said of an organisation. A type that is not known has a reason, never a guess. */
export const organisationInput = z
  .object({
    ...organisationFields,
    constituency: z.enum(constituencies).nullable().default(null),
    country_iso2: z.enum(COUNTRIES.map(({ iso2 }) => iso2)).nullable().default(null),
    identifier: identifiersInput,
  })
  .transform(({ identifier: identifiers, ...form }) => ({ ...form, identifiers, type_missing: form.type_code === null ? 'not-stated' : null }));

/** ME-3: which likely duplicates were shown, and that none of them is it. */
export const confirmationInput = z.object({ seen: z.array(z.string()).default([]), confirmed: z.boolean().default(false) });
