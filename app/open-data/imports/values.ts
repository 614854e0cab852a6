import type { RowErrorCode, Values } from './model';
import type { Decimal, PlainDate } from './rows';
import { shown } from '#app/open-data/imports/source/table';

/** Turns the text of a cell into a value, or says why it is none. */
export type Parse<T> = (text: string) => { readonly value: T } | { readonly code: RowErrorCode; readonly values: Values };

const wrong = (code: RowErrorCode, text: string): { readonly code: RowErrorCode; readonly values: Values } => ({ code, values: { found: shown(text) } });

/** Money keeps every digit of the source; what `numeric(24,6)` would round or refuse is an error. */
export const amount: Parse<Decimal> = (text) => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === undefined || whole === undefined || whole + fraction === '') return wrong('amount-invalid', text);
  if (whole.replace(/^0+/, '').length > 18 || fraction.replace(/0+$/, '').length > 6) return wrong('amount-digits', text);
  return { value: whole === '' ? `${sign}0${text.slice(sign.length)}` : text };
};

/** A rate is above zero and keeps every digit. */
export const rate: Parse<Decimal> = (text) => (/^\d{1,15}(?:\.\d{1,40})?$/.test(text) && /[1-9]/.test(text) ? { value: text } : wrong('rate-invalid', text));

/** A day that the calendar has, in the order year, month, day: any other order is a guess. */
export const plainDate: Parse<PlainDate> = (text) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const instant = new Date(`${text}T00:00:00Z`);
  const real = year !== undefined && Number(year) >= 1900 && Number(month) >= 1 && instant.getUTCDate() === Number(day);
  return real ? { value: text } : wrong('date-invalid', text);
};

/** What a wall clock shows, to the minute; a zone or a part of a minute would be lost. */
export const wallClock: Parse<string> = (text) => {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::00(?:\.0+)?)?$/.exec(text) ?? [];
  return 'value' in plainDate(day) ? { value: `${day}T${time}` } : wrong('time-invalid', text);
};

/** A day on or before `today` (FI-2). */
export const pastDate =
  (today: PlainDate): Parse<PlainDate> =>
  (text) => {
    const date = plainDate(text);
    return 'value' in date && date.value > today ? wrong('date-future', text) : date;
  };

/** A calendar year in four digits, within bounds. */
export const yearFrom =
  (first: number, last: number): Parse<number> =>
  (text) =>
    /^\d{4}$/.test(text) && Number(text) >= first && Number(text) <= last ? { value: Number(text) } : wrong('year-invalid', text);

export const currency =
  (isCurrency: (code: string) => boolean): Parse<string> =>
  (text) =>
    /^[A-Z]{3}$/.test(text) && isCurrency(text) ? { value: text } : wrong('currency-unknown', text);

/** A code that must be one of a list for the row to mean anything. */
export const codeOf =
  (list: ReadonlySet<string>): Parse<string> =>
  (text) =>
    list.has(text) ? { value: text } : wrong('code-unknown', text);

/** XML's boolean, and what spreadsheets make of it. */
export const flag: Parse<boolean> = (text) => {
  if (/^(?:1|true)$/i.test(text)) return { value: true };
  return /^(?:0|false)$/i.test(text) ? { value: false } : wrong('flag-invalid', text);
};

export const anyText: Parse<string> = (text) => ({ value: text });

/** Names and identifiers: what an index can hold. */
const LONGEST_NAME = 600;
export const shortText: Parse<string> = (text) => (text.length > LONGEST_NAME ? { code: 'text-too-long', values: { found: text.length, limit: LONGEST_NAME } } : { value: text });
