import { describe, expect, test } from 'vitest';
import { type Text, i18nOver } from '#app/languages/catalogue';
import ar from '#app/open-data/languages/ar.json';
import en from '#app/open-data/languages/en.json';
import es from '#app/open-data/languages/es.json';
import fr from '#app/open-data/languages/fr.json';
import ru from '#app/open-data/languages/ru.json';
import zh from '#app/open-data/languages/zh.json';
import { FILE_PROBLEMS, IMPORT_KINDS, MISSING_REASONS, NOTES, REPEAT_REASONS, ROW_ERRORS } from './model';
import { fileProblemText, noteText, repeatText, rowErrorText } from './words';

const catalogues = { en, fr, es, ar, ru, zh } as const;
const languages = Object.keys(catalogues) as (keyof typeof catalogues)[];
const textIn = (language: keyof typeof catalogues): Text => {
  const fixed = i18nOver(language, { 'open-data': catalogues[language] }).getFixedT(language, 'open-data');
  return (key, values) => fixed(key, values ?? {});
};
const placeholders = (words: string): string[] => (words.match(/\{\{\w+\}\}|\$t\([^)]*\)/g) ?? []).toSorted();

describe.each(languages)('words of imports in %s', (language) => {
  const { imports } = catalogues[language];

  test('there is one for every code, and none besides', () => {
    expect(Object.keys(imports.kinds)).toEqual([...IMPORT_KINDS]);
    expect(Object.keys(imports.problems)).toEqual([...FILE_PROBLEMS]);
    expect(Object.keys(imports.errors)).toEqual([...ROW_ERRORS]);
    expect(Object.keys(imports.missing)).toEqual([...MISSING_REASONS]);
    expect(Object.keys(imports.notes)).toEqual([...NOTES]);
    expect(Object.keys(imports.repeats)).toEqual([...REPEAT_REASONS]);
  });

  test('they show the same values as in English, and are not English', () => {
    const own = Object.entries({ ...imports.problems, ...imports.errors, ...imports.notes, ...imports.repeats });
    const english: Record<string, string> = { ...en.imports.problems, ...en.imports.errors, ...en.imports.notes, ...en.imports.repeats };
    for (const [code, words] of own) {
      expect(placeholders(words), code).toEqual(placeholders(english[code] ?? ''));
      if (language !== 'en') expect(words).not.toBe(english[code]);
    }
  });

  test('kinds and measures inside a sentence are words too', () => {
    const text = textIn(language);
    expect(fileProblemText(text, { code: 'kind-differs', values: { expected: 'rates', found: 'participating-orgs' } })).toContain(imports.kinds['participating-orgs']);
    expect(fileProblemText(text, { code: 'workbook-too-large', values: { measure: 'cells', found: 2, limit: 1 } })).toContain(imports.measures.cells);
  });
});

test('what a file says is shown as it is, and does nothing', () => {
  const text = textIn('en');
  expect(rowErrorText(text, { row: 2, column: 'To', code: 'country-unknown', values: { found: '$t(imports.kinds.rates) {{rows}} <b>' } })).toBe('No country is known by the name “$t(imports.kinds.rates) {{rows}} <b>”.');
  expect(noteText(text, { code: 'rows-blank', values: { number: 3 } })).toBe('Blank rows, which are not counted: 3.');
  expect(repeatText(text, { row: 4, because: 'identical' })).toBe('Says the same as row 4.');
});
