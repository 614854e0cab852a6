import { firstYear, isWithin } from '#app/countries/indicators/model';
import { identityOf, withRepeats } from '#app/open-data/imports/identity';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { IndicatorRow } from '#app/open-data/imports/rows';
import { amount, anyText, shortText, yearFrom } from '#app/open-data/imports/values';
import { shown } from '#app/open-data/imports/source/table';
import { findIndicator } from '#db/reference/indicators';
import { type Shape, inRowOrder } from './shape';

/** What UIS writes where it publishes no value. */
const NOT_PUBLISHED = '..';

/** Values of SDG 4 indicators in long form: a row for each country and year, as in the benchmark tables of the UNESCO Institute for Statistics. */
export const uisIndicators: Shape = {
  id: 'uis-indicators',
  kind: 'indicators',
  required: ['indicator', 'country', 'year', 'value'],
  optional: ['sheet', 'target', 'region', 'cell_comment'],
  read: (source, context) => {
    const { rows, errors } = withRepeats(collect(source, (reading) => value(reading, context)), 'country');
    return { kind: 'indicators', rows, errors: inRowOrder(errors), notes: [] };
  },
};

function value(reading: RowReading, { reference, today }: ReadingContext): IndicatorRow | null {
  const indicator_code = named(reading, 'indicator', 'indicator-unknown', reference.indicatorFromName);
  const country_iso2 = named(reading, 'country', 'country-unknown', reference.countryFromName);
  const year = reading.required('year', yearFrom(firstYear, Number(today.slice(0, 4))));
  const said = published(reading);
  const { source, footnote } = origin(reading);
  if (indicator_code === null || country_iso2 === null || year === null || said === undefined) return null;
  const unit = findIndicator(indicator_code)?.unit ?? 'percent';
  if (said !== null && !isWithin(said, unit)) return reading.fail('value', 'value-range', { found: said });
  return { ...reading.identified(identityOf(country_iso2, indicator_code, 'total', String(year))), country_iso2, indicator_code, disaggregation: 'total', year, value: said, source, footnote };
}

/** A name that stands for one thing; a region or a name that is not known is an error, never the nearest one. */
function named(reading: RowReading, column: string, code: 'indicator-unknown' | 'country-unknown', find: (name: string) => string | null): string | null {
  const name = reading.required(column, shortText);
  return name === null ? null : (find(name) ?? reading.fail(column, code, { found: shown(name) }));
}

/** A decimal, null where the source says that there is none, undefined where it cannot be understood. */
function published(reading: RowReading): string | null | undefined {
  const cell = reading.cell('value');
  if (cell === NOT_PUBLISHED) return reading.absent('value', 'not-available', cell);
  if (cell === null) return reading.absent('value', 'not-stated');
  return reading.required('value', amount) ?? undefined;
}

/** The comment of a cell names its source first: `SOURCE: Kenya DHS 2014. The survey …`. What follows is the footnote. */
function origin(reading: RowReading): { readonly source: string | null; readonly footnote: string | null } {
  const comment = reading.optional('source', 'cell_comment', anyText);
  const [, source, footnote = ''] = /^SOURCE:\s*(.+?)(?:\.\s+(.*)|\.?)$/s.exec(comment ?? '') ?? [];
  return source === undefined ? { source: null, footnote: comment } : { source, footnote: footnote === '' ? null : footnote };
}
