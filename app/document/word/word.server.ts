import { AlignmentType, Document, Footer, Header, InternalHyperlink, LevelFormat, Packer, PageNumber, Paragraph, TabStopType, TextRun, type ILevelsOptions } from 'docx';
import { formatDate } from '#app/languages/format';
import { direction, type Language } from '#app/languages/language';
import { printableInXml } from '#app/platform/xml-text';
import type { PrintedDocument, Section } from '../document';
import { headingSteps } from '../heading-steps';
import { blockOf, headingOf, line, noticeOf, paragraph, runOf, spokenIn, type Pen, type Written } from './blocks';
import { contentsBegin, contentsEnd } from './elements';
import { colours, languageMark, margins, measure, stylesOf } from './look';
import { packedAlike } from './packing';

/**
 * A document as a Word file (.docx): real headings, contents, tables whose header row is repeated, the language of every passage. Written
 * from the same model as the PDF; the same document gives the same bytes.
 */
export async function renderWord(document: PrintedDocument): Promise<Uint8Array> {
  const { language } = document;
  const pen: Pen = { language, words: document.words, lists: [], places: [] };
  const publisher = { text: document.publisher, language: document.publisherLanguage };
  const step = headingSteps();
  const body = document.sections.flatMap((section) => sectionOf(section, 1, pen, step));
  const file = new Document({
    title: printableInXml(document.title), styles: stylesOf(language), features: { updateFields: false },
    numbering: { config: [{ reference: 'bullets', levels: bullets(language) }, ...pen.lists.map(({ reference, start }) => ({ reference, levels: ordinals(language, start) }))] },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: margins }, titlePage: true },
      headers: { default: new Header({ children: [running({ text: document.title, language: document.titleLanguage }, [document.ref], language)] }) },
      footers: { default: new Footer({ children: [running(publisher, pageOf(document), language)] }), first: new Footer({ children: [running(publisher, pageOf(document), language)] }) },
      children: [...coverOf(document), ...contentsOf(pen), ...(document.imprint ?? []).map((text, at) => line(text, at === 0 ? 'ImprintFirst' : 'Imprint', language)), ...body],
    }],
  });
  return packedAlike(await Packer.toBuffer(file), document);
}

function sectionOf(section: Section, level: number, pen: Pen, step: (depth: number) => number): Written[] {
  const language = section.language ?? pen.language;
  return [
    headingOf(section.heading, step(level), section.number, language, pen),
    ...(section.lede === undefined ? [] : [line(section.lede, 'Lede', language)]),
    ...(section.credit === undefined ? [] : [line(section.credit, 'Credit', pen.language)]),
    ...section.blocks.flatMap((block) => blockOf(block.kind === 'heading' ? { ...block, depth: step(level + Math.max(1, block.depth)) - level } : block, level, pen)),
    ...(section.sections ?? []).flatMap((inner) => sectionOf(inner, level + 1, pen, step)),
  ];
}

/** The first page: who, what, as of when, and what has to be known of it. */
function coverOf(document: PrintedDocument): Paragraph[] {
  const { language, words } = document;
  const facts = [[words.reference, document.ref], [words.version, document.version], [words.publishedOn, formatDate(language, document.publishedOn)], [words.figuresAsOf, formatDate(language, document.asOf)]] as const;
  return [
    paragraph([spokenIn(document.publisher, document.publisherLanguage, language)], language, { style: 'Publisher' }),
    paragraph([spokenIn(document.title, document.titleLanguage, language)], language, { style: 'Title' }),
    ...(document.subtitle === '' ? [] : [paragraph([spokenIn(document.subtitle, document.titleLanguage, language)], language, { style: 'Subtitle' })]),
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => paragraph([runOf(`${label}  `, language, { color: colours.muted }), runOf(value, language, { strong: true })], language, { style: 'Facts' })),
    ...document.notices.map((notice) => noticeOf([runOf(notice, language, { color: colours.muted })], language, colours.accent)),
  ];
}

/** A field that Word can build anew; its entries are there already, each leads to its heading. */
function contentsOf({ language, words, places }: Pen): Paragraph[] {
  return [
    line(words.contents, 'ContentsHeading', language),
    ...places.map((place, at) => paragraph([
      ...(at === 0 ? contentsBegin() : []), new InternalHyperlink({ anchor: place.id, children: [runOf(place.text, place.language)] }), ...(at === places.length - 1 ? [contentsEnd()] : []),
    ], language, { style: 'TOC1' })),
  ];
}

/** One line at the head or foot of each page: a text where reading starts, another where it ends. */
const running = (start: { readonly text: string; readonly language: Language | undefined }, end: readonly (string | typeof PageNumber.CURRENT | typeof PageNumber.TOTAL_PAGES)[], language: Language): Paragraph => paragraph([
  spokenIn(start.text, start.language, language), new TextRun({ children: ['\t'] }),
  new TextRun({ language: languageMark(language), ...(direction(language) === 'rtl' ? { rightToLeft: true } : {}), children: end.map((part) => printableInXml(part) as typeof part) }),
], language, { style: 'Running', tabStops: [{ type: TabStopType.RIGHT, position: measure }] });

const pageOf = ({ words }: PrintedDocument) => words.page.split(/(\{pages?\})/).map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part));

const deepest = [0, 1, 2, 3, 4] as const;
const indented = (level: number) => ({ paragraph: { indent: { start: 360 * (level + 1), hanging: 360 } } });
const bullets = (language: Language): ILevelsOptions[] => deepest.map((level) => ({ level, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: { ...indented(level), run: { color: colours.accent, font: 'Arial', language: languageMark(language) } } }));
const ordinals = (language: Language, start: number): ILevelsOptions[] => deepest.map((level) => ({
  level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start, alignment: AlignmentType.START, style: { ...indented(level), run: { language: languageMark(language) } },
}));
