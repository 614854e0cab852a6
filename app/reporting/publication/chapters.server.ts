import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import type { Block } from '#app/document/document';
import { headingSteps } from '#app/document/heading-steps';
import { blocksOfMarkdown } from '#app/document/markdown';
import { unconvertedIn, type FigureKey, type StoredFigure } from '#app/reporting/figures/model';
import { namedFigure, type SubjectKind } from '#app/reporting/figures/subjects';
import { viewOf, type FigureView } from '#app/reporting/figures/view';
import { besideSection, type Beside } from '#app/reporting/reports/beside';
import { piecesOf } from '#app/reporting/sections/model';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import type { ReportSection } from '#app/reporting/sections/queries.server';

/** A chapter ready to be shown on a page or set on paper: its text in blocks, cut at its figures. */
export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly heading: string;
  /** Of a profile, what it is about: profiles stand together by kind. */
  readonly about: SubjectKind | null;
  /** The language it is written in; another one than the page's where no translation exists. */
  readonly language: Language;
  readonly machine: boolean;
  /** The authoritative text has moved on since it was translated (SE-6). */
  readonly outdated: boolean;
  readonly signed_off_on: string | null;
  readonly pieces: readonly ChapterPiece[];
}
export type ChapterPiece =
  | { readonly kind: 'prose'; readonly blocks: readonly Block[] }
  | { readonly kind: 'figure'; readonly figure: FigureView; readonly records: number }
  /** A figure that is bound and not computed yet, before the report is frozen. */
  | { readonly kind: 'pending'; readonly key: FigureKey }
  /** A name that no figure has, in a text that is being written. */
  | { readonly kind: 'unknown'; readonly key: string };

export function chaptersOf(report: ReportRecord, t: Text, language: Language): Chapter[] {
  return report.sections.map((section) => chapterOf(section, report, t, language));
}

function chapterOf(section: ReportSection, report: ReportRecord, t: Text, language: Language): Chapter {
  const { position, heading, machine, outdated, signed_off_on } = section;
  return { id: `chapter-${position}`, number: position, heading, about: section.subject?.kind ?? null, language: section.language, machine, outdated, signed_off_on, pieces: withBeside(textPieces(section.body, report, t, language), besideSection(section.id, report, t, language)) };
}

/** Corrections and replies in their places: before the text, behind their figure, after the text. */
function withBeside(pieces: readonly ChapterPiece[], { before, figure, after }: Beside): ChapterPiece[] {
  const said = (blocks: readonly Block[]): ChapterPiece[] => (blocks.length === 0 ? [] : [{ kind: 'prose', blocks }]);
  return [...said(before), ...pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece, ...said(figure(piece.figure.name))] : [piece])), ...said(after)];
}

/** A text with its figures in their places; also the preview of one that is being written. */
export function textPieces(body: string, { figures, snapshot }: Pick<ReportRecord, 'figures' | 'snapshot'>, t: Text, language: Language): ChapterPiece[] {
  const step = headingSteps(); // the outline runs on behind a figure
  return piecesOf(body).map((piece): ChapterPiece => {
    if ('prose' in piece) return { kind: 'prose', blocks: blocksOfMarkdown(piece.prose).map((block) => (block.kind === 'heading' ? { ...block, depth: step(block.depth) } : block)) };
    const figure = figures.find((one) => one.name === piece.figure);
    const named = namedFigure(piece.figure);
    // A narrowed figure that was bound after the freeze, where none can come any more, is none.
    if (named === undefined || (snapshot !== null && figure === undefined && named.subject !== null)) return { kind: 'unknown', key: piece.figure };
    if (figure === undefined) return { kind: 'pending', key: named.key };
    // Before the freeze only a preview has figures: those of the records as they are now.
    return { kind: 'figure', figure: viewOf(figure, { t, language, sha256: snapshot?.sha256 ?? null }), records: recordsBehind(figure) };
  });
}

/** How many rows the list of a figure's records has: parts may overlap, and then a record stands in it once for each. */
export const recordsBehind = (figure: StoredFigure): number =>
  figure.rows.reduce((sum, row) => sum + row.count, 0) + unconvertedIn(figure);
