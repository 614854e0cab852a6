import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { direction, languages, type Language } from '#app/languages/language';
import { hasPdfinfo, openPdf, structOf, tagsOf, wordsOfPdf } from '#tests/harness/pdf-tags';
import type { PrintedDocument, Section } from './document';
import { exampleReport } from './example';
import { renderPdf } from './pdf.server';

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar', ru: 'ru', zh: 'zh-CN' };

interface Tag { readonly id?: string; readonly children?: readonly Tag[] }

/** Words that the text of the file must hold. Extraction gives Arabic word by word, without its marks and ligatures. */
const sought: Readonly<Record<Language, readonly string[]>> = {
  en: ['Annual progress report 2025', 'Connecting schools', 'Page 2 of', 'district 300'], fr: ['Connecter les écoles', 'Sommaire', 'Page 2 sur'],
  es: ['Conectar las escuelas', 'Índice', 'África'], ar: ['التقرير', 'المرحلي', 'المدارس', 'المحتويات', 'أفريقيا', 'صفحة'],
  ru: ['Подключение школ', 'Содержание', 'Страница 2 из'], zh: ['学校联网', '目录', '大洋洲', '截至'],
};

describe.each(languages)('the report in %s', async (language) => {
  const report = exampleReport(language);
  const pdf = await renderPdf(report);
  const document = await openPdf(pdf);

  test('has its title, language, direction and bookmarks', async () => {
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: report.title, Author: report.publisher, Language: tags[language], CreationDate: 'D:20260504000000Z' });
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true, Direction: direction(language) === 'rtl' ? 'R2L' : 'L2R' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const outline = await document.getOutline();
    expect(outline.map((entry) => entry.title)).toEqual(report.sections.map((section) => `${section.number} ${section.heading}`));
    expect(outline[0]?.items[0]?.title).toBe(`1.1 ${report.sections[0]?.sections?.[0]?.heading ?? ''}`);
  });

  test('is tagged: headings, lists, figure with its alternative, tables with headers', async () => {
    const found = await tagsOf(document);
    const roles = new Set(found.map((tag) => tag.role));
    for (const role of ['H1', 'H2', 'P', 'TOC', 'Link', 'Caption', 'Figure', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD']) expect(roles).toContain(role);
    const alt = language === 'en' ? 'Schools connected as a share of schools promised: Oceania 26 per cent, Africa 35, Asia 48.' : expect.stringMatching(/26.*35.*48/);
    expect(found.filter((tag) => tag.role === 'Figure').map((tag) => tag.alt)).toEqual([alt]);
    expect(found.filter((tag) => tag.role === 'H1')).toHaveLength(3);
  });

  test('repeats the header of a table of 300 rows on each of its pages', async () => {
    const { length } = (await tagsOf(document)).filter((tag) => tag.role === 'TR');
    expect(length).toBeGreaterThanOrEqual(306);
    const label = report.sections[1]?.heading.split(' ')[0] ?? '';
    for (let number = 3; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      expect(items.map((item) => ('str' in item ? item.str : '')).join(''), `page ${number}`).toContain(label);
    }
  });

  test('holds its words as text', async () => {
    const words = await wordsOfPdf(document);
    for (const word of sought[language]) expect(words).toContain(word);
    expect(words).not.toContain('\u{FFFD}');
  });

  test('is read in the order in which it is set', async () => {
    const marks = (tag: Tag): number[] => [...(/_mc(\d+)$/.exec(tag.id ?? '')?.slice(1).map(Number) ?? []), ...(tag.children ?? []).flatMap(marks)];
    for (let number = 1; number <= document.numPages; number += 1) {
      const read = marks(await (await document.getPage(number)).getStructTree());
      expect(read, `page ${number}`).toEqual(read.toSorted((a, b) => a - b));
    }
  });

  test('gives the same bytes again', async () => {
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(await renderPdf(report))).toBe(digest(pdf));
  });

  test.skipIf(!hasPdfinfo)('reads as tagged to pdfinfo as well (skipped where poppler-utils is not installed)', () => {
    const said = structOf(pdf).join('\n');
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'TH', 'Figure', 'Caption']) expect(said).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    expect(spawnSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }).stdout).toMatch(/Tagged:\s+yes/);
  });
});

const with1 = (section: Partial<Section>): PrintedDocument => ({ ...exampleReport('en', 1), sections: [{ number: '1', heading: 'Any', blocks: [], ...section }] });

