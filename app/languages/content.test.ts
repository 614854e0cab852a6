import { describe, expect, it } from 'vitest';
import { canonicalTag, languageOfFields, languageValues } from './content';
import { languageName } from './format';
import { languages } from './language';

describe('languages of content', () => {
  it.each([['PT-br', 'pt-BR'], ['sw', 'sw'], ['zh-hans-cn', 'zh-Hans-CN'], ['ber', 'ber'], [' sv ', 'sv'], ['iw', 'he']])('reads %s as %s', (typed, tag) => {
    expect(canonicalTag(typed)).toBe(tag);
  });

  it.each(['', 'x', 'english language', 'en_GB', 'en--GB', 'en-u-ca-gregory', 'x-private', '-', 'e', 'en-', '☃', 'sw\u0000', `en${'-abcd'.repeat(40)}`])('takes %j for no language', (typed) => {
    expect(canonicalTag(typed)).toBeUndefined();
  });

  it('goes through the two fields of a form and back', () => {
    for (const tag of [...languages, 'pt', 'sw', 'pt-BR']) expect(languageOfFields(languageValues(tag))).toBe(tag);
    expect(languageOfFields({})).toBeUndefined();
    expect(languageOfFields({ language: 'other' })).toBeNull();
    expect(languageOfFields({ language: 'Klingon' })).toBeNull();
  });

  it('names whatever it is given, and never fails', () => {
    expect(languageName('en', 'sw')).toBe('Swahili');
    expect(languageName('fr', 'ber')).toBe('tamazight');
    for (const tag of ['☃', 'en_GB', 'a', 'xx-', 'en-ab-cd', '\u0000']) expect(languageName('en', tag)).toBe(tag);
  });
});
