import { describe, expect, it } from 'vitest';
import { isPlural, placeholdersOf, readCatalogues, readUsage, sixLanguages, stemOf, type Words } from './catalogues';
import { equalsEnglish } from './equal';

const catalogues = readCatalogues();
const namespaces = [...catalogues.keys()].toSorted();
const usage = readUsage();
const english = (namespace: string): Words => catalogues.get(namespace)?.get('en') ?? new Map();
const stems = (words: Words, plural = pluralStems(words)): Set<string> => new Set([...words.keys()].map((key) => (plural.has(stemOf(key)) ? stemOf(key) : key)));
/** Stems that really are plural: sentences that count. A choice called "other" is none. */
const pluralStems = (words: Words): Set<string> => new Set([...words].filter(([key, text]) => key.endsWith('_other') && (words.has(`${stemOf(key)}_one`) || /\{\{(count|shown)\}\}/.test(text))).map(([key]) => stemOf(key)));

describe.each(namespaces)('the words of %s', (namespace) => {
  it('stand in all six languages, in the plural forms that each language has', () => {
    const wrong: string[] = [];
    const expected = stems(english(namespace));
    for (const language of sixLanguages) {
      const words = catalogues.get(namespace)?.get(language);
      if (words === undefined) {
        wrong.push(`${language} is missing`);
        continue;
      }
      const plural = pluralStems(english(namespace));
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const found = stems(words, plural);
      for (const stem of expected) {
        if (!found.has(stem)) wrong.push(`${language} lacks ${stem}`);
        else if (plural.has(stem)) wrong.push(...forms.filter((form) => !words.has(`${stem}_${form}`)).map((form) => `${language} lacks ${stem}_${form}`));
      }
      wrong.push(...[...found].filter((stem) => !expected.has(stem)).map((stem) => `${language} has ${stem}, English has not`));
      wrong.push(...[...words].filter(([, text]) => text.trim() === '').map(([key]) => `${language} ${key} is empty`));
    }
    expect(wrong).toEqual([]);
  });

  it('are given the same values in every language', () => {
    const wrong: string[] = [];
    const source = english(namespace);
    for (const language of sixLanguages) {
      for (const [key, text] of catalogues.get(namespace)?.get(language) ?? []) {
        const stem = stemOf(key);
        const said = source.get(key) ?? source.get(`${stem}_other`);
        if (said === undefined) continue;
        // A form for exactly none, one or two may say the number in words.
        const optional = isPlural(key) ? ['count', 'shown'] : [];
        const [mine, theirs] = [placeholdersOf(text), placeholdersOf(said)];
        const missing = theirs.filter((name) => !mine.includes(name) && !(optional.includes(name) || (isPlural(key) && !key.endsWith('_other'))));
        const extra = mine.filter((name) => !theirs.includes(name) && !optional.includes(name));
        if (missing.length + extra.length > 0) wrong.push(`${language} ${key}: ${[...missing.map((name) => `-${name}`), ...extra.map((name) => `+${name}`)].join(' ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const source = english(namespace);
    const same = sixLanguages.filter((language) => language !== 'en').flatMap((language) =>
      [...(catalogues.get(namespace)?.get(language) ?? [])].filter(([key, text]) => source.get(key) === text && !equalsEnglish(text)).map(([key, text]) => `${language} ${key}: ${text}`));
    expect(same).toEqual([]);
  });

  it('are all used', () => {
    const unused = [...stems(english(namespace))].filter((key) => !isUsed(namespace, key));
    expect(unused).toEqual([]);
  });
});

/** Words inside other words: `$t(imports.measures.{{measure}})`. */
const nested = (namespace: string): RegExp[] =>
  [...english(namespace).values()].flatMap((text) => [...text.matchAll(/\$t\(([^)]+)\)/g)].map((match) => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replace(/\{\{\s*\w+\s*\}\}/g, '[\\w-]+').replace(/^[a-z-]+:/, '')}$`)));

function isUsed(namespace: string, key: string): boolean {
  if (nested(namespace).some((pattern) => pattern.test(key))) return true;
  const spelled = [key, `${namespace}:${key}`];
  if (spelled.some((one) => usage.literals.has(one))) return true;
  if (usage.patterns.some((pattern) => spelled.some((one) => pattern.test(one)))) return true;
  // Letters are named by their stem: `words: 'members:mails.granted'` asks for subject, body and action.
  const letter = /^(.*)\.(subject|body|action)$/.exec(key)?.[1];
  return letter !== undefined && (usage.literals.has(`${namespace}:${letter}`) || usage.patterns.some((pattern) => pattern.test(`${namespace}:${letter}`)));
}

describe('the source', () => {
  it('asks for no word that is missing', () => {
    const known = (namespace: string, key: string): boolean => {
      const [home, bare] = key.includes(':') ? [key.split(':')[0] ?? '', key.split(':')[1] ?? ''] : [namespace, key];
      return stems(english(home)).has(bare);
    };
    const missing = usage.calls.filter((call) => !(call.namespaces.length === 0 ? namespaces : call.namespaces).some((namespace) => known(namespace, call.key))).map((call) => `${call.path} ${call.key}`);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('names no namespace that is missing', () => {
    const named = [...usage.literals].filter((literal) => /^[a-z-]+:[a-z_]+\.[\w.]+$/.test(literal)).filter((literal) => {
      const [namespace = '', key = ''] = literal.split(':');
      return namespaces.includes(namespace) && !stems(english(namespace)).has(key) && ![...english(namespace).keys()].some((one) => one.startsWith(`${key}.`));
    });
    expect(named).toEqual([]);
  });
});
