import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { constituencyName } from '#app/members/organisations/words';
import type { Terms, TermsChange, TermsField } from './model';

const labels: Readonly<Record<TermsField, string>> = { cadence: 'group.meets', quorum_share: 'quorum.title', decision_rule: 'group.decides', notice_days: 'group.notice', correction_days: 'terms.correction' };

const days = (t: Text, language: Language, key: string, value: string | number) => t(key, { count: Number(value), shown: formatNumber(language, Number(value)) });

/** A fact of the terms in words. */
export function saidOf(field: TermsField, value: string | number, t: Text, language: Language): string {
  if (field === 'cadence') return t(`cadence.${value}`);
  if (field === 'decision_rule') return t(`rule.${value}`);
  if (field === 'quorum_share') return t('quorum.rule_text_share', { share: formatNumber(language, Number(value), 2) });
  return days(t, language, field === 'notice_days' ? 'group.notice_days' : 'terms.correction_days', value);
}

/** How many seats of a part of society must be there; none where nothing is asked for. */
const saidLeast = (seats: number | null, t: Text, language: Language): string => (seats === null ? t('terms.no_minimum') : days(t, language, 'terms.at_least', seats));

/** “Youth” with “at least 2 voting seats present”. */
export const minimumFact = (constituency: string, seats: number | null, t: Text, language: Language) =>
  ({ label: t('terms.seats_of', { name: constituencyName(constituency, language) }), value: saidLeast(seats, t, language) });

/** What stands in a version, each fact under its name. */
export const termsFacts = (terms: Omit<Terms, 'version' | 'from_on'>, t: Text, language: Language): { readonly label: string; readonly value: string }[] => [
  ...(Object.keys(labels) as TermsField[]).map((field) => ({ label: t(labels[field]), value: saidOf(field, terms[field], t, language) })),
  ...terms.minimums.map(({ constituency, seats }) => minimumFact(constituency, seats, t, language)),
];

/** What became of a fact: its name, what was said and what is said. */
export function changeInWords(change: TermsChange, t: Text, language: Language): { readonly label: string; readonly before: string; readonly after: string } {
  if (change.field !== 'minimum') return { label: t(labels[change.field]), before: saidOf(change.field, change.before, t, language), after: saidOf(change.field, change.after, t, language) };
  const [was, is] = [minimumFact(change.constituency, change.before, t, language), minimumFact(change.constituency, change.after, t, language)];
  return { label: is.label, before: was.value, after: is.value };
}

/** The words in a language, else in English, else as there are. */
export function wordsIn<One extends { readonly language: string }>(texts: readonly One[], language: Language): One | undefined {
  return texts.find((one) => one.language === language) ?? texts.find((one) => one.language === 'en') ?? texts[0];
}
