import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { FigureRow } from './list';

/** A value with its unit. */
export const valueOf = (value: string, unit: FigureRow['unit'], t: Text, language: Language): string =>
  t(`indicators.unit.${unit}`, { value: formatNumber(language, value, unit === 'ratio' ? 2 : 1) });

/** The value, or why there is none. */
export const valueOrReason = ({ value, unit, missing }: Pick<FigureRow, 'value' | 'unit' | 'missing'>, t: Text, language: Language): ReactNode =>
  value === null ? <span className="muted">{t(`indicators.missing.${missing ?? 'not_published'}`)}</span> : valueOf(value, unit, t, language);
