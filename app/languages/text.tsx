import type { i18n } from 'i18next';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Text } from './catalogue';
import { direction, type Language } from './language';
import { phrasesOf } from './phrases';

/**
 * The language of a page never changes while it is open, so a context with the instance is all that is needed:
 * no subscription, no provider library (decision 0004).
 */
interface Locale {
  readonly language: Language;
  readonly i18n: i18n;
}
const LocaleContext = createContext<Locale | undefined>(undefined);

export function LocaleProvider({ language, i18n, children }: Locale & { readonly children: ReactNode }) {
  const locale = useMemo(() => ({ language, i18n }), [language, i18n]);
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

function useProvided(): Locale {
  const locale = useContext(LocaleContext);
  if (locale === undefined) throw new Error('a page needs a LocaleProvider');
  return locale;
}

/** Words of one folder: `const t = useText('commitments')`; a key of another folder is written `ui:next`. */
export function useText(namespace: string): Text {
  return phrasesOf(useProvided().i18n, namespace);
}

export function useLocale(): { readonly language: Language; readonly dir: 'ltr' | 'rtl' } {
  const { language } = useProvided();
  return { language, dir: direction(language) };
}
