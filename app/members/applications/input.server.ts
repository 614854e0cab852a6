import { z } from 'zod';
import { COUNTRIES } from '#db/reference/countries';
import { constituencies } from '#app/members/organisations/model';
import { identifiersInput, organisationFields } from '#app/members/organisations/input.server';
import { membershipCategories } from '#app/members/memberships/model';
import { isLanguage } from '#app/languages/language';
import { isId } from '#app/platform/identity';
import type { ApplicationStatus } from './model';

const words = (shortest: number, longest: number) => z.string().trim().min(shortest).max(longest);
/** Any script may stand after the @: letters that pretend to be others are refused with their reason, not as a slip. */
const mail = z.string().trim().max(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'form:errors.mail').transform((typed) => typed.normalize('NFKC').toLowerCase());

const asked = z.object({
  coalition_id: z.string().refine(isId, 'form:errors.choose'),
  category: z.enum(membershipCategories),
  ...organisationFields,
  constituency: z.enum(constituencies),
  country_iso2: z.enum(COUNTRIES.map(({ iso2 }) => iso2)).nullable().default(null),
  identifier: identifiersInput,
  contact_name: words(2, 200),
  contact_title: words(0, 200).nullable().default(null),
  contact_mail: mail,
});

/** What a stranger sends. */
export const applicationInput = asked
  .extend({
    statement: words(20, 2000),
    publish_name: z.boolean().default(false),
    consent: z.literal(true, 'members:problems.consent'),
  })
  .transform(({ identifier: identifiers, consent: _consent, ...form }) => ({ ...form, identifiers }));

/** What the secretariat says of an organisation that it invites; the rest is said by whoever takes the invitation. */
export const invitationToJoinInput = asked
  .extend({ language: z.string().refine(isLanguage), note: words(3, 2000) })
  .transform(({ identifier: identifiers, ...form }) => ({ ...form, identifiers }));

/** What the holder of a link adds: nothing to confirm an address, words to answer, both to take an invitation. */
const linkInputs = {
  unverified: z.object({}).transform(() => ({ kind: 'confirmation' as const })),
  more_asked: z.object({ answer: words(3, 2000) }).transform((said) => ({ kind: 'answer' as const, ...said })),
  invited: z.object({ statement: words(20, 2000), publish_name: z.boolean().default(false), consent: z.literal(true, 'members:problems.consent') }).transform((said) => ({ kind: 'invitation' as const, ...said })),
};
type LinkAnswer = { [Status in keyof typeof linkInputs]: z.output<(typeof linkInputs)[Status]> }[keyof typeof linkInputs];

/** What a link asks for while an application stands like this; undefined where it asks for nothing. */
export function linkInput(status: ApplicationStatus | undefined): z.ZodType<LinkAnswer> | undefined {
  return status === 'unverified' || status === 'more_asked' || status === 'invited' ? linkInputs[status] : undefined;
}

/** `new`, or the id of an organisation that is here already. */
export const approvalInput = z.object({ organisation: z.string().refine((value) => value === 'new' || isId(value), 'form:errors.choose'), note: words(0, 1000).default('') });
export const wordsInput = z.object({ words: words(3, 2000) });
