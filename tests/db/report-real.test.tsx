import { createHash } from 'node:crypto';
import { XMLValidator } from 'fast-xml-parser';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { renderPdf } from '#app/document/pdf.server';
import { renderWord } from '#app/document/word/word.server';
import { direction, languages, type Language } from '#app/languages/language';
import { readReturnedBook } from '#app/open-data/imports/source/returned-book';
import { unzipped } from '#app/platform/zip';
import { tellingOf } from '#app/reporting/publication/about.server';
import { ChapterPage } from '#app/reporting/publication/chapter';
import { Cover } from '#app/reporting/publication/cover';
import type { EditionModel } from '#app/reporting/publication/edition';
import { findEdition } from '#app/reporting/publication/edition.server';
import { editionPackage } from '#app/reporting/publication/package.server';
import { printable } from '#app/reporting/publication/printable';
import { editionBook } from '#app/reporting/publication/spreadsheet.server';
import { realFilesMissing } from '#db/reference/real-files';
import { markupOf } from '#tests/harness/markup';
import { hasPdfinfo, languagesOfPdf, openPdf, structOf, tagsOf, wordsOfPdf } from '#tests/harness/pdf-tags';
import { tracesOf, untraced, wordsOfPage, wordsOfWord, type Traces } from '#tests/harness/tracing';
import { openRealReport, written, type RealReport } from './real-report-world';

let report: RealReport;
let sql: postgres.Sql;
const gathered = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
const pdfTags: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr', ar: 'ar' };
const wordTags: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-SA' };

/** Every form of the report in one language, each made once. */
interface Forms {
  readonly edition: EditionModel;
  readonly traces: Traces;
  readonly pages: readonly string[];
  readonly pdf: Uint8Array;
  readonly word: ReadonlyMap<string, Buffer>;
  readonly book: Buffer;
  readonly data: ReadonlyMap<string, Buffer>;
}

async function formsIn(language: Language): Promise<Forms> {
  const found = await findEdition(anyone, report.ref, undefined, { language, now: report.now }, 'https://reports.example');
  if (found === undefined) throw new Error('the report is not out');
  const { edition } = found;
  const telling = tellingOf(edition, true);
  const paper = printable(edition, telling);
  return {
    edition, traces: await tracesOf(sql, report.ref, language),
    pages: [markupOf(<article><Cover edition={edition} named={undefined} /></article>, language), ...edition.chapters.map((chapter) => markupOf(<ChapterPage edition={edition} chapter={chapter} named={undefined} />, language))],
    pdf: await renderPdf(paper), word: unzipped(await renderWord(paper)), book: await gathered(editionBook(edition, telling)), data: unzipped(await gathered(editionPackage(edition, telling))),
  };
}

