import i18next, { type i18n } from 'i18next';
import type { Language } from './language';

/** A catalogue: the words of one folder in one language, i18next JSON with plural forms as key endings. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Looks a word up: `t('list.title', { count: 3 })`. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** An i18next instance for one language over the namespaces that are given; nothing is fetched and nothing is escaped (React does). */
export function i18nOver(language: Language, namespaces: Readonly<Record<string, Catalogue>>): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: namespaces as Record<string, Record<string, string>> },
    ns: Object.keys(namespaces),
    initAsync: false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
