import { posix } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { direction, languages } from '#app/languages/language';
import { unzipped } from '#app/platform/zip';
import type { PrintedDocument } from '../document';
import { exampleReport } from '../example';
import { renderWord } from './word.server';

const textsOf = (docx: Uint8Array): Map<string, string> => new Map([...unzipped(docx)].map(([name, content]) => [name, content.toString()]));
const bodyOf = (docx: Uint8Array): string => textsOf(docx).get('word/document.xml') ?? '';
const pieces = (xml: string, element: string): string[] => xml.match(new RegExp(`<w:${element}[ >].*?</w:${element}>`, 'gs')) ?? [];
const said = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1] ?? '').join('');
/** Paragraphs with the level of their heading; 0 is text. */
const outline = (xml: string): { level: number; text: string }[] =>
  pieces(xml, 'p').flatMap((one) => { const level = Number(/<w:pStyle w:val="Heading(\d)"/.exec(one)?.[1] ?? 0); return level === 0 ? [] : [{ level, text: said(one) }]; });
const tags = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA', ru: 'ru-RU', zh: 'zh-CN' } as const;

describe.each(languages)('the Word file in %s', async (language) => {
  const report = exampleReport(language, 60);
  const docx = await renderWord(report);
  const texts = textsOf(docx);
  const body = bodyOf(docx);

  test('is whole: every part is XML and has a type, every relation leads to a part, every link to a place', () => {
    const types = texts.get('[Content_Types].xml') ?? '';
    for (const [name, xml] of texts) {
      expect(XMLValidator.validate(xml), name).toBe(true);
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split('.').at(-1)}"`), name).toBe(true);
    }
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'Relationship' });
    const known = new Map<string, string[]>();
    for (const [name, xml] of [...texts].filter(([one]) => one.endsWith('.rels'))) {
      const { Relationships } = parser.parse(xml) as { Relationships: { Relationship?: { '@_Id': string; '@_Target': string; '@_TargetMode'?: string }[] } | '' };
      const links = Relationships === '' ? [] : Relationships.Relationship ?? [];
      const folder = posix.dirname(posix.dirname(name));
      for (const link of links.filter((one) => one['@_TargetMode'] !== 'External')) expect([...texts.keys()], `${name}: ${link['@_Target']}`).toContain(posix.join(folder, link['@_Target'].replace(/^\//, '')));
      known.set(posix.join(folder, posix.basename(name, '.rels')), links.map((one) => one['@_Id']));
    }
    for (const [name, xml] of texts) for (const [, id] of xml.matchAll(/ r:(?:id|embed)="([^"]+)"/g)) expect(known.get(name), `${name} ${id ?? ''}`).toContain(id);
    const places = [...body.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map((found) => found[1]);
    for (const [, anchor] of body.matchAll(/w:anchor="([^"]+)"/g)) expect(places).toContain(anchor);
    const numbers = [...body.matchAll(/<w:bookmarkStart[^>]*w:id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('has real headings, one step deeper at most, and contents that name the chapters', () => {
    const found = outline(body);
    expect(found.filter(({ level }) => level === 1).map(({ text }) => text)).toEqual(report.sections.map(({ number, heading }) => `${number}  ${heading}`));
    for (const [at, { level }] of found.entries()) expect(level).toBeLessThanOrEqual((found[at - 1]?.level ?? 0) + 1);
    expect(pieces(body, 'hyperlink').filter((one) => one.includes('w:anchor')).map(said)).toEqual(report.sections.map(({ number, heading }) => `${number}  ${heading}`));
    expect(body).toContain('TOC \\o');
  });

  test('repeats the header row of every table, and says what each table shows', () => {
    const tables = pieces(body, 'tbl');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const [header = '', ...rows] = pieces(table, 'tr');
      expect(header).toContain('<w:tblHeader/>');
      expect(rows.some((row) => row.includes('tblHeader'))).toBe(false);
      expect(/<w:tblDescription w:val="([^"]+)"/.exec(table)?.[1]).toBeTruthy();
      expect(table.includes('<w:bidiVisual/>')).toBe(direction(language) === 'rtl');
    }
  });

  test('names the language of every run, and the direction of every paragraph', () => {
    const runs = pieces(body, 'r').filter((run) => run.includes('<w:t '));
    for (const run of runs.filter((one) => !one.includes('w:instrText'))) {
      expect(run).toContain(`<w:lang w:val="${tags[language]}"`);
      expect(run.includes('<w:rtl/>')).toBe(direction(language) === 'rtl');
    }
    const lines = pieces(body, 'p').filter((one) => one.includes('<w:t '));
    expect(lines.every((one) => one.includes('<w:bidi/>') === (direction(language) === 'rtl'))).toBe(true);
    expect(texts.get('word/styles.xml')).toContain(`<w:lang w:val="${tags[language]}"`);
    expect(texts.get('docProps/core.xml')).toContain(`<dc:language>${tags[language]}</dc:language>`);
    expect(texts.get('docProps/core.xml')).toContain(report.title);
  });

  test('is the same file each time', async () => {
    expect(Buffer.from(await renderWord(report)).equals(docx)).toBe(true);
    expect([...texts.values()].join('')).not.toContain(String(new Date().getFullYear()).concat('-', String(new Date().getMonth() + 1).padStart(2, '0')));
  });
});

const documentWith = (sections: PrintedDocument['sections']): PrintedDocument => ({ ...exampleReport('ar'), sections });

describe('what is written in another language than the document', () => {
  test('says so, and is read in its own direction', async () => {
    const body = bodyOf(await renderWord(documentWith([{ number: '1', heading: 'Money', language: 'en', blocks: [{ kind: 'paragraph', language: 'en', runs: [{ text: 'Paid in time.' }] }, { kind: 'notice', tone: 'plain', runs: [{ text: 'غير مترجم' }] }] }])));
    const lineOf = (text: string) => pieces(body, 'p').findLast((one) => said(one).includes(text)) ?? '';
    for (const text of ['Money', 'Paid in time.']) expect([lineOf(text).includes('w:val="en-GB"'), lineOf(text).includes('<w:bidi/>')]).toEqual([true, false]);
    expect([lineOf('غير مترجم').includes('w:val="ar-SA"'), lineOf('غير مترجم').includes('<w:bidi/>')]).toEqual([true, true]);
  });
});

describe('nothing that is written breaks the file', () => {
  test('signs of XML, controls, halves of signs, empty blocks', async () => {
    const hostile = '<w:p>&amp;"\'\u0000\u000b\ud800\ufffe]]> {{x}}\nnext';
    const docx = await renderWord(documentWith([{ number: '', heading: hostile, lede: hostile, blocks: [
      { kind: 'paragraph', runs: [{ text: hostile, href: 'https://example.org/?a=1&b="2"' }, { text: '' }] }, { kind: 'list', ordered: true, start: 3, items: [[{ kind: 'paragraph', runs: [{ text: hostile }] }], []] }, { kind: 'list', ordered: false, items: [] },
      { kind: 'table', number: '', caption: hostile, columns: [{ label: hostile, numeric: true }], rows: [[hostile], []] }, { kind: 'table', number: '', caption: '', columns: [], rows: [] },
      { kind: 'figure', number: '', finding: hostile, alt: '', source: '', asOf: '2026-01-31', reporting: '', picture: { kind: 'bars', bars: [{ label: hostile, value: '', share: Number.NaN }] } },
    ] }]));
    for (const [name, xml] of textsOf(docx)) expect(XMLValidator.validate(xml), name).toBe(true);
    expect(bodyOf(docx)).toContain('&lt;w:p&gt;&amp;amp;');
  });
});
