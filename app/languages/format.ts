import { languageName as nameOfLanguage } from '#db/reference/language-names';
import type { Language } from './language';

/**
 * Numbers, dates and money as each language writes them, with Latin digits throughout. Every formatter is built once:
 * building one per cell is what makes long tables slow.
 */
const tags: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn', ru: 'ru', zh: 'zh-Hans' };

function kept<Formatter>(build: (tag: string, kind: string) => Formatter): (language: Language, kind: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (language, kind) => {
    const key = `${language} ${kind}`;
    let formatter = made.get(key);
    if (formatter === undefined) {
      formatter = build(tags[language], kind);
      made.set(key, formatter);
    }
    return formatter;
  };
}

const numbers = kept((tag, kind) => new Intl.NumberFormat(tag, { maximumFractionDigits: Number(kind), useGrouping: true }));
const changes = kept((tag, kind) => new Intl.NumberFormat(tag, { maximumFractionDigits: Number(kind), signDisplay: 'exceptZero' }));
const compact = kept((tag) => new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }));
const percents = kept((tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
const dateStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  yearly: { day: 'numeric', month: 'long' },
  name: { month: 'long' },
  letter: { month: 'narrow' },
  brief: { day: 'numeric', month: 'short' },
};
const dates = kept((tag, kind) => new Intl.DateTimeFormat(tag, { ...dateStyles[kind], timeZone: 'UTC' }));
const times = kept((tag, zone) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }));
const daysInZone = kept((tag, zone) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }));
const relatives = kept((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const currencyNames = kept((tag) => new Intl.DisplayNames(tag, { type: 'currency' }));
const lists = kept((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** `12,345.6`: at most `decimals` decimals (2 unless told). Takes decimal strings of the database as they are. */
export function formatNumber(language: Language, value: number | string, decimals = 2): string {
  return numbers(language, String(decimals)).format(value as number);
}

/** The same of a difference, with its sign: `+12`, `-3`, `0`. */
export function formatChange(language: Language, value: number | string, decimals = 2): string {
  return changes(language, String(decimals)).format(value as number);
}

export function formatPercent(language: Language, share: number): string {
  return percents(language, '').format(share);
}

/** A calendar day, `YYYY-MM-DD`: `3 December 2026`, `3 Dec 2026`, `December 2026`, `3 December`, `December`, `D` or `3 Dec`. */
export function formatDate(language: Language, day: string, style: 'long' | 'short' | 'month' | 'yearly' | 'name' | 'letter' | 'brief' = 'long'): string {
  return dates(language, style).format(new Date(`${day}T00:00:00Z`));
}

/** The clock of a zone at an instant, `14:30`. The zone is always named beside it by the caller. */
export function formatTime(language: Language, instant: Date | string, zone: string): string {
  return times(language, zone).format(new Date(instant));
}

export function formatDayInZone(language: Language, instant: Date | string, zone: string): string {
  return daysInZone(language, zone).format(new Date(instant));
}

/** `USD 2.5 million`, `KES 12,500`: the code rather than a sign; rounded to three digits from a million on. */
export function formatMoney(language: Language, amount: number | string, currency: string): string {
  const value = Number(amount);
  const figure = Math.abs(value) >= 1_000_000 ? compact(language, '').format(value) : formatNumber(language, amount, 0);
  return `${currency} ${figure}`;
}

/** The amount in full, for tables and for who wants to check: `USD 2,513,400.25`. */
export function formatMoneyExact(language: Language, amount: number | string, currency: string): string {
  return `${currency} ${formatNumber(language, amount, 2)}`;
}

/** `3 days ago`, `in 2 months`: the largest unit that says something. */
export function formatAgo(language: Language, days: number): string {
  const size = Math.abs(days);
  const format = relatives(language, '');
  if (size < 14) return format.format(-days, 'day');
  if (size < 60) return format.format(-Math.round(days / 7), 'week');
  if (size < 730) return format.format(-Math.round(days / 30.44), 'month');
  return format.format(-Math.round(days / 365.25), 'year');
}

export const currencyName = (language: Language, code: string): string => currencyNames(language, '').of(code) ?? code;
/** Of any tag; one that nobody knows names itself, because tags come from people and files. */
export const languageName = (language: Language, tag: string): string => nameOfLanguage(tag, language);
export const formatList = (language: Language, items: readonly string[]): string => lists(language, '').format(items);
/** Languages by their names, in the order in which their tags stand. */
export const formatLanguages = (language: Language, tags: readonly string[]): string => formatList(language, tags.map((tag) => languageName(language, tag)));
