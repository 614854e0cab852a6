import { z } from 'zod';
import { isId } from '#app/platform/identity';
import { partyOf } from '../../endorsements/parties.server';
import { dispositions } from '../model';

const words = (shortest: number, longest: number) => z.string().trim().min(shortest).max(longest);
/** A code of the text, or none for the whole. */
const clause = z.string().trim().max(20).nullable().default(null);
const said = { clause, body: words(10, 4000) };

const nobody = { organisation_id: null, country_iso2: null };

/** What a member says in the name of a party. */
const byMember = z.object({ ...said, party: z.string().refine((text) => partyOf(text) !== undefined, { error: 'form:errors.choose' }) })
  .transform(({ party, ...rest }) => ({ ...rest, party: partyOf(party) ?? nobody, author: undefined }));

/** What somebody from the public says, in their own name. */
const byAnybody = z.object({
  ...said,
  name: words(2, 200),
  mail: z.string().trim().max(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'form:errors.mail').transform((typed) => typed.normalize('NFKC').toLowerCase()),
  body_name: words(2, 200).nullable().default(null),
  consent: z.literal(true, 'frameworks:problems.comment_consent'),
}).transform(({ name, mail, body_name, consent: _consent, ...rest }) => ({ ...rest, party: nobody, author: { name, mail, body_name } }));

/** What a comment is read as: of whoever speaks for a party, or of anybody. */
export const readComment = (speaks: boolean) => (speaks ? byMember : byAnybody);

export const refusalInput = z.object({ reason: words(3, 2000) });
export const dispositionInput = z.object({
  disposition: z.enum(dispositions),
  reason: words(3, 2000),
  node_id: z.string().refine(isId, 'form:errors.choose').nullable().default(null),
});
