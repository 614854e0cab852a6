import { z } from 'zod';
import { canonicalTag } from '#app/languages/content';

/** Codes of languages (BCP 47) with anything between them that people put there, as they are written canonically. */
export const languageTags = z.string().max(200).transform((text, context) => {
  const tags = text.split(/[\s,;،、，]+/).filter((part) => part !== '').map(canonicalTag);
  if (tags.includes(undefined)) context.addIssue({ code: 'custom', message: 'form:errors.language' });
  return tags.filter((tag) => tag !== undefined);
});
