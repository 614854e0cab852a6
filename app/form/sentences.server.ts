import type { z } from 'zod';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * What a field's error says. A schema may name its own sentence by a catalogue key (`error: 'commitments:problems.year'`); else
 * the general ones apply: "Enter a number", "Shorten this to 200 characters".
 */
export function sentenceFor(issue: Issue, language: Language): string {
  const text = textFor(language, 'form');
  const own = ownKey(issue);
  const values = bounds(issue);
  if (own !== undefined) return text(own, values);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === '' ? text('errors.required') : text(issue.expected === 'number' ? 'errors.number' : 'errors.choose');
    case 'too_small':
      return issue.origin === 'string' ? text('errors.longer', values) : issue.origin === 'array' ? text('errors.choose_one') : text('errors.at_least', values);
    case 'too_big':
      return issue.origin === 'string' ? text('errors.shorter', values) : issue.origin === 'array' ? text('errors.choose_fewer', values) : text('errors.at_most', values);
    case 'invalid_format':
      return text(issue.format === 'email' ? 'errors.mail' : issue.format === 'url' ? 'errors.url' : 'errors.format');
    case 'invalid_value':
      return text('errors.choose');
    default:
      return text('errors.format');
  }
}

/** A schema that names a sentence by its key (`z.string({ error: 'commitments:problems.title' })`) gets it in the reader's language. */
export function translated(issue: z.core.$ZodIssue, language: Language): string {
  // A sentence that says what belongs there would be untrue of what is there and too long.
  if (issue.code === 'too_big' && issue.origin === 'string') return textFor(language, 'form')('errors.shorter', bounds(issue as Issue));
  return /^[a-z-]+:[\w.]+$/.test(issue.message) ? textFor(language, 'form')(issue.message, bounds(issue as Issue)) : issue.message;
}

function ownKey(issue: Issue): string | undefined {
  const named = issue.code === 'custom' ? (issue['params'] as { code?: string } | undefined)?.code : undefined;
  return named ?? undefined;
}

function bounds(issue: Issue): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  if (issue.code === 'too_small') found['minimum'] = Number(issue.minimum);
  if (issue.code === 'too_big') found['maximum'] = Number(issue.maximum);
  const values = issue.code === 'custom' ? (issue['params'] as { values?: Record<string, string | number> } | undefined)?.values : undefined;
  return { ...found, ...values };
}
