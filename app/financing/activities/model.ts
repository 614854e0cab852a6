import type { Published } from '#app/records/sources/model';

export interface ActivityText {
  readonly language: string;
  readonly text: string;
}

/** An activity as a file publishes it (IATI 2.03). Days are `YYYY-MM-DD`, codes IATI's, null where the source says nothing usable. */
export interface IncomingActivity extends Published {
  readonly iati_identifier: string;
  readonly reporting_name: string | null;
  readonly reporting_identifier: string | null;
  readonly titles: readonly ActivityText[];
  readonly descriptions: readonly ActivityText[];
  readonly status_code: string | null;
  readonly starts_planned_on: string | null;
  readonly starts_on: string | null;
  readonly ends_planned_on: string | null;
  readonly ends_on: string | null;
  readonly countries: readonly { readonly country_iso2: string; readonly share: string | null }[];
  readonly default_flow_type: string | null;
  readonly default_finance_type: string | null;
  readonly default_tied_status: string | null;
  readonly default_currency: string | null;
  readonly default_aid_type: string | null;
}

export interface IncomingParticipant extends Published {
  readonly iati_identifier: string;
  readonly name: string | null;
  readonly identifier: string | null;
  readonly type_code: string | null;
  readonly role_code: string | null;
}

export interface IncomingBudget extends Published {
  readonly iati_identifier: string;
  readonly type_code: string | null;
  readonly status_code: string | null;
  readonly period_start_on: string;
  readonly period_end_on: string;
  readonly value: string;
  readonly currency: string;
  readonly value_on: string | null;
}

/** The texts of an activity, one row a language: the first title, and all its descriptions one after the other. */
export function textsByLanguage({ titles, descriptions }: Pick<IncomingActivity, 'titles' | 'descriptions'>): { language: string; title: string | null; description: string | null }[] {
  const languages = [...new Set([...titles, ...descriptions].map(({ language }) => language))];
  const of = (texts: readonly ActivityText[], language: string) => texts.filter((one) => one.language === language).map(({ text }) => text);
  return languages.map((language) => ({ language, title: of(titles, language)[0] ?? null, description: of(descriptions, language).join('\n\n') || null }));
}

/** The language that an activity is shown in where a reader's own is missing: English where it has an English title, else its first. */
export const authoritativeLanguage = (titles: readonly ActivityText[]): string => (titles.find(({ language }) => language === 'en') ?? titles[0])?.language ?? 'en';

/** What is not known of an activity that another file only names. */
export const nameOnly = Object.fromEntries(['titles', 'reporting_identifier', 'status_code', 'starts_on', 'ends_on', 'country_iso2'].map((field) => [field, { reason: 'not-in-file' }]));
