import { BookmarkEnd, BookmarkStart, BorderStyle, ExternalHyperlink, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from 'docx';
import { formatDate } from '#app/languages/format';
import { direction, type Language } from '#app/languages/language';
import { printableInXml } from '#app/platform/xml-text';
import { columnWidths } from '../column-widths';
import type { Bars, Block, Figure, List, PrintWords, Run, Table as PrintedTable } from '../document';
import { DescribedTable } from './elements';
import { colours, languageMark, measure, rules, toTheRight } from './look';

/** What is written in reading order. */
export type Written = Paragraph | Table;

/** The pen: in which language it writes, and what it has counted so far. */
export interface Pen {
  readonly language: Language;
  readonly words: PrintWords;
  /** Numberings of ordered lists, each beginning where it was told. */
  readonly lists: { readonly reference: string; readonly start: number }[];
  /** Headings that the contents name. */
  readonly places: { readonly id: string; readonly text: string; readonly language: Language }[];
}

interface Style {
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly link?: boolean;
  readonly color?: string;
}

/** A stretch of text on one line, with its language. Neither Arabic nor Chinese slants its letters. */
export function runOf(text: string, language: Language, { strong, emphasis = false, link = false, color }: Style = {}, breaks = 0): TextRun {
  const slanted = emphasis && language !== 'ar' && language !== 'zh';
  return new TextRun({
    text: printableInXml(text), language: languageMark(language), ...(direction(language) === 'rtl' ? { rightToLeft: true } : {}), ...(link ? { style: 'Hyperlink' } : {}), ...(color === undefined ? {} : { color }),
    ...(strong !== undefined || (emphasis && !slanted) ? { bold: strong !== false } : {}), ...(slanted ? { italics: true } : {}), ...(breaks === 0 ? {} : { break: breaks }),
  });
}

/** Words in another language than their paragraph's, kept together in their own direction (LRI, RLI, PDI). */
export function spokenIn(text: string, of: Language | undefined, language: Language, style: Style = {}, breaks = 0): TextRun {
  const turned = of !== undefined && direction(of) !== direction(language);
  return runOf(turned ? `${direction(of) === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069` : text, of ?? language, style, breaks);
}

const runsOf = (runs: readonly Run[], language: Language): ParagraphChild[] => runs.flatMap(({ text, href, strong, emphasis, language: of }): ParagraphChild[] => {
  const lines = text.split('\n').map((part, at) => spokenIn(part, of, language, { strong, emphasis, link: href !== undefined }, at === 0 ? 0 : 1));
  return href === undefined ? lines : [new ExternalHyperlink({ link: href, children: lines })];
});

export const paragraph = (children: readonly ParagraphChild[], language: Language, more: Omit<IParagraphOptions, 'children' | 'text'> = {}): Paragraph =>
  new Paragraph({ ...(direction(language) === 'rtl' ? { bidirectional: true } : {}), ...more, children: [...children] });

export const line = (text: string, style: string, language: Language): Paragraph => paragraph([runOf(text, language)], language, { style });

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/** A heading of the outline; those of the first level are places that the contents lead to. */
export function headingOf(text: string, level: number, number: string, language: Language, pen: Pen): Paragraph {
  const said = runOf(text, language);
  const children: ParagraphChild[] = number === '' ? [said] : [runOf(`${number}  `, pen.language, { color: colours.accent }), said];
  const heading = levels[Math.min(level, levels.length) - 1] ?? HeadingLevel.HEADING_6;
  if (level > 1) return paragraph(children, language, { heading });
  const at = pen.places.length + 1;
  const id = `_Toc${String(at).padStart(8, '0')}`;
  pen.places.push({ id, text: number === '' ? text : `${number}  ${text}`, language });
  return paragraph([new BookmarkStart(id, at), ...children, new BookmarkEnd(at)], language, { heading, ...(at === 1 ? { pageBreakBefore: true } : {}) });
}

export function blockOf(block: Block, level: number, pen: Pen, depth = 0): Written[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(runsOf(block.runs, block.language ?? pen.language), block.language ?? pen.language)];
    case 'heading':
      return [headingOf(block.text, level + Math.max(1, block.depth), '', block.language ?? pen.language, pen)];
    case 'notice':
      return [noticeOf(runsOf(block.runs, pen.language), pen.language, block.tone === 'correction' ? colours.correction : colours.accent)];
    case 'list':
      return listOf(block, level, pen, depth);
    case 'figure':
      return figureOf(block, pen);
    case 'table':
      return tableOf(block, pen);
  }
}

/** Set off by a rule at the side where reading starts. */
export function noticeOf(children: readonly ParagraphChild[], language: Language, color: string): Paragraph {
  const bar = { style: BorderStyle.SINGLE, size: 24, color, space: 8 };
  return paragraph(children, language, { style: 'Notice', border: direction(language) === 'rtl' ? { right: bar } : { left: bar }, indent: { start: 200 } });
}

