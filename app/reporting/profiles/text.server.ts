import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { bindingOf } from '#app/reporting/figures/model';
import { nameOf, type NamedSubject } from '#app/reporting/figures/subjects';
import type { DraftPart } from './sentences';

/** A first text in one language: its sentences from the catalogue, its numbers in the figures that it binds, and nowhere else. */
export function draftText(subject: NamedSubject, parts: readonly DraftPart[], language: Language): { heading: string; body: string } {
  const t = textFor(language, 'reporting');
  const said = (keys: readonly string[]) => keys.map((key) => t(`profiles.draft.${key}`)).join(language === 'zh' ? '' : ' ');
  const body = parts.flatMap(({ head, says, lists = [], figure }) => [
    `## ${t(`profiles.draft.heads.${head}`)}`, said(says), ...(lists.length === 0 ? [] : [lists.map((key) => `- ${t(`profiles.draft.${key}`)}`).join('\n')]),
    ...(figure === undefined ? [] : [bindingOf(nameOf(figure, subject))]),
  ]).join('\n\n');
  return { heading: subject.names[language] ?? subject.names['en'] ?? subject.ref, body };
}
