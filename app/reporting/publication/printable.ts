import type { Text } from '#app/languages/catalogue';
import { direction, type Language } from '#app/languages/language';
import type { Block, Figure, PrintedDocument, Section } from '#app/document/document';
import { isolated } from '#app/document/isolation';
import { printWords } from '#app/document/words';
import { paths } from '#app/paths';
import type { FigureView } from '#app/reporting/figures/view';
import { subjectKinds, type SubjectKind } from '#app/reporting/figures/subjects';
import { apart } from '#app/languages/apart';
import { formatDate, languageName } from '#app/languages/format';
import { noticesOf, type Telling } from './about';
import type { Chapter, ChapterPiece } from './chapters.server';
import type { EditionModel } from './edition';
import { licenceOf } from './licence';

/** An edition as it is printed: the same chapters and figures as on its pages, with the words of the catalogue. */
export function printable(edition: EditionModel, telling: Telling): PrintedDocument {
  const { language } = edition;
  const { t, press } = telling;
  return {
    language, title: edition.title, subtitle: edition.summary ?? '', titleLanguage: edition.titleLanguage, publisher: edition.publisher, publisherLanguage: edition.publisherLanguage, ref: edition.ref, version: String(edition.number),
    publishedOn: edition.publishedOn, asOf: edition.asOf, keywords: [edition.publisher, String(edition.year)],
    notices: noticesOf(edition, telling), imprint: [edition.citation, licenceOf(edition.licence, t), t('print.snapshot', { sha256: edition.snapshot.sha256 })],
    words: printWords(press),
    sections: [
      ...edition.chapters.filter(({ about }) => about === null).map((chapter) => sectionOf(chapter, t, language, outdatedIn(edition, chapter, t))),
      ...subjectKinds.flatMap((kind) => profilesOf(kind, edition, t)),
    ],
  };
}

/** Profiles of a kind stand together under its name. */
function profilesOf(kind: SubjectKind, edition: EditionModel, t: Text): Section[] {
  const sections = edition.chapters.filter(({ about }) => about === kind).map((chapter) => sectionOf(chapter, t, edition.language, outdatedIn(edition, chapter, t)));
  return sections.length === 0 ? [] : [{ number: '', heading: t(`profiles.${kind}`), blocks: [], sections }];
}

/** SE-6: a translation that the authoritative text has left behind says so, with the address of what counts in this very edition. */
function outdatedIn({ ref, number, language, authoritative, address }: EditionModel, chapter: Chapter, t: Text): Block[] {
  if (!chapter.outdated) return [];
  const href = new URL(paths.in(authoritative).chapter(ref, chapter.number, number), address).href;
  return [{ kind: 'notice', tone: 'plain', runs: [{ text: `${t('report.outdated', { language: languageName(language, authoritative) })} ` }, { text: t('report.authoritative'), href }] }];
}

export function sectionOf(chapter: Chapter, t: Text, language: Language, before: readonly Block[] = []): Section {
  const remarks: Block[] = [
    ...before,
    ...(chapter.language === language ? [] : [{ kind: 'notice' as const, tone: 'plain' as const, runs: [{ text: t('report.not_translated', { language: languageName(language, chapter.language) }) }] }]),
    ...(chapter.machine ? [{ kind: 'notice' as const, tone: 'plain' as const, runs: [{ text: t('report.machine') }] }] : []),
  ];
  return {
    number: String(chapter.number), heading: chapter.heading, ...(chapter.language === language ? {} : { language: chapter.language }),
    ...(chapter.signed_off_on === null ? {} : { credit: t('report.signed_off', { on: formatDate(language, chapter.signed_off_on) }) }),
    blocks: [...remarks, ...chapter.pieces.flatMap((piece) => blocksOf(piece, chapter.language))],
  };
}

/** What its writers wrote is in their language; notices beside it are in the document's. */
function blocksOf(piece: ChapterPiece, language: Language): readonly Block[] {
  if (piece.kind === 'prose') return piece.blocks.map((one) => isolated(one, direction(language))).map((block) => (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'list' ? { ...block, language } : block));
  return piece.kind === 'figure' ? [figureOf(piece.figure)] : [];
}

/** The longest bar leaves room for its number. */
const room = 0.84;

/** Bars as shares of the longest; a group's later part is drawn as the pale bar behind the dark one. */
export function figureOf(view: FigureView): Figure {
  const wholes = view.bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0));
  const longest = Math.max(0, ...wholes);
  const share = (value: number) => (longest === 0 ? 0 : (Math.max(0, value) / longest) * room);
  return {
    kind: 'figure', number: view.number, finding: view.finding, description: view.about, alt: view.bars.map((bar) => `${view.otherwise[bar.label] === undefined ? bar.label : apart(bar.label)}: ${bar.mark}`).join('; ') || view.finding,
    picture: { kind: 'bars', bars: view.bars.map((bar, at) => ({ label: bar.label, language: view.otherwise[bar.label], value: bar.mark, share: share(bar.parts[0]?.value ?? 0), whole: share(wholes[at] ?? 0) })) },
    source: view.source, asOf: view.asOf, reporting: view.coverage,
    table: {
      kind: 'table', number: view.number, caption: view.about, columns: view.columns.map(({ label, words }) => ({ label, numeric: !words })), rows: view.rows, rowLanguages: view.rows.map(([label = '']) => view.otherwise[label]),
      ...(view.foot === undefined ? {} : { total: view.foot }),
    },
  };
}
