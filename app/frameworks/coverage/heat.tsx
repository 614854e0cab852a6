import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Heat } from '#app/ui/heat';
import { Key } from '#app/ui/key';
import { type Bounds, stepsOf } from '#app/ui/shade';
import { amountOf, boundsFor, isMoney, type Cell, type Coverage, type CoverageRow, type Measure } from './model';
import { cellHref, type Question } from './question';

/** A clause as a row names it. */
export interface NamedClause {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** What every view of the map needs to name and to open a cell. */
export interface Mapped {
  readonly question: Pick<Question, 'measure' | 'status' | 'coalition' | 'asOf'>;
  /** `CONNDECL.1`. */
  readonly version: string;
  /** Whether its clauses have pages of their own. */
  readonly endorsed: boolean;
  readonly lines: readonly NamedClause[];
  /** The clause that is shown alone; undefined for the whole version. */
  readonly under?: string | undefined;
  /** Promises that are counted at all: the N of n of N. */
  readonly of: number;
  /** The day that is told of. */
  readonly asOf: string;
}

/** "0", "1 to 9", "50 or more". */
export const stepEntries = (bounds: Bounds, t: Text, language: Language) =>
  stepsOf(bounds).map(({ shade, from, to }) => ({ swatch: shade, label: stepLabel(from, to, t, language) }));

function stepLabel(from: number, to: number | null, t: Text, language: Language): string {
  const shown = { from: formatNumber(language, from), to: formatNumber(language, to ?? from) };
  if (to === null) return t('coverage.step_over', shown);
  return from === to ? shown.from : t('coverage.step', shown);
}

/** What stands in a cell: a count, or millions of US dollars with what is less than a tenth of one said as such. */
export function shownIn(cell: Cell, measure: Measure, language: Language): string {
  return shownAmount(amountOf(cell, measure), measure, language);
}

export function shownAmount(amount: number, measure: Measure, language: Language): string {
  if (!isMoney(measure)) return formatNumber(language, amount);
  return amount > 0 && amount < 0.05 ? `<${formatNumber(language, 0.1)}` : formatNumber(language, amount, 1);
}

/** For shades what is more than nothing is at least one. */
export const shadedBy = (cell: Cell, measure: Measure): number => Math.ceil(amountOf(cell, measure));

/** A clause with the way to its page, where it has one. */
export function ClauseName({ clause, endorsed }: { readonly clause: NamedClause; readonly endorsed: boolean }): ReactNode {
  const { language } = useLocale();
  return <>{endorsed ? <a href={paths.in(language).clause(clause.code)}>{clause.code}</a> : <bdi>{clause.code}</bdi>} {clause.title}</>;
}

interface CoverageHeatProps {
  readonly mapped: Mapped;
  readonly coverage: Coverage;
  /** What the table shows, in a sentence, and how to read it. */
  readonly finding: string;
  readonly about: string;
  readonly note: string;
}

/** Clauses by region or by group, least covered first; what nobody promised stays in view, and every number opens its records. */
export function CoverageHeat({ mapped, coverage, finding, about, note }: CoverageHeatProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { question: { measure }, lines, version, under, endorsed } = mapped;
  const bounds = boundsFor(Math.max(0, ...coverage.rows.flatMap((row) => row.cells.map((cell) => shadedBy(cell, measure)))));
  const clauses = new Map(lines.map((line) => [line.id, line]));
  const cell = (code: string | undefined) => (one: Cell) => ({ count: shadedBy(one, measure), shown: shownIn(one, measure, language), href: cellHref(mapped.question, { version, code, kind: one.kind, key: one.key }, language) });
  const cellsOf = (row: CoverageRow, code: string | undefined) => ({ cells: row.cells.map(cell(code)), total: cell(code)(row.total) });
  const foot = cellsOf(coverage.foot, under);
  return (
    <div className="pb-32">
      <Heat
        caption={finding} about={about} bounds={bounds}
        columns={[t('coverage.line'), ...coverage.columns.map(({ name }) => name), t('coverage.all')]}
        rows={coverage.rows.flatMap((row) => {
          const clause = clauses.get(row.scope);
          return clause === undefined ? [] : [{ key: row.scope, head: <ClauseName clause={clause} endorsed={endorsed} />, ...cellsOf(row, clause.code) }];
        })}
        foot={{ head: t('coverage.any'), cells: [...foot.cells, foot.total] }}
      />
      <Key entries={stepEntries(bounds, t, language)} />
      <p className="meta">{note} {originOf(mapped, coverage.foot.total, t, language)}</p>
    </div>
  );
}

/** n of N: what a table rests on. */
export function originOf({ question: { measure }, of, asOf }: Mapped, total: Cell, t: Text, language: Language): string {
  const date = formatDate(language, asOf);
  if (isMoney(measure)) return t('coverage.money_origin', { count: total.pledges, shown: formatNumber(language, total.pledges), date });
  return measure === 'commitments' ? t('coverage.origin', { known: formatNumber(language, total.commitments), total: formatNumber(language, of), date }) : t('coverage.as_of', { date });
}
