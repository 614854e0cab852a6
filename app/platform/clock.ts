import { Temporal } from 'temporal-polyfill';

/**
 * Time, in one file: instants are `Date`, calendar days are `YYYY-MM-DD`, zones are IANA names.
 * Rules never ask for the time; they are given `today` or `now`.
 */
export type Day = string;

/** The calendar day of an instant in a zone (UTC unless told). */
export function dayOf(now: Date, zone = 'UTC'): Day {
  if (zone === 'UTC') return now.toISOString().slice(0, 10);
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole days from one day to the other; negative when `to` is earlier. Days in UTC are all of one length, and lists ask often. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfADay;
}
const millisecondsOfADay = 86_400_000;

/** Whether a text is a day of the calendar that the database knows too: 30 February is none, and neither is the year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is an instant in UTC as lists spell it, `2026-03-29T14:30:00.123456Z`, with so many decimals of a second. */
export function isInstant(text: string, decimals: number): boolean {
  const [, day = '', hour = '', minute = '', second = '', fraction = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d+)Z$/.exec(text) ?? [];
  return isDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && fraction.length === decimals;
}

export function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a wall clock (`2026-03-29T14:30`) shows that time in a zone; a time that the clock skips moves forward. */
export function instantAt(wallClock: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** What the wall clock of a zone shows at an instant, as `2026-03-29T14:30`. */
export function wallClockAt(now: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