describe.skipIf(realFilesMissing !== null)(`the annual report over what others published${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  const forms = new Map<Language, Forms>();
  const of = (language: Language) => forms.get(language)!;
  beforeAll(async () => {
    report = await openRealReport();
    sql = postgres(report.ownerUrl, { max: 2, onnotice: () => undefined });
    for (const language of written) forms.set(language, await formsIn(language));
  // Everything once, while other tests may run beside it.
  }, 900_000);
  afterAll(async () => {
    await sql?.end();
    await report?.close();
  });

  it('counts what was imported beside what was told', () => {
    const { edition } = of('en');
    const rows = (key: string) => edition.figures.find(({ stored }) => stored.key === key)?.stored.rows ?? [];
    expect(rows('standing').reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(900);
    expect(edition.chapters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  describe.each(written)('in %s', (language) => {
    it('traces every number on its pages, on paper, in Word and in its spreadsheet', async () => {
      const { pages, pdf, word, book, traces } = of(language);
      for (const [at, page] of pages.entries()) expect(untraced(wordsOfPage(page.includes('<article') ? page : `<article>${page}</article>`), language, traces), `page ${at}`).toEqual([]);
      expect(untraced(wordsOfWord(String(word.get('word/document.xml'))), language, traces)).toEqual([]);
      const document = await openPdf(pdf);
      expect(untraced(await torn(document), language, traces, document.numPages)).toEqual([]);
      const sheets = await readReturnedBook(book);
      const [about = '', figures = ''] = (sheets.ok ? sheets.value.slice(0, 2) : []).map(({ table }) => (table.ok ? table.value.records.flatMap(({ cells }) => Object.values(cells)).join('\n') : ''));
      expect([...untraced(about, language, traces), ...untraced(figures, 'en', traces)]).toEqual([]);
    });

    it('is a tagged PDF: headings in order, tables with headers, figures with what they show, every sign drawn', async () => {
      const { edition, pdf } = of(language);
      const document = await openPdf(pdf);
      expect((await document.getMetadata()).info).toMatchObject({ Title: edition.title, Language: pdfTags[language] });
      expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true, Direction: direction(language) === 'rtl' ? 'R2L' : 'L2R' });
      const tags = await tagsOf(document);
      const levels = tags.flatMap(({ role }) => { const level = Number(/^H(\d)$/.exec(role)?.[1] ?? 0); return level === 0 ? [] : [level]; });
      expect(levels.filter((level) => level === 1)).toHaveLength(edition.chapters.length + 1); // and the contents
      for (const [at, level] of levels.entries()) expect(level, `heading ${at}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      const figures = tags.filter(({ role }) => role === 'Figure');
      // What nothing was counted for has words, and no picture.
      expect(figures.length).toBeGreaterThanOrEqual(edition.chapters.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'figure' && piece.figure.bars.length > 0)).length);
      for (const { alt } of figures) expect((alt ?? '').length).toBeGreaterThan(10);
      expect(await wordsOfPdf(document)).not.toContain('\u{FFFD}');
    });

    it.skipIf(!hasPdfinfo)('passes poppler’s reading of its structure (skipped where poppler-utils is not installed)', () => {
      const lines = structOf(of(language).pdf);
      expect(faultsOfStruct(lines)).toEqual([]);
      expect(lines.filter((line) => /^\s*TH\b/.test(line)).length).toBeGreaterThan(10);
    });

    it('is a Word file that is whole: XML, headings, header rows, the language of every passage', () => {
      const { edition, word } = of(language);
      for (const [name, content] of word) expect(XMLValidator.validate(content.toString()), name).toBe(true);
      const body = String(word.get('word/document.xml'));
      const paragraphs = body.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
      const levels = paragraphs.flatMap((one) => { const level = Number(/<w:pStyle w:val="Heading(\d)"/.exec(one)?.[1] ?? 0); return level === 0 ? [] : [level]; });
      expect(levels.filter((level) => level === 1)).toHaveLength(edition.chapters.length);
      for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
      expect(tables.length).toBeGreaterThan(6);
      for (const table of tables) expect(/<w:tr[ >].*?<\/w:tr>/s.exec(table)?.[0]).toContain('<w:tblHeader');
      const runs = (body.match(/<w:r>.*?<\/w:r>|<w:r .*?<\/w:r>/gs) ?? []).filter((run) => run.includes('<w:t'));
      expect(runs.filter((run) => !/<w:lang /.test(run)).slice(0, 3)).toEqual([]);
      expect(runs.filter((run) => run.includes(`w:val="${wordTags[language]}"`) || run.includes(`w:bidi="${wordTags[language]}"`)).length).toBeGreaterThan(200);
    });

    it('says the language of every passage that is in another one', () => {
      const { edition, pages, word, pdf } = of(language);
      expect(edition.chapters.map((chapter) => chapter.language)).toEqual(edition.chapters.map(({ number }) => (language === 'ar' && number === 4 ? 'en' : language)));
      const other = language === 'en' ? 'fr' : 'en';
      // The reply is French, the clauses that were imported are named in English alone.
      const reply = /<span lang="([a-z]+)" dir="ltr">Nous avons rendu compte/.exec(pages[2] ?? '')?.[1];
      expect(reply).toBe(language === 'fr' ? undefined : 'fr');
      expect(/<th scope="row"><span lang="en" dir="ltr">/.test(pages[2] ?? '')).toBe(language !== 'en');
      expect(String(word.get('word/document.xml'))).toContain(`w:val="${wordTags[other]}"`);
      expect(languagesOfPdf(pdf)).toContain(pdfTags[other]);
    });

    it('is a workbook and a data package that agree with the seal', async () => {
      const { edition, book, data } = of(language);
      const sheets = await readReturnedBook(book);
      expect(sheets.ok && sheets.value.length).toBeGreaterThan(5);
      expect(createHash('sha256').update(data.get('snapshot.txt') ?? '').digest('hex')).toBe(edition.snapshot.sha256);
      const described = JSON.parse(String(data.get('datapackage.json'))) as { licenses: { name: string }[]; resources: { path: string; hash: string }[] };
      expect(described.licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0']);
      for (const { path, hash } of described.resources) expect(`sha256:${createHash('sha256').update(data.get(path) ?? '').digest('hex')}`, path).toBe(hash);
    });
  });

  it('says in French that a chapter is out of date, and in Arabic that one is not translated', () => {
    expect(of('fr').edition.chapters.map(({ outdated }) => outdated)).toEqual([false, false, false, false, false, false, true]);
    expect(of('fr').pages[7]).toContain(`href="/en/reports/${report.ref}/chapters/7"`);
    expect(of('ar').pages[4]).toContain('<h1 lang="en" dir="auto">');
    expect(languages.length).toBe(6);
  });
});

/** Words of the pages as they lie on paper, torn at every piece. */
async function torn(document: Awaited<ReturnType<typeof openPdf>>): Promise<string> {
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('\n')));
  return pages.join('\n');
}

/** What is wrong with a structure as poppler prints it. */
function faultsOfStruct(lines: readonly string[]): string[] {
  let level = 0;
  return lines.flatMap((line, at): string[] => {
    const [, role = ''] = /^\s*([A-Za-z0-9]+)\b/.exec(line) ?? [];
    const near = lines.slice(at + 1, at + 12);
    const own = near.slice(0, Math.max(0, near.findIndex((one) => indent(one) <= indent(line))));
    const heading = Number(/^H(\d)$/.exec(role)?.[1] ?? 0);
    if (heading > 0) {
      const jumped = heading > level + 1;
      level = heading;
      return jumped ? [`${line.trim()} after H${level}`] : [];
    }
    return role === 'TH' && !own.some((one) => /Scope/.test(one)) ? [`a header without scope: ${line.trim()}`] : [];
  });
}
const indent = (line: string) => /^ */.exec(line)?.[0].length ?? 0;
