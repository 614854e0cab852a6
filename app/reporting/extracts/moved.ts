import { formatChange, formatList, formatMoney, formatNumber } from '#app/languages/format';
import { effects, type DifferenceRow } from '#app/reporting/figures/difference';
import type { FigureKey, StoredFigure } from '#app/reporting/figures/model';
import type { ExtractReader } from './model';

/** Figures whose parts have a sum that a year can be compared by. */
export const comparable = ['standing', 'members', 'total_a', 'total_b', 'total_c'] as const satisfies readonly FigureKey[];
const good = ['reached_on_time', 'reached_late', 'on_track'];

/** What became of the sum of a figure since the report of an earlier year, effect by effect; undefined where no report came before that has it. */
export function movedIn({ key, currency, definition, difference }: StoredFigure, { t, language }: ExtractReader): string | undefined {
  const whole = difference?.rows.find(({ part }) => part === '');
  if (difference === null || whole === undefined) return undefined;
  const money = definition.measure === 'money';
  const unit = currency ?? 'USD';
  const shown = (value: string) => (money ? formatMoney(language, value, unit) : formatNumber(language, value, 0));
  const changed = (value: string) => (money ? formatMoney(language, value, unit) : formatChange(language, value, 0));
  const told = effects.filter((effect) => Number(whole[effect]) !== 0).map((effect) => `${t(`difference.effects.${effect}`)} ${changed(whole[effect])}`);
  const values = { name: t(money ? `figures.${key}.name` : `figures.${key}.count`), year: difference.against.year, before: shown(whole.before), after: shown(whole.after) };
  return told.length === 0 ? t('extracts.moved.unchanged', values) : t('extracts.moved.changed', { ...values, effects: formatList(language, told) });
}

/** How many commitments are reached or on track, then and now. */
export function goodThenAndNow({ key, difference }: StoredFigure, { t, language }: ExtractReader): string | undefined {
  if (difference === null || key !== 'standing') return undefined;
  const sum = (of: (row: DifferenceRow) => string, rows: readonly DifferenceRow[]) => formatNumber(language, rows.reduce((all, row) => all + Number(of(row)), 0), 0);
  const parts = difference.rows.filter(({ part }) => part !== '');
  const held = parts.filter(({ part }) => good.includes(part));
  const before = ({ before: value }: DifferenceRow) => value;
  const after = ({ after: value }: DifferenceRow) => value;
  return t('extracts.moved.good', { year: difference.against.year, goodBefore: sum(before, held), before: sum(before, parts), goodAfter: sum(after, held), after: sum(after, parts) });
}
