import { describe, expect, test } from 'vitest';
import { COUNTRY_NAMES } from './country-names';
import { COUNTRIES, countryName, findCountry } from './countries';
import { languageName } from './language-names';
import { CONTENT_LANGUAGES, LANGUAGES } from './languages';
import { realFilesMissing, realRows } from './real-files';
import { findRegion, REGIONS } from './regions';

describe('countries', () => {
  test('there are 249, each once by every code, in order', () => {
    expect(COUNTRIES).toHaveLength(249);
    for (const key of ['iso2', 'iso3', 'm49'] as const) expect(new Set(COUNTRIES.map((country) => country[key])).size).toBe(249);
    expect(COUNTRIES.map(({ iso2 }) => iso2)).toEqual(COUNTRIES.map(({ iso2 }) => iso2).toSorted());
    expect(Object.keys(COUNTRY_NAMES)).toHaveLength(249);
  });

  test('193 are members of the United Nations and two are observers', () => {
    expect(COUNTRIES.filter((country) => country.standing === 'un_member')).toHaveLength(193);
    expect(COUNTRIES.filter((country) => country.standing === 'un_observer').map(({ iso2 }) => iso2)).toEqual(['PS', 'VA']);
  });

  test('every name is there, trimmed, and in the script of its language', () => {
    const scripts = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u };
    for (const { iso2, name } of COUNTRIES) {
      for (const language of LANGUAGES) {
        expect(name[language], `${iso2} ${language}`).toMatch(/^\S(?:.*\S)?$/u);
      }
      for (const [language, script] of Object.entries(scripts)) expect(countryName(iso2, language as keyof typeof scripts), iso2).toMatch(script);
    }
  });

  test('Namibia has the code NA, and a code that nobody has stands for itself', () => {
    expect(findCountry('NA')?.name.en).toBe('Namibia');
    expect(countryName('QQ', 'fr')).toBe('QQ');
  });

  test('official languages are known for members, and people can read their names', () => {
    const unsure = COUNTRIES.filter((country) => country.standing === 'un_member' && country.officialLanguages === null);
    expect(unsure.map(({ iso2 }) => iso2)).toEqual(['BF', 'ER', 'ML', 'NE']);
    const content: readonly string[] = CONTENT_LANGUAGES;
    for (const tag of COUNTRIES.flatMap((country) => country.officialLanguages ?? [])) expect(content).toContain(tag);
    // Fon is called "fon" in French and Spanish too.
    for (const tag of content.filter((one) => one !== 'fon')) {
      for (const language of LANGUAGES) expect(languageName(tag, language), `${tag} in ${language}`).not.toBe(tag);
    }
  });
});

describe('regions', () => {
  test('each stands after the region that holds it', () => {
    const seen = new Set<string | null>([null]);
    for (const { m49, parent } of REGIONS) {
      expect(seen.has(parent), m49).toBe(true);
      seen.add(m49);
    }
    expect(seen.size).toBe(REGIONS.length + 1);
  });

  test('a country knows its region, subregion and intermediate region', () => {
    expect(findCountry('KE')).toMatchObject({ region: '002', subregion: '202', intermediate: '014' });
    expect(findCountry('TN')).toMatchObject({ region: '002', subregion: '015', intermediate: null });
    expect(findCountry('AQ')).toMatchObject({ region: null, subregion: null, intermediate: null });
  });
});

/** The copy of the M49 overview that we compare with, by language of the portal. */
const M49_FILES = { en: 'en', fr: 'fr', es: 'es', ar: 'ar', ru: 'ru', zh: 'cn' } as const;

/** Where our name differs from that copy, and why. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'en CI': 'the copy has a name that the country does not use; UN: Côte d’Ivoire',
  'en FK': 'UN: Falkland Islands (Malvinas); the copy left the second half out',
  'en MF': 'UN spelling has a small letter in "French part"',
  'en NL': 'UN: Netherlands (Kingdom of the), since 2023; the copy has it in the other languages only',
  'es SX': 'small letter in "parte holandesa", as in the other languages',
  'ar IO': 'the words are out of order in the copy',
  'ar NL': 'hyphen for an underscore',
  'ar TF': 'one word stands twice in the copy',
  'ar UM': 'the copy has lost its first word',
  'ru AQ': 'the copy has another grammatical case',
  'ru AX': 'the copy has another grammatical case',
  'ru CC': 'the copy has another grammatical case',
  'ru CX': 'a name begins with a capital letter',
  'en TW': 'not in UN M49; ISO 3166-1 name', 'fr TW': 'the same', 'es TW': 'the same', 'ar TW': 'the same', 'ru TW': 'the same', 'zh TW': 'the same',
};

/** Apostrophes and spaces are typography: they do not count. */
const plain = (text: string | undefined) => (text ?? '').replaceAll('\'', '’').replaceAll(/\s+/gu, ' ').trim();

/** Regions are a few words whose capitals the copy itself mixes ("América central", "América Latina"). */
const regionForm = (text: string | undefined) => plain(text).toLowerCase();

describe.skipIf(realFilesMissing !== null)(`names and regions are those of UN M49 (${realFilesMissing ?? 'compared'})`, () => {
  for (const language of LANGUAGES) {
    const rows = () => realRows(`reference/countries/UNSD-M49-${M49_FILES[language]}.csv`);

    test(`countries in ${language}`, () => {
      const differ = rows().filter((row) => plain(row['Country or Area']) !== plain(countryName(row['ISO-alpha2 Code'] ?? '', language)));
      const expected = Object.keys(DIFFERENCES).filter((key) => key.startsWith(language)).toSorted();
      expect(differ.map((row) => `${language} ${row['ISO-alpha2 Code'] ?? ''}`).toSorted()).toEqual(expected);
    });

    test(`regions in ${language}`, () => {
      // Taiwan is no row of M49: whoever added it to the copy spelled its regions in another way.
      for (const row of rows().filter((one) => one['ISO-alpha2 Code'] !== 'TW')) {
        for (const level of ['Global', 'Region', 'Sub-region', 'Intermediate Region']) {
          const m49 = row[`${level} Code`] ?? '';
          if (m49 !== '') expect(regionForm(findRegion(m49)?.name[language]), m49).toBe(regionForm(row[`${level} Name`]));
        }
      }
    });
  }

  test('codes and places', () => {
    for (const row of realRows('reference/countries/UNSD-M49-en.csv')) {
      const country = findCountry(row['ISO-alpha2 Code'] ?? '');
      expect(country, row['Country or Area']).toMatchObject({
        iso3: row['ISO-alpha3 Code'],
        m49: row['M49 Code'],
        region: row['Region Code'] || null,
        subregion: row['Sub-region Code'] || null,
        intermediate: row['Intermediate Region Code'] || null,
      });
    }
  });
});
