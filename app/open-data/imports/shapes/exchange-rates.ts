import { Big } from 'big.js';
import { grouped, identityOf } from '#app/open-data/imports/identity';
import type { Note, RowError } from '#app/open-data/imports/model';
import type { ReadingContext } from '#app/open-data/imports/reference';
import { type RowReading, collect } from '#app/open-data/imports/row-reading';
import type { RateRow } from '#app/open-data/imports/rows';
import { currency, pastDate, rate } from '#app/open-data/imports/values';
import { type Shape, inRowOrder } from './shape';

/** Issuers that are unions, by the codes of the International Monetary Fund. Any other currency carries its issuer's ISO country code. */
const UNION_ISSUERS: Readonly<Record<string, string>> = { EUR: 'U2', XOF: '7A', XAF: '5X', XCD: '5Y', XDR: 'XDR' };
const PERIODS: Readonly<Record<string, RateRow['period']>> = { A: 'year', M: 'month', D: 'day' };
/** FI-6: rates of one currency and date that differ by more than 0.01 % are different rates. */
const TOLERANCE = '0.0001';

/** Rates of exchange in units per 1 US dollar, one row per currency area and date. */
export const exchangeRates: Shape = {
  id: 'exchange-rates',
  kind: 'rates',
  required: ['Date', 'Rate', 'Currency'],
  optional: ['Frequency', 'Source', 'Country code', 'Country'],
  read: (source, context) => {
    const collected = collect(source, (reading) => rateRow(reading, context));
    const settled = [...grouped(collected.rows, (row) => row.key).values()].map(settle);
    const rows = settled.flatMap((group) => group.rows).toSorted((a, b) => a.row - b.row);
    const repeated = rows.filter((row) => row.repeats !== null).length;
    const notes: Note[] = repeated > 0 ? [{ code: 'rates-repeated', values: { number: repeated } }] : [];
    return { kind: 'rates', rows, errors: inRowOrder([...collected.errors, ...settled.flatMap((group) => group.errors)]), notes };
  },
};

function rateRow(reading: RowReading, { reference, today }: ReadingContext): RateRow | null {
  const rate_on = reading.required('Date', pastDate(today));
  const units_per_usd = reading.required('Rate', rate);
  const unit = reading.required('Currency', currency(reference.isCurrency));
  const frequency = reading.cell('Frequency');
  // A rate that names no period holds for its day, the shortest there is.
  const period = frequency === null ? 'day' : PERIODS[frequency];
  if (period === undefined) reading.fail('Frequency', 'code-unknown', { found: frequency ?? '' });
  const source = reading.text('source', 'Source');
  const issuer = reading.text('issuer', 'Country code');
  if (rate_on === null || units_per_usd === null || unit === null || period === undefined) return null;
  return { ...reading.identified(identityOf(unit, rate_on, period, source)), currency: unit, rate_on, units_per_usd, period, source, issuer };
}

/** FI-6, for the rates of one currency and date: the issuer's row wins; without one they agree, or all of them are errors. USD is 1. */
function settle(group: readonly RateRow[]): { rows: RateRow[]; errors: RowError[] } {
  const issuers = group.filter((row) => row.issuer === issuerOf(row.currency));
  const deciding = issuers.length > 0 ? issuers : group;
  const [winner] = deciding;
  if (!winner || !agree(deciding)) return { rows: [], errors: group.map((row) => disagreement(row, group)) };
  if (winner.currency === 'USD' && !new Big(winner.units_per_usd).eq(1)) {
    return { rows: [], errors: group.map((row) => ({ row: row.row, column: 'Rate', code: 'usd-not-one', values: { found: winner.units_per_usd } })) };
  }
  const because = (row: RateRow) => (row.hash === winner.hash ? 'identical' : issuers.length > 0 && !issuers.includes(row) ? 'issuer' : 'agrees');
  return { rows: group.map((row) => (row === winner ? row : { ...row, repeats: { row: winner.row, because: because(row) } })), errors: [] };
}

const issuerOf = (unit: string): string => UNION_ISSUERS[unit] ?? unit.slice(0, 2);

function agree(rows: readonly RateRow[]): boolean {
  const rates = rows.map((row) => new Big(row.units_per_usd)).toSorted((a, b) => a.cmp(b));
  const [lowest, highest] = [rates[0], rates.at(-1)];
  return lowest !== undefined && highest !== undefined && highest.minus(lowest).lte(lowest.times(TOLERANCE));
}

const disagreement = (row: RateRow, group: readonly RateRow[]): RowError => ({
  row: row.row, column: 'Rate', code: 'rates-disagree',
  values: { currency: row.currency, date: row.rate_on, rates: [...new Set(group.map((other) => other.units_per_usd))].slice(0, 5).join(', ') },
});