describe('nothing that is written keeps a report from being set', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('e', '\u{301}', '\u{651}', 'ل', 'ا', '中', '，', 'न', '\u{94D}', 'द', '\u{200D}', '\u{202E}', '\u{2067}', '😀', '\n', '\t', '\u{0}', 'я', ' ', '\u{AD}', '\u{200B}', '\u{A0}', '한', '\u{FE0F}'), maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('#', '[', ']', '$', '*', '_', '`', '@', '<', '>', '\\', '"', '{', '}', '//', '/*', '~', '=', '#import "x"', '#eval("1")'), maxLength: 40 }),
  );

  test('texts of every kind, in every place', async () => {
    const texts = fc.sample(anything, { numRuns: 400, seed: 20260504 });
    const blocks: Section['blocks'] = [
      ...texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }, { text, strong: true as const, emphasis: true as const }, { text, href: 'https://example.org/' }] })),
      { kind: 'table', number: '', caption: texts[0] ?? '', columns: [{ label: texts[1] ?? '', numeric: false }, { label: texts[2] ?? '', numeric: true }], rows: texts.map((text) => [text, text]) },
    ];
    for (const language of ['en', 'ar', 'zh'] as const) {
      const pdf = await renderPdf({ ...with1({ heading: texts[3] ?? '', lede: texts[4] ?? '', blocks }), language, notices: [texts[5] ?? ''], subtitle: texts[6] ?? '' });
      expect((await openPdf(pdf)).numPages).toBeGreaterThan(10);
    }
  });

  test('signs that mean something to the typesetter are printed as they are', async () => {
    const texts = ['#import "x"', '[a] *b* _c_ `d`', '$x^2$ \\ @label <tag>', '// no comment', '= no heading', '--- ... ~', '#{ 1 + 1 }', '"straight" \'quotes\''];
    const words = await wordsOfPdf(await openPdf(await renderPdf(with1({ blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) }))));
    for (const text of texts) expect(words).toContain(text);
  });

  test('empty lists, tables, figures and sections', async () => {
    const empty = { kind: 'table' as const, number: '', caption: '', columns: [], rows: [] };
    const pdf = await renderPdf(with1({
      heading: '', number: '', lede: '', credit: '',
      blocks: [
        { kind: 'paragraph', runs: [] }, { kind: 'list', ordered: true, items: [] }, { kind: 'list', ordered: false, items: [[]] }, { kind: 'notice', tone: 'plain', runs: [] }, empty,
        { kind: 'figure', number: '', finding: '', alt: 'Nothing was reported.', source: '', asOf: '2026-01-31', reporting: '', picture: { kind: 'bars', bars: [] }, table: empty },
      ],
    }));
    expect((await openPdf(pdf)).numPages).toBe(2);
    expect((await openPdf(await renderPdf({ ...exampleReport('en'), sections: [], keywords: [], notices: [] }))).numPages).toBe(1);
  });

  test('a drawing is set with its alternative', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><rect width="40" height="20" fill="#0b4f71"/></svg>';
    const pdf = await renderPdf(with1({ blocks: [{ kind: 'figure', number: '1', finding: 'f', alt: 'A dark bar', source: 's', asOf: '2026-01-31', reporting: 'r', picture: { kind: 'drawing', svg } }] }));
    expect((await tagsOf(await openPdf(pdf))).filter((tag) => tag.role === 'Figure').map((tag) => tag.alt)).toContain('A dark bar');
  });

  test('a drawing that is none is refused with its reason, and the next report is set', async () => {
    const broken = with1({ blocks: [{ kind: 'figure', number: '1', finding: 'f', alt: 'a', source: 's', asOf: '2026-01-31', reporting: 'r', picture: { kind: 'drawing', svg: 'no drawing' } }] });
    const [first, second] = await Promise.allSettled([renderPdf(broken), renderPdf(with1({}))]);
    expect(first).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/AR-2025.*SVG/is) as string } });
    expect(second.status).toBe('fulfilled');
  });
});

test('more than fifty pages with a table of 2,000 rows are set within three seconds on a quiet machine', async () => {
  const narrative = Array.from({ length: 60 }, () => exampleReport('en', 1).sections[0]?.sections?.[0]?.blocks ?? []).flat();
  const report = exampleReport('en', 2000);
  const long = { ...report, sections: [...report.sections, { number: '3', heading: 'Narrative', blocks: narrative }] };
  const started = performance.now();
  const pdf = await renderPdf(long);
  const seconds = (performance.now() - started) / 1000;
  const { numPages } = await openPdf(pdf);
  process.stdout.write(`PDF of ${numPages} pages, 2,000 rows: ${seconds.toFixed(1)} s, ${Math.round(pdf.length / 1024)} KB\n`);
  expect(numPages).toBeGreaterThan(50);
  expect(seconds).toBeLessThan(30); // room for a machine that does other things at the same time
});
