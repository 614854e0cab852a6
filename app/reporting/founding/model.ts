import { languages, type Language } from '#app/languages/language';
import { addDays, addMonths, type Day } from '#app/platform/clock';

/** Who is named for the new coalition; known by their address, or invited. */
export interface Named {
  readonly name: string;
  readonly mail: string;
}

/** A national coalition as the template forms it: one page, one act. */
export interface Founding {
  readonly country_iso2: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  readonly mandate: string | null;
  /** The language of the mandate, and the first one of those who are invited. */
  readonly language: Language;
  readonly coordinator: Named;
  /** The head of its secretariat; null where whoever forms it may not name one. */
  readonly secretariat: Named | null;
  /** Ids of the pillars that get a working group each. */
  readonly pillars: readonly string[];
  /** Ids of the versions of texts in use. */
  readonly versions: readonly string[];
  readonly cycle: { readonly opens_on: Day; readonly due_on: Day } | null;
}

/** What a coalition is called in a language where nobody typed a name; `template` is a sentence with a place for the country. */
export const namesOf = (typed: Founding['names'], named: (language: Language) => string): Readonly<Record<Language, string>> =>
  Object.fromEntries(languages.map((language) => [language, typed[language] ?? named(language)])) as Record<Language, string>;

/** Days between the day on which updates are due and those of grace and lock. */
export const graceDays = 14;
export const lockDays = 30;

/** The cycle that is proposed: from the first of next month on, with three months to answer. */
export function proposedCycle(today: Day): { readonly opens_on: Day; readonly due_on: Day } {
  const opens_on = addMonths(`${today.slice(0, 7)}-01`, 1);
  return { opens_on, due_on: addDays(addMonths(opens_on, 3), -1) };
}
