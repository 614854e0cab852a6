import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Language = 'en' | 'ar';
export type Values = Readonly<Record<string, string | number>>;

/** What the portal says: `words('ar')('commitments:act.submission')`, with values filled in and the plural form of `count`. */
export type Words = (key: string, values?: Values) => string;

type Catalogue = { readonly [key: string]: string | Catalogue };

/** The portal's words in a language, from its own catalogues, so that tests repeat no sentence. Throws for a key that does not exist. */
export function words(language: Language): Words {
  const catalogues = new Map<string, Catalogue>();
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const [folder = '', path = ''] = key.split(':');
    const catalogue = catalogues.get(folder) ?? read(folder, language);
    catalogues.set(folder, catalogue);
    const { count } = values;
    const found = at(catalogue, path) ?? (typeof count === 'number' ? (at(catalogue, `${path}_${plurals.select(count)}`) ?? at(catalogue, `${path}_other`)) : undefined);
    if (found === undefined) throw new Error(`The catalogue of ${language} has no words for ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function read(folder: string, language: Language): Catalogue {
  const file = new URL(`../../../app/${folder}/languages/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as Catalogue;
}

function at(catalogue: Catalogue, path: string): string | undefined {
  let found: string | Catalogue | undefined = catalogue;
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}
