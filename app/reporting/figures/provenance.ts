import type { Text } from '#app/languages/catalogue';
import { formatChange, formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { effects, type DifferenceRow } from './difference';
import { rungName } from './labels';
import type { StoredFigure } from './model';

/** How a figure came to be, in the words of one language: how it is defined, who has looked at what it counts, and why it is not what it was. */
export interface Provenance {
  readonly definition: readonly { readonly label: string; readonly value: string }[];
  /** How many records stand on each rung; empty where nobody looks at records of this kind. */
  readonly verification: readonly { readonly label: string; readonly count: string }[];
  /** Null where no report came before that has this figure. */
  readonly difference: DifferenceView | null;
}

export interface DifferenceView {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly { readonly label: string; readonly words: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[] | undefined;
}

interface Reader {
  readonly t: Text;
  readonly language: Language;
  readonly shortHash: (sha256: string) => string;
  readonly label: (part: string) => string;
}

export const provenanceOf = (figure: StoredFigure, reader: Reader): Provenance => ({
  definition: definitionOf(figure, reader), verification: verificationOf(figure, reader), difference: differenceIn(figure, reader),
});

function definitionOf({ key, currency, as_of, definition: { filters, total, measure, version } }: StoredFigure, { t, language }: Reader): Provenance['definition'] {
  const said = (name: string, value: string) => ({ label: t(`provenance.${name}`), value });
  return [
    said('counted', t(`figures.${key}.about`)),
    ...(filters.length === 0 ? [] : [said('filters', filters.map((filter) => t(`provenance.filter.${filter}`)).join(' · '))]),
    ...(measure === 'money' ? [said('currency', currency ?? t('provenance.own_currency'))] : []),
    ...(total === null ? [] : [said('total', t(`provenance.totals.${total}`))]),
    said('as_of', formatDate(language, as_of)),
    said('version', formatNumber(language, version, 0)),
  ];
}

/** Over all parts: a record that stands in several parts is counted in each. */
function verificationOf({ verification }: StoredFigure, { t, language }: Reader): Provenance['verification'] {
  const rungs = [...new Set((verification ?? []).map((one) => one.rung))];
  return rungs.map((rung) => ({
    label: rungName(rung, t),
    count: formatNumber(language, (verification ?? []).filter((one) => one.rung === rung).reduce((sum, { count }) => sum + count, 0), 0),
  }));
}

/** Exactly as it was computed: every decimal is shown, so that who adds up gets the same. */
const decimals = 6;

function differenceIn({ key, difference, definition }: StoredFigure, { t, language, shortHash, label }: Reader): DifferenceView | null {
  if (difference === null) return null;
  const { against, rows } = difference;
  const shown = effects.filter((effect) => effect !== 'rate' || definition.measure === 'money');
  const line = (row: DifferenceRow): string[] => [
    row.part === '' ? t('figures.together') : label(row.part), formatNumber(language, row.before, decimals),
    ...shown.map((effect) => formatChange(language, row[effect], decimals)), formatChange(language, row.difference, decimals), formatNumber(language, row.after, decimals),
  ];
  const whole = rows.find((row) => row.part === '');
  return {
    title: t('difference.title', { year: against.year }),
    about: t('difference.about', { year: against.year, asOf: formatDate(language, against.as_of), snapshot: shortHash(against.sha256) }),
    columns: [
      { label: t(`figures.${key}.part`), words: true },
      ...[t('difference.before', { year: against.year }), ...shown.map((effect) => t(`difference.effects.${effect}`)), t('difference.difference'), t('difference.after')].map((name) => ({ label: name, words: false })),
    ],
    rows: rows.filter((row) => row.part !== '').map(line),
    foot: whole === undefined ? undefined : line(whole),
  };
}
