import { formatDate } from '#app/languages/format';
import { direction, type Language } from '#app/languages/language';
import { columnWidths, longestInCell } from './column-widths';
import type { Block, Figure, List, PrintWords, PrintedDocument, Run, Section, Table } from './document';
import type { Coverage } from './font-coverage';
import { headingSteps } from './heading-steps';
import { blank, printable, withBreaks, withoutNeedlessIsolates } from './printable-text';
import template from './report.typ?raw';

/**
 * What Typst is given: a template that never changes, and the report as JSON that the template reads as values. Nothing a
 * person wrote ever becomes code, so nothing needs escaping and no text can change the page around it.
 */
export interface TypstSource {
  readonly template: string;
  /** The value of `sys.inputs.report`. */
  readonly report: string;
}

/** `families` names the fonts by preference, `coverages` says what each of them can draw. */
export function typstSource(document: PrintedDocument, families: readonly string[], coverages: readonly Coverage[]): TypstSource {
  const press: Press = { language: document.language, words: document.words, print: (text) => printable(direction(document.language) === 'ltr' ? withoutNeedlessIsolates(text) : text, coverages) };
  const { print, words } = press;
  const day = (date: string): string => formatDate(press.language, date);
  const facts: readonly (readonly [string, string])[] = [
    [words.reference, document.ref],
    [words.version, document.version],
    [words.publishedOn, day(document.publishedOn)],
    [words.figuresAsOf, day(document.asOf)],
  ];
  const report = {
    language: press.language, region: regions[press.language], dir: direction(press.language), families,
    title: first(prose(document.title, press), print(document.ref), '–'), subtitle: prose(document.subtitle, press), publisher: prose(document.publisher, press),
    brief: document.form === 'brief',
    passages: { title: passageOf(document.titleLanguage, press), publisher: passageOf(document.publisherLanguage, press) }, ref: print(document.ref), keywords: document.keywords.map(print),
    published: document.publishedOn.split('-').map(Number),
    facts: facts.filter(([, value]) => value !== '').map((fact) => fact.map((text) => prose(text, press))),
    notices: document.notices.map((notice) => prose(notice, press)), imprint: (document.imprint ?? []).map((text) => prose(text, press)),
    contents: print(words.contents),
    page: words.page.split(/\{pages?\}/).map(print),
    flow: stepwise(document.sections.flatMap((section) => sectionFlow(section, 1, press))),
  };
  return { template, report: JSON.stringify(report) };
}

interface Press {
  readonly language: Language;
  readonly words: PrintWords;
  /** Leaves only what the fonts can draw. */
  readonly print: (text: string) => string;
}

/** One thing on the page in reading order; `report.typ` has a function for each kind, which reads the other fields. */
interface Printed {
  readonly kind: string;
  readonly level?: number;
  readonly [field: string]: unknown;
}

/** Region of the language where it decides how lines are set: the punctuation of mainland Chinese. */
const regions: Readonly<Record<Language, string | null>> = { en: 'gb', fr: null, es: null, ar: null, ru: null, zh: 'cn' };
/** What sets a passage apart that is in another language than the document. */
const passage = ({ language }: { readonly language?: Language | undefined }, press: Press): object => (language === undefined || language === press.language ? {} : { passage: passageOf(language, press) });
const passageOf = (language: Language | undefined, press: Press): object => { const of = language ?? press.language; return { lang: of, region: regions[of], dir: direction(of) }; };
const longestInProse = 30;
const deepestHeading = 6;

/** The first text that is not empty: a tagged file is refused when its title or a heading is. */
const first = (...texts: readonly string[]): string => texts.find((text) => !blank(text)) ?? '';
const prose = (text: string, press: Press): string => withBreaks(press.print(text), longestInProse);
const fill = (pattern: string, name: string, value: string): string => pattern.replace(`{${name}}`, () => value);

