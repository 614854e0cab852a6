import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleReport } from './example';
import { fontCoverages } from './fonts.server';
import { typstSource } from './typst-source';
import type { PrintedDocument, Section } from './document';

const fonts = await fontCoverages();
const families = ['Noto Sans'];
const base = exampleReport('en', 1);
const read = (document: PrintedDocument): { flow: { kind: string; level?: number; text?: string; bars?: { share: number }[]; rows?: string[][] }[]; page: string[] } =>
  JSON.parse(typstSource(document, families, fonts).report) as ReturnType<typeof read>;
const withSections = (...sections: Section[]): PrintedDocument => ({ ...base, sections });

describe('what people write stays text', () => {
  test('the template is the same for every report', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(typstSource({ ...base, title: text, subtitle: text }, families, fonts).template).toBe(typstSource(base, families, fonts).template);
    }), { numRuns: 20 });
  });

  test('any printable text arrives in the report as it was written', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'#[]{}()*_$`@<>\\/~"\'=+-:;,.!?&%^|0aZ é'), maxLength: 28 });
    fc.assert(fc.property(signs, (text) => {
      const { flow } = read(withSections({ number: '', heading: `a${text}`, blocks: [{ kind: 'table', number: '', caption: text, columns: [{ label: text, numeric: false }], rows: [[text]] }] }));
      expect(flow[0]?.text).toBe(`a${text}`);
      expect(flow[1]?.rows).toEqual([[text]]);
    }));
  });

  test('a value that looks like a place for a value is not filled again', () => {
    const { flow } = read(withSections({ number: '', heading: '{number} $& {day}', blocks: [] }));
    expect(flow[0]?.text).toBe('{number} $& {day}');
  });
});

describe('the shape of a report', () => {
  test('no heading lies more than one step below the one before it', () => {
    const depths = fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 12 });
    fc.assert(fc.property(depths, (each) => {
      const { flow } = read(withSections({ number: '1', heading: 'x', blocks: each.map((depth) => ({ kind: 'heading', depth, text: 'y' })), sections: [{ number: '1.1', heading: 'z', blocks: [] }] }));
      const levels = flow.map((block) => block.level ?? 0);
      levels.forEach((level, index) => expect(level).toBeLessThanOrEqual(Math.min(6, (levels[index - 1] ?? 0) + 1)));
      expect(levels.at(-1)).toBe(2);
    }));
  });

  test('a heading without a word is left out, a title without one becomes the reference', () => {
    const empty: PrintedDocument = { ...withSections({ number: '1', heading: ' \u{200B}', blocks: [] }), title: '\n' };
    expect(read(empty).flow).toEqual([]);
    expect(JSON.parse(typstSource(empty, families, fonts).report)).toMatchObject({ title: 'AR-2025' });
  });

  test('a bar never leaves its frame', () => {
    const bars = [-1, 0.5, 3, Number.NaN].map((share) => ({ label: 'a', value: 'b', share }));
    const { flow } = read(withSections({ number: '', heading: 'x', blocks: [{ kind: 'figure', number: '1', finding: 'f', alt: 'a', source: 's', asOf: '2026-01-31', reporting: 'r', picture: { kind: 'bars', bars } }] }));
    expect(flow[1]?.bars?.map((bar) => bar.share)).toEqual([0, 0.5, 1, 0]);
  });

  test('a short row is filled, a long one cut to the columns', () => {
    const columns = [{ label: 'a', numeric: false }, { label: 'b', numeric: true }];
    const { flow } = read(withSections({ number: '', heading: 'x', blocks: [{ kind: 'table', number: '', caption: 'c', columns, rows: [['1'], ['1', '2', '3']] }] }));
    expect(flow[1]?.rows).toEqual([['1', ''], ['1', '2']]);
  });

  test('the words around a page number are kept apart', () => {
    expect(read(base).page).toEqual(['Page ', ' of ', '']);
  });
});
