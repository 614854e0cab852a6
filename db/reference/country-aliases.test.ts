import { describe, expect, test } from 'vitest';
import { countryAliases, normaliseCountryName, resolveCountry } from './country-aliases';
import { COUNTRIES, findCountry } from './countries';
import { LANGUAGES } from './languages';
import { realFilesMissing, realRows } from './real-files';

describe('country names in files', () => {
  test('spelling, accents, ampersands and articles do not matter', () => {
    expect(normaliseCountryName(' The  St. Vincent & the GRENADINES')).toBe('saint vincent and grenadines');
    expect(normaliseCountryName('Côte d’Ivoire')).toBe(normaliseCountryName("COTE D'IVOIRE"));
  });

  test.each([
    ["Cote d'Ivoire", 'CI'], ['Czech Republic', 'CZ'], ['St Vincent & the Grenadines', 'VC'], ['UK', 'GB'], ['United States', 'US'], ['South Korea', 'KR'],
    ['Iran', 'IR'], ['Swaziland', 'SZ'], ['Macedonia', 'MK'], ['Sao Tome & Principe', 'ST'], ['Republic of Congo', 'CG'], ['Democratic Republic of Congo', 'CD'],
    ['Guinea Bissau', 'GW'], ['Guinea', 'GN'], ['NA', 'NA'], ['KEN', 'KE'], ['кения', 'KE'], ['肯尼亚', 'KE'], ['الجزائر', 'DZ'], ['Turkey', 'TR'],
  ])('%s is %s', (name, iso2) => {
    expect(resolveCountry(name)).toBe(iso2);
  });

  test.each(['', 'N/A', 'Europe', 'Atlantis', 'Congoo', 'XX', 'Yugoslavia'])('"%s" is nobody’s name', (name) => {
    expect(resolveCountry(name)).toBeNull();
  });

  test('no name stands for two countries, and no alias repeats what is known', () => {
    const owner = new Map<string, string>();
    const collisions: string[] = [];
    const claim = (name: string, iso2: string) => {
      const form = normaliseCountryName(name);
      const other = owner.get(form);
      if (other !== undefined && other !== iso2) collisions.push(`${name}: ${other} and ${iso2}`);
      owner.set(form, iso2);
    };
    for (const { iso2, iso3, name } of COUNTRIES) {
      claim(iso3, iso2);
      for (const language of LANGUAGES) claim(name[language], iso2);
    }
    for (const [name, iso2] of countryAliases()) {
      expect(findCountry(iso2), name).toBeDefined();
      claim(name, iso2);
    }
    expect(collisions).toEqual([]);
  });
});

describe.skipIf(realFilesMissing !== null)(`every country of the pledges to the Universal Periodic Review is known (${realFilesMissing ?? 'compared'})`, () => {
  test.each(['To', 'From'])('column %s', (column) => {
    const rows = realRows('handout/commitments/upr_voluntary_pledges.csv', 'macintosh');
    expect(rows).toHaveLength(947);
    const unresolved = [...new Set(rows.map((row) => row[column] ?? ''))].filter((name) => resolveCountry(name) === null);
    expect(unresolved).toEqual([]);
  });
});
