import { z } from 'zod';
import { languageTags } from '#app/form/language-tags';
import { languages } from '#app/languages/language';
import { isZone } from '#app/platform/clock';

const name = z.string().trim().min(1).max(200);
const zone = z.string().refine(isZone, 'accounts:problems.zone');

/** What a person says of themselves. */
export const profileInput = z.object({
  name,
  language: z.enum(languages),
  spoken_languages: z.array(z.enum(languages)).default([]),
  spoken_other: languageTags.optional(),
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
