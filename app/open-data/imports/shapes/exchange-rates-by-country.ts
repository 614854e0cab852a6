import type { Note } from '#app/open-data/imports/model';
import { identityOf } from '#app/open-data/imports/identity';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { RateRow } from '#app/open-data/imports/rows';
import { pastDate, rate } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/**
 * The currency of a series by the name of its country, and between which days it was that. A currency that was cut anew without another
 * name, as the bolívar, is not here: such rows say too little.
 */
const CURRENCIES: Readonly<Record<string, { readonly code: string; readonly from?: string; readonly until?: string }>> = {
  Australia: { code: 'AUD' }, Canada: { code: 'CAD' }, China: { code: 'CNY' }, Denmark: { code: 'DKK' }, 'Hong Kong': { code: 'HKD' }, India: { code: 'INR' }, Japan: { code: 'JPY' },
  Malaysia: { code: 'MYR' }, 'New Zealand': { code: 'NZD' }, Norway: { code: 'NOK' }, Singapore: { code: 'SGD' }, 'South Africa': { code: 'ZAR' }, 'South Korea': { code: 'KRW' },
  'Sri Lanka': { code: 'LKR' }, Sweden: { code: 'SEK' }, Switzerland: { code: 'CHF' }, Taiwan: { code: 'TWD' }, Thailand: { code: 'THB' }, 'United Kingdom': { code: 'GBP' },
  Brazil: { code: 'BRL', from: '1994-07-01' }, Mexico: { code: 'MXN', from: '1993-01-01' }, Euro: { code: 'EUR', from: '1999-01-01' },
  Austria: { code: 'ATS', until: '2001-12-31' }, Belgium: { code: 'BEF', until: '2001-12-31' }, Finland: { code: 'FIM', until: '2001-12-31' }, France: { code: 'FRF', until: '2001-12-31' },
  Germany: { code: 'DEM', until: '2001-12-31' }, Greece: { code: 'GRD', until: '2000-12-31' }, Ireland: { code: 'IEP', until: '2001-12-31' }, Italy: { code: 'ITL', until: '2001-12-31' },
  Netherlands: { code: 'NLG', until: '2001-12-31' }, Portugal: { code: 'PTE', until: '2001-12-31' }, Spain: { code: 'ESP', until: '2001-12-31' },
};

/** Rates in units per 1 US dollar by the names of countries, as averages of days, months or years: which, its dates alone say. */
export const exchangeRatesByCountry: Shape = {
  id: 'exchange-rates-by-country',
  kind: 'rates',
  required: ['Date', 'Country', 'Exchange rate'],
  optional: [],
  read: (source, context) => {
    const period = periodOf(source.records.flatMap(({ cells }) => cells['Date'] ?? []));
    const { rows, errors } = collect(source, (reading) => rateRow(reading, period, context));
    const notes: Note[] = rows.length > 0 ? [{ code: `rates-by-${period}`, values: {} }] : [];
    return { kind: 'rates', rows, errors: inRowOrder(errors), notes };
  },
};

/** Dates on the first of January alone are those of years, on the first of months those of months. */
function periodOf(dates: readonly string[]): RateRow['period'] {
  if (dates.every((date) => date.endsWith('-01-01'))) return 'year';
  return dates.every((date) => date.endsWith('-01')) ? 'month' : 'day';
}

function rateRow(reading: RowReading, period: RateRow['period'], { today }: ReadingContext): RateRow | null {
  const date = reading.required('Date', pastDate(today));
  const units_per_usd = reading.required('Exchange rate', rate);
  const country = reading.required('Country', (text) => ({ value: text }));
  if (date === null || units_per_usd === null || country === null) return null;
  const rate_on = lastDayOf(date, period);
  const series = CURRENCIES[country];
  if (rate_on > today) return reading.fail('Date', 'date-future', { found: date });
  if (series === undefined || rate_on < (series.from ?? '') || rate_on > (series.until ?? '9999')) return reading.fail('Country', 'currency-untold', { found: country, date });
  return { ...reading.identified(identityOf(series.code, rate_on, period, null)), currency: series.code, rate_on, units_per_usd, period, source: reading.absent('source', 'not-in-file'), issuer: null };
}

/** A rate is dated on the last day of what it holds for. */
function lastDayOf(date: string, period: RateRow['period']): string {
  if (period === 'day') return date;
  const [year, month] = [Number(date.slice(0, 4)), period === 'year' ? 12 : Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
