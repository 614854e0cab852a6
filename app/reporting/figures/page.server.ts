import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Actor } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { namedEdition } from '#app/reporting/publication/edition.server';
import { findReport, type ReportRecord, type View } from '#app/reporting/reports/queries.server';
import { unconvertedIn, type StoredFigure } from './model';
import { partsOf, viewOf, type FigureView } from './view';

/** A figure of a published report with what its page and its file need, or undefined. */
export async function findFigure(viewer: Actor, ref: string, name: string, view: View, edition?: number): Promise<{ report: ReportRecord; figure: StoredFigure & { readonly id: string }; sha256: string } | undefined> {
  const report = await findReport(viewer, ref, view, edition);
  const figure = report?.figures.find((one) => one.name === name);
  return report === undefined || report.snapshot === null || figure === undefined ? undefined : { report, figure, sha256: report.snapshot.sha256 };
}

/** The figure that an address names, in its language, for who asks; where there is none that they may see, there is no such page. `named`: the edition in the address. */
export async function requireFigure({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const named = namedEdition(params['edition']);
  const found = await findFigure(viewer, params['ref'] ?? '', params['key'] ?? '', { language, now: context.now }, named);
  if (found === undefined) throw notFound();
  return { ...found, language, viewer, named };
}

export interface FigureWords {
  readonly told: FigureView;
  readonly parts: readonly { readonly key: string; readonly label: string; readonly count: number }[];
}

/** The figure in words, and its parts with what can be asked for one by one; what could not be converted is a part of its own (FI-6). */
export function figureWords(figure: StoredFigure, sha256: string, language: Language): FigureWords {
  const t = textFor(language, 'reporting');
  const parts = partsOf(figure, { t, language });
  const unconverted = unconvertedIn(figure) > 0 ? [{ key: 'unconverted', label: t('parts.ladder.unconverted'), count: unconvertedIn(figure) }] : [];
  return { told: viewOf(figure, { t, language, sha256 }), parts: [...parts, ...unconverted] };
}
