import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';

/** How a column is called, and how its values are said where they are no plain text. */
export interface TrailField {
  readonly label: string;
  readonly say?: (value: string, t: Text, language: Language) => string;
}

/** How the history of a kind of record is said: keys are those of its domain's catalogue. */
export interface TrailWords {
  readonly namespace: string;
  /** What was done, by the permission under which it was done. */
  readonly acts: Readonly<Record<string, string>>;
  /** What is said of an act that is not named. */
  readonly other: string;
  /** Each column worth telling, as `table.column`. */
  readonly fields: Readonly<Record<string, TrailField>>;
}

export const plain = (label: string): TrailField => ({ label });
export const number = (label: string): TrailField => ({ label, say: (value, _, language) => formatNumber(language, value, 6) });
export const calendarDay = (label: string): TrailField => ({ label, say: (value, _, language) => formatDate(language, value) });
/** Values that are words of the catalogue, below `stem`; another is shown as it is. */
export const worded = (label: string, stem: string, values: readonly string[]): TrailField => ({
  label, say: (value, t) => (values.includes(value) ? t(`${stem}.${value}`) : value),
});
