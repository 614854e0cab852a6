import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { i18nOver, type Catalogue } from './languages/catalogue';
import { isLanguage } from './languages/language';
import { LocaleProvider } from './languages/text';

/** Only pages whose `handle.hydrate` names namespaces get here; the page says which in `data-words`. */
const files = import.meta.glob<Catalogue>('./*/languages/*.json', { import: 'default' });

async function hydrate(): Promise<void> {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  const wanted = (dataset['words'] ?? '').split(' ').filter((name) => name !== '');
  const loaded = await Promise.all(wanted.map(async (name) => [name, (await files[`./${name}/languages/${language}.json`]?.()) ?? {}] as const));
  const i18n = i18nOver(language, Object.fromEntries(loaded));
  startTransition(() => {
    hydrateRoot(document, <StrictMode><LocaleProvider language={language} i18n={i18n}><RemixBrowser /></LocaleProvider></StrictMode>);
  });
}

void hydrate();