function listOf(list: List, level: number, pen: Pen, depth: number): Written[] {
  const reference = list.ordered ? `list-${pen.lists.length + 1}` : 'bullets';
  if (list.ordered) pen.lists.push({ reference, start: list.start ?? 1 });
  return list.items.flatMap((item) => item.flatMap((block, at): Written[] => {
    if (block.kind !== 'paragraph') return blockOf(block, level, pen, depth + 1);
    const language = block.language ?? pen.language;
    const where = at === 0 ? { numbering: { reference, level: depth } } : { indent: { start: 360 * (depth + 1) } };
    return [paragraph(runsOf(block.runs, language), language, { ...where, spacing: { after: 60 } })];
  }));
}

const fill = (pattern: string, name: string, value: string): string => pattern.replace(`{${name}}`, () => value);

/** The finding, the bars, where they come from, and the same numbers as a table. */
function figureOf(figure: Figure, pen: Pen): Written[] {
  const { language, words } = pen;
  const source = [fill(words.source, 'source', figure.source), fill(words.asOf, 'day', formatDate(language, figure.asOf)), figure.reporting].filter((part) => part !== '').join(language === 'zh' ? '' : ' ');
  return [
    paragraph([runOf(`${fill(words.figure, 'number', figure.number)} ${figure.finding}`, language)], language, { style: 'Caption', border: { top: { ...rules.heavy, size: 6, space: 8 } } }),
    ...(figure.description === undefined ? [] : [line(figure.description, 'FigureAbout', language)]),
    ...(figure.picture.kind === 'bars' ? barsOf(figure.picture, language) : []),
    ...(figure.table === undefined ? [] : tableOf(figure.table, pen)),
    line(source, 'Source', language),
  ];
}

/** Bars are shaded lines as long as their share: they print, scale and turn around with the text, and who does not see them reads label and number. */
function barsOf({ bars }: Bars, language: Language): Written[] {
  return bars.flatMap((bar) => {
    const whole = bar.whole === undefined || bar.whole === bar.share ? [] : [barOf(bar.whole, colours.pale)];
    return [paragraph([spokenIn(bar.label, bar.language, language), runOf('  ', language), runOf(bar.value, language, { strong: true })], language, { style: 'BarLabel' }), barOf(bar.share, colours.accent), ...whole];
  });

  function barOf(share: number, color: string): Paragraph {
    const length = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
    const shown = length === 0 ? {} : { shading: { type: 'clear' as const, color: 'auto', fill: color } };
    return paragraph([], language, { style: 'Bar', ...shown, indent: { end: Math.min(measure - 20, Math.round((1 - length) * measure)) } });
  }
}

/** Header cells are repeated on every page; a row is not torn apart. */
function tableOf(table: PrintedTable, pen: Pen): Written[] {
  const { language, words } = pen;
  const cells = (row: readonly string[]) => table.columns.map((_, at) => row[at] ?? '');
  const header = cells(table.columns.map(({ label }) => label));
  const rows = table.rows.map(cells);
  const total = table.total === undefined ? [] : [cells(table.total)];
  const widths = widthsOf(columnWidths(table.columns, [header, ...rows, ...total]));
  const rowOf = (texts: readonly string[], kind: 'header' | 'row' | 'total', first?: Language) => new TableRow({
    cantSplit: true, ...(kind === 'header' ? { tableHeader: true } : {}),
    children: texts.map((text, at) => new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA }, borders: edges[kind],
      children: [paragraph([spokenIn(text, at === 0 ? first : undefined, language, kind === 'row' ? {} : { strong: true })], language, { style: 'TableText', ...(table.columns[at]?.numeric === true ? { alignment: toTheRight(language) } : {}), ...(kind === 'header' ? { keepNext: true } : {}) })],
    })),
  });
  if (table.columns.length === 0) return [];
  const label = table.number === '' ? '' : `${fill(words.table, 'number', table.number)} `;
  return [
    paragraph([runOf(label, language), runOf(table.caption, language, { strong: false, color: colours.muted })], language, { style: 'Caption' }),
    new DescribedTable({
      rows: [rowOf(header, 'header'), ...rows.map((row, at) => rowOf(row, 'row', table.rowLanguages?.[at])), ...total.map((row) => rowOf(row, 'total'))], columnWidths: widths, width: { size: measure, type: WidthType.DXA }, layout: TableLayoutType.FIXED,
      borders: { top: rules.none, bottom: rules.none, left: rules.none, right: rules.none, insideHorizontal: rules.none, insideVertical: rules.none },
      margins: { left: 60, right: 60 }, ...(direction(language) === 'rtl' ? { visuallyRightToLeft: true } : {}),
    }, printableInXml(`${label}${table.caption}`)),
    ...(table.note === undefined ? [] : [line(table.note, 'Source', language)]),
  ];
}

const edges = {
  header: { top: rules.none, left: rules.none, right: rules.none, bottom: rules.heavy }, row: { top: rules.none, left: rules.none, right: rules.none, bottom: rules.light },
  total: { top: rules.heavy, left: rules.none, right: rules.none, bottom: rules.heavy },
} as const;

/** Shares of the line; a column of numbers that is as wide as its content elsewhere gets what twelve signs need. */
function widthsOf(given: readonly (number | null)[]): number[] {
  const shares = given.map((one) => one ?? 14);
  const all = shares.reduce((sum, one) => sum + one, 0);
  return shares.map((one) => Math.floor((one / all) * measure));
}
