import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { i18nFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { LocaleProvider } from '#app/languages/text';

/** What the server sends for an element, in one of the six languages, with the real catalogues. */
export function markupOf(element: ReactNode, language: Language = 'en'): string {
  return renderToStaticMarkup(
    <LocaleProvider language={language} i18n={i18nFor(language)}>
      {element}
    </LocaleProvider>,
  );
}