function sectionFlow(section: Section, level: number, press: Press): Printed[] {
  const line = (kind: string, text: string | undefined): Printed[] => (text === undefined || text === '' ? [] : [{ kind, text: prose(text, press) }]);
  return [
    { kind: 'heading', level, number: first(press.print(section.number)), text: prose(section.heading, press), ...passage(section, press) },
    ...line('lede', section.lede).map((lede) => ({ ...lede, ...passage(section, press) })),
    ...line('credit', section.credit),
    ...section.blocks.map((block) => blockFlow(block, level, press)),
    ...(section.sections ?? []).flatMap((inner) => sectionFlow(inner, level + 1, press)),
  ];
}

/** An outline without jumps; a heading without a word has no part in it. */
function stepwise(flow: readonly Printed[]): Printed[] {
  const step = headingSteps();
  return flow.filter((block) => block.kind !== 'heading' || !blank(String(block['text'])))
    .map((block) => (block.level === undefined ? block : { ...block, level: Math.min(step(block.level), deepestHeading) }));
}

function blockFlow(block: Block, level: number, press: Press): Printed {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', runs: runsFlow(block.runs, press), ...passage(block, press) };
    case 'heading':
      return { kind: 'heading', level: level + Math.max(1, block.depth), number: '', text: prose(block.text, press), ...passage(block, press) };
    case 'notice':
      return { kind: 'notice', tone: block.tone, runs: runsFlow(block.runs, press) };
    case 'list':
      return listFlow(block, level, press);
    case 'figure':
      return figureFlow(block, press);
    case 'table':
      return tableFlow(block, press);
  }
}

const runsFlow = (runs: readonly Run[], press: Press): object[] => runs.map(({ language, ...run }) => ({ ...run, text: prose(run.text, press), ...(language === undefined ? {} : { passage: passageOf(language, press) }) })).filter((run) => run.text !== '');

function listFlow(list: List, level: number, press: Press): Printed {
  const items = list.items.map((item) => item.map((block) => blockFlow(block, level, press)));
  return { kind: 'list', ordered: list.ordered, start: list.start ?? 1, items, ...passage(list, press) };
}

function figureFlow(figure: Figure, press: Press): Printed {
  const { words } = press;
  const source = [fill(words.source, 'source', figure.source), fill(words.asOf, 'day', formatDate(press.language, figure.asOf)), figure.reporting];
  const { picture } = figure;
  return {
    kind: 'figure',
    label: prose(fill(words.figure, 'number', figure.number), press),
    finding: prose(figure.finding, press),
    description: prose(figure.description ?? '', press),
    alt: press.print(figure.alt),
    bars: picture.kind === 'bars' ? picture.bars.map((bar) => ({
      label: prose(bar.label, press), ...passage(bar, press), value: prose(bar.value, press), note: prose(bar.note ?? '', press), share: share(bar.share), whole: share(bar.whole ?? 1),
    })) : null,
    svg: picture.kind === 'drawing' ? picture.svg : null,
    meta: source.map((text) => prose(text, press)),
    table: figure.table === undefined ? null : tableFlow(figure.table, press),
  };
}

/** A bar never leaves its frame, whatever was counted; what is no number has no length. */
const share = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);

function tableFlow(table: Table, press: Press): Printed {
  const longest = longestInCell(table.columns.length);
  const cells = (row: readonly string[]): string[] => table.columns.map((_, index) => withBreaks(press.print(row[index] ?? ''), longest));
  const rows = table.rows.map(cells);
  const total = table.total === undefined ? null : cells(table.total);
  const header = cells(table.columns.map((column) => column.label));
  return {
    kind: 'table',
    label: table.number === '' ? '' : prose(fill(press.words.table, 'number', table.number), press),
    caption: prose(table.caption, press),
    widths: columnWidths(table.columns, [header, ...rows, ...(total === null ? [] : [total])]),
    numeric: table.columns.map((column) => column.numeric),
    header, rows, total, passages: rows.map((_, at) => passageOf(table.rowLanguages?.[at], press)),
    note: prose(table.note ?? '', press),
  };
}
