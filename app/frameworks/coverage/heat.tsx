import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Heat } from '#app/ui/heat';
import { Key } from '#app/ui/key';
import { type Bounds, stepsOf } from '#app/ui/shade';
import { boundsFor, type Coverage } from './model';

/** "0", "1 to 9", "50 or more". */
export const stepEntries = (bounds: Bounds, t: Text, language: Language) =>
  stepsOf(bounds).map(({ shade, from, to }) => ({ swatch: shade, label: stepLabel(from, to, t, language) }));

function stepLabel(from: number, to: number | null, t: Text, language: Language): string {
  const shown = { from: formatNumber(language, from), to: formatNumber(language, to ?? from) };
  if (to === null) return t('coverage.step_over', shown);
  return from === to ? shown.from : t('coverage.step', shown);
}

interface CoverageHeatProps {
  readonly coverage: Coverage;
  readonly clauses: readonly { readonly code: string; readonly title: string }[];
  /** What the table shows, in a sentence, and how to read it. */
  readonly finding: string;
  readonly about: string;
  readonly note: string;
  /** Promises that are counted at all: the N of n of N. */
  readonly of: number;
  readonly today: string;
}

/** Clauses by region or by group of learners, least covered first; what nobody promised stays in view. */
export function CoverageHeat({ coverage, clauses, finding, about, note, of, today }: CoverageHeatProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const bounds = boundsFor(Math.max(0, ...coverage.rows.flatMap((row) => row.counts)));
  const titles = new Map(clauses.map(({ code, title }) => [code, title]));
  return (
    <div className="pb-32">
      <Heat
        caption={finding} about={about} bounds={bounds}
        columns={[t('coverage.line'), ...coverage.columns.map(({ name }) => name), t('coverage.all')]}
        rows={coverage.rows.map(({ key, counts, total }) => ({ key, counts, total, head: <><a href={paths.in(language).clause(key)}>{key}</a> {titles.get(key)}</> }))}
        foot={{ head: t('coverage.any'), counts: [...coverage.foot.counts, coverage.foot.total] }}
      />
      <Key entries={stepEntries(bounds, t, language)} />
      <p className="meta">{note} {t('coverage.origin', { known: formatNumber(language, coverage.foot.total), total: formatNumber(language, of), date: formatDate(language, today) })}</p>
    </div>
  );
}
