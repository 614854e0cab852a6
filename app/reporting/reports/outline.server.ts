import { textFor } from '#app/languages/catalogues.server';
import { languages, type Language } from '#app/languages/language';
import type { FigureKey } from '#app/reporting/figures/model';
import type { SectionKind } from '#app/reporting/sections/model';
import type { ReportForm } from './operations.server';

/** The chapters that a report begins with, in their order, and the figures that each is written around. */
const chapters: readonly { readonly kind: Exclude<SectionKind, 'other'>; readonly figures: readonly FigureKey[] }[] = [
  { kind: 'summary', figures: [] },
  { kind: 'promises', figures: ['standing', 'clauses'] },
  { kind: 'equity', figures: ['groups'] },
  { kind: 'money', figures: ['total_a', 'total_b', 'total_c', 'ladder', 'currencies'] },
  { kind: 'work', figures: ['members', 'work'] },
  { kind: 'methodology', figures: [] },
  { kind: 'data_gaps', figures: [] },
];

/** A report as it is planned: its chapters in six languages with their figures bound; how figures are computed is already said. */
export function outlineOf(year: number, language: Language): ReportForm {
  return {
    language,
    titles: inAll((one) => ({ title: textFor(one, 'reporting')('outline.title', { year }), summary: null })),
    sections: chapters.map(({ kind, figures }) => ({ kind, owner_id: null, texts: inAll((one) => textOf(one, kind, figures)) })),
  };
}

function textOf(language: Language, kind: (typeof chapters)[number]['kind'], figures: readonly FigureKey[]): { heading: string; body: string } {
  const t = textFor(language, 'reporting');
  const method = kind === 'methodology' ? [t('outline.method')] : [];
  return { heading: t(`outline.${kind}`), body: [...method, ...figures.map((key) => `{{figure:${key}}}`)].join('\n\n') };
}

const inAll = <Value>(of: (language: Language) => Value): Record<Language, Value> => Object.fromEntries(languages.map((one) => [one, of(one)])) as Record<Language, Value>;
