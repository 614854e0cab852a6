import { z } from 'zod';
import { canonicalTag } from '#app/languages/content';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';

const name = z.string().trim().min(1).max(200);
const zone = z.string().refine(isZone, 'accounts:problems.zone');

/** Codes of languages with anything between them that people put there. */
function tagsOf(text: string, context: z.RefinementCtx): string[] {
  const tags = text.split(/[\s,;،、，]+/).filter((part) => part !== '').map(canonicalTag);
  if (tags.includes(undefined)) context.addIssue({ code: 'custom', message: 'form:errors.language' });
  return tags.filter((tag) => tag !== undefined);
}

/** What a person says of themselves. */
export const profileInput = z.object({
  name,
  language: z.enum(languages),
  spoken_languages: z.array(z.enum(languages)).default([]),
  spoken_other: z.string().max(200).transform(tagsOf).optional(),
  time_zone: zone,
  publish_name: z.boolean().default(false),
});

/** Somebody who is invited: enough to write to them. They say the rest themselves. */
export const invitationInput = z.object({
  name,
  mail: z.string().trim().max(254).pipe(z.email()),
  language: z.enum(languages),
  organisation_id: z.uuid().nullable().default(null),
  title: z.string().trim().max(200).nullable().default(null),
});

export const affiliationInput = z.object({ organisation_id: z.uuid(), title: z.string().trim().max(200).nullable().default(null) });
