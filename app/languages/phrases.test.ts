import { describe, expect, it } from 'vitest';
import { i18nOver, type Catalogue } from './catalogue';
import { languages, type Language } from './language';
import { phrasesOf } from './phrases';

const files = import.meta.glob<Catalogue>('../*/languages/*.json', { eager: true, import: 'default' });
const instanceOf = (language: Language) => i18nOver(language, Object.fromEntries(Object.entries(files).flatMap(([path, words]) => {
  const [, folder, file] = /^\.\.\/([^/]+)\/languages\/(\w+)\.json$/.exec(path) ?? [];
  return folder !== undefined && file === language ? [[folder, words]] : [];
})));

const keysOf = (words: Catalogue, above = ''): string[] => Object.entries(words).flatMap(([key, word]) => (typeof word === 'string' ? [above + key] : keysOf(word, `${above}${key}.`)));
/** As pages ask: without the ending of a plural form. */
const asked = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

/** One for each plural form of the six languages. */
const counts = [0, 1, 2, 3, 11, 100, 1_000_000, 1.5];

describe.each(languages)('every phrase in %s', (language) => {
  it('reads as i18next puts it together, for every plural form, also when it is asked for again', () => {
    const instance = instanceOf(language);
    const wrong: string[] = [];
    for (const [namespace, words] of Object.entries(instance.services.resourceStore.data[language] ?? {})) {
      const text = phrasesOf(instance, namespace);
      const fixed = instance.getFixedT(language, namespace);
      const places = new Map<string, string[]>();
      const plural = new Set(keysOf(words as Catalogue).filter((key) => asked(key) !== key).map(asked));
      for (const key of keysOf(words as Catalogue)) places.set(asked(key), [...(places.get(asked(key)) ?? []), ...placesOf(fixed(key, { skipInterpolation: true }))]);
      for (const [key, names] of places) {
        // A value that looks like a place must stay as it is.
        const values = Object.fromEntries(names.map((name) => [name, `<${name} {{shown}} $1>`]));
        for (const count of [undefined, ...(names.includes('count') || plural.has(key) ? counts : [])]) {
          const given = { ...values, ...(count === undefined ? {} : { count }) };
          const said = fixed(key, given);
          if (text(key, given) !== said || text(key, given) !== said) wrong.push(`${namespace}:${key} for ${count}: ${text(key, given)}, not ${said}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a phrase', () => {
  const instance = i18nOver('en', { near: { plain: 'Plain', place: 'To {{name}}', nest: 'So $t(plain) {{name}}', many_one: 'one', many_other: '{{count}} of them', many_zero: 'none' }, far: { away: 'Away' } });
  const text = phrasesOf(instance, 'near');

  it('is found in another folder by its prefix, and in its own parts', () => {
    expect(text('far:away')).toBe('Away');
    expect(text('nest', { name: 'x' })).toBe('So Plain x');
    expect([0, 1, 2].map((count) => text('many', { count }))).toEqual(['none', 'one', '2 of them']);
  });
  it('that is missing, or lacks a value, is what i18next says', () => {
    expect(text('nowhere')).toBe('nowhere');
    expect(text('place')).toBe(instance.getFixedT('en', 'near')('place', {}));
  });
  it('is spoken by one and the same function, so that nothing is rendered anew for it', () => {
    expect(phrasesOf(instance, 'near')).toBe(text);
  });
});
