import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '#app/document/pdf.server';
import { textFor } from '#app/languages/catalogues.server';
import { languages, type Language } from '#app/languages/language';
import { definitions, figureKeys, type FigureKey, type StoredFigure } from '#app/reporting/figures/model';
import { viewOf } from '#app/reporting/figures/view';
import type { EditionModel } from '#app/reporting/publication/edition';
import type { Noted } from './noted.server';
import { printableExtract } from './printable';
import { most, summaryOf } from './summary';

/** Words of every script, so long that each bound is reached. */
const long: Readonly<Record<Language, string>> = {
  en: 'Connect the secondary schools of every district and train their teachers ', fr: 'Connecter les établissements secondaires de chaque district et former leurs enseignants ', es: 'Conectar las escuelas secundarias de cada distrito y formar a sus docentes ',
  ar: 'ربط المدارس الثانوية في كل مقاطعة وتدريب معلميها ومعلماتها ', ru: 'Подключить средние школы каждого района и обучить их преподавателей ', zh: '连接每个地区的中学并培训其教师，',
};
const parts: Readonly<Partial<Record<FigureKey, readonly string[]>>> = {
  standing: ['reached_on_time', 'reached_late', 'on_track', 'at_risk', 'off_track', 'not_reached', 'stale'], rungs: ['self_reported', 'evidence_attached', 'secretariat_checked', 'independently_verified', 'contested'], ladder: ['pledged', 'committed', 'disbursed'],
  total_a: ['stands', 'reduced'], total_b: ['once', 'same_money', 'passes_through', 'unmatched'], total_c: ['confirmed', 'differs', 'contested', 'no_record'], members: ['government', 'foundation'], work: ['endorsements', 'sessions', 'decisions_adopted'],
};

function figureOf(key: FigureKey): StoredFigure {
  const money = definitions[key].measure === 'money';
  const rows = (parts[key] ?? ['CONNDECL P1.1']).map((part, at) => ({ part, value: money ? `${987654321012 - at * 123456789012}.55` : String(98765 - at * 1000), count: 98765 - at * 1000, currency: null, first: null }));
  const effect = money ? '-123456789012.345678' : '-12345';
  const difference = (part: string) => ({ part, currency: null, before: money ? '987654321012' : '98765', after: money ? '987654321012' : '98765', difference: effect, new: effect, changed: effect, withdrawn: effect, restated: effect, rate: effect });
  return {
    key, name: key, subject: null, number: definitions[key].number, currency: definitions[key].currency, as_of: '2026-01-31', names: {}, definition: definitions[key], verification: null, rows, reporting: 88888, expected: 98765, missing: 9877,
    difference: { against: { ref: 'RPT-2025', year: 2025, as_of: '2025-01-31', sha256: 'a'.repeat(64) }, rows: [...rows.map(({ part }) => difference(part)), difference('')] },
  };
}

/** A report that holds more of everything than fits. */
function edition(language: Language): EditionModel {
  const t = textFor(language, 'reporting');
  const figures = figureKeys.map(figureOf).map((stored) => ({ id: stored.key, stored, view: viewOf(stored, { t, language, sha256: 'a'.repeat(64) }), records: 98765, chapter: 2 }));
  const address = `https://reports.example/${language}/reports/RPT-GLOBAL-2026/editions/12`;
  const publisher = long[language].repeat(2).trim();
  return {
    id: 'report', ref: 'RPT-GLOBAL-2026', number: 12, year: 2026, coalition_id: 'coalition', language, authoritative: 'en', title: long[language].repeat(2).trim(), titleLanguage: language, summary: long[language].repeat(10), publisher, publisherLanguage: language, licence: 'CC-BY-NC-SA-3.0-IGO',
    publishedOn: '2026-05-04', asOf: '2026-01-31', snapshot: { id: 'snapshot', sha256: 'a'.repeat(64) }, figures, languages, address, citation: `${publisher} (2026). ${long[language].repeat(2)} ${address}`,
    chapters: Array.from({ length: 40 }, (_, at) => ({ id: `chapter-${at + 1}`, number: at + 1, heading: long[language].repeat(3), about: null, language, machine: false, outdated: false, signed_off_on: null, pieces: [] })),
    corrections: { corrected_by: 13, errata: [{ id: 'erratum', section_id: null, position: 2, figure_key: null, words: long[language], language }] }, issues: [],
  };
}

const noted = (language: Language): Noted[] => (['provisional', 'adopted'] as const).map((status) => ({
  status, total: 4321, latest: Array.from({ length: most.decisions }, (_, at) => ({ ref: `D-2026-${1000 + at}`, text: long[language].repeat(20), on: '2026-01-31' })),
}));
const telling = (language: Language) => ({ t: textFor(language, 'reporting'), press: textFor(language, 'document'), demo: true });
const summary = (language: Language) => summaryOf(edition(language), noted(language), { t: textFor(language, 'reporting'), language, named: 12 });

describe.each(languages)('EX-4 the summary of a report that holds too much, in %s', (language) => {
  it('has at most two pages, and all of its parts', async () => {
    const document = printableExtract(summary(language), edition(language), telling(language));
    const { numPages } = await getDocument({ data: Uint8Array.from(await renderPdf(document)), verbosity: 0 }).promise;
    expect(document.sections).toHaveLength(6);
    expect(numPages).toBeLessThanOrEqual(2);
  });
});

it('EX-4 says how many there are of what it leaves out', () => {
  const words = JSON.stringify(summary('en'));
  for (const said of ['3 of 4,321', 'all 40 chapters', '…']) expect(words).toContain(said);
});

it('tells what moved, effect by effect, and how many are on track then and now', () => {
  const words = JSON.stringify(summary('en'));
  for (const said of ['Commitments: 98,765 in 2025, 98,765 now. Why: New -12,345, Changed -12,345,', 'What was announced: USD 988 billion in 2025', 'Rates USD -123 billion', 'Reached or on track: 296,295 of 691,355 in 2025']) expect(words).toContain(said);
});

it('EX-6 leaves out what nobody has to decide', () => {
  expect(summaryOf(edition('en'), [], { t: textFor('en', 'reporting'), language: 'en', named: undefined }).parts.map(({ id }) => id)).toEqual(['found', 'money', 'moved', 'gaps', 'further']);
});
