import { describe, expect, test } from 'vitest';
import { likelyBecause, similarity, siteOf, type Likeness } from './model';

const body = (name: string, more: Partial<Likeness> = {}): Likeness => ({ name, short_name: null, country_iso2: null, website: null, identifiers: [], ...more });

describe('ME-3: what may be the same organisation', () => {
  test('an identifier that both have comes before everything else', () => {
    expect(likelyBecause(body('A', { identifiers: ['XM-DAC-41114'] }), body('B', { identifiers: ['XM-DAC-41114'], country_iso2: 'KE' }))).toBe('same_identifier');
  });

  test('case, accents and spaces make no other name', () => {
    expect(likelyBecause(body('Fondation  ÉCOLE'), body('fondation école'))).toBe('same_name');
    expect(likelyBecause(body('وِزارة التربية'), body('وزارة التربية'))).toBe('same_name');
  });

  test('a slip of the pen is similar, another word is not', () => {
    expect(likelyBecause(body('Ministry of Eductaion'), body('Ministry of Education'))).toBe('similar_name');
    expect(likelyBecause(body('Ministry of Health'), body('Ministry of Education'))).toBeUndefined();
  });

  test('ministries of two countries may be called alike', () => {
    const [kenya, malawi] = [body('Ministry of Education', { country_iso2: 'KE' }), body('Ministry of Education', { country_iso2: 'MW' })];
    expect(likelyBecause(kenya, malawi)).toBeUndefined();
    expect(likelyBecause(kenya, body('Ministry of Education'))).toBe('same_name');
  });

  test('the same site or the same short name asks too', () => {
    expect(likelyBecause(body('Open Shelf', { website: 'https://www.shelf.example/en' }), body('Alliance', { website: 'http://shelf.example' }))).toBe('same_site');
    expect(likelyBecause(body('Savanna Research Network', { short_name: 'SRN' }), body('Réseau de recherche', { short_name: 'srn' }))).toBe('similar_name');
  });
});

test('likeness of names is a share', () => {
  expect(similarity('Harbour', 'Harbour')).toBe(1);
  expect(similarity('Harbour', '')).toBeLessThan(0.3);
  expect(similarity('学校网络', '学校网')).toBeGreaterThan(0.6);
});

test('a site is its host', () => {
  expect(siteOf('https://WWW.Example.org/a?b')).toBe('example.org');
  expect(siteOf('no address')).toBeUndefined();
  expect(siteOf(null)).toBeUndefined();
});
