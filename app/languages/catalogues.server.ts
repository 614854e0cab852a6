import type { i18n } from 'i18next';
import { i18nOver, type Catalogue, type Text } from './catalogue';
import { languages, type Language } from './language';
import { phrasesOf } from './phrases';

/** Every catalogue of every folder: `app/commitments/languages/fr.json` is namespace `commitments` in French. */
const files = import.meta.glob<Catalogue>('../*/languages/*.json', { eager: true, import: 'default' });

const byLanguage = new Map<Language, i18n>();

function instanceFor(language: Language): i18n {
  let instance = byLanguage.get(language);
  if (instance === undefined) {
    const namespaces: Record<string, Catalogue> = {};
    for (const [path, catalogue] of Object.entries(files)) {
      const [, folder, file] = /^\.\.\/([^/]+)\/languages\/(\w+)\.json$/.exec(path) ?? [];
      if (folder !== undefined && file === language) namespaces[folder] = catalogue;
    }
    instance = i18nOver(language, namespaces);
    byLanguage.set(language, instance);
  }
  return instance;
}

/** The instance that renders a page in a language. */
export const i18nFor = (language: Language): i18n => instanceFor(language);

/** Words for what is no page: mails, CSV headings, error messages. Keys without a namespace belong to `namespace`. */
export function textFor(language: Language, namespace: string): Text {
  return phrasesOf(instanceFor(language), namespace);
}

/** Builds all six, so that no visitor waits for the first page in a language. */
export function warmCatalogues(): void {
  for (const language of languages) instanceFor(language);
}
