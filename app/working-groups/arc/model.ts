import { addDays, addMonths, type Day } from '#app/platform/clock';
import type { Cadence, GroupStatus } from '#app/working-groups/model';
import { proposedDays } from '#app/working-groups/sessions/cadence';
import type { SessionStatus } from '#app/working-groups/sessions/model';
import { standingOf } from '#app/working-groups/terms/model';

/** How many months an arc has, and each of its rows. */
export const arcMonths = 24;
export const rowMonths = 12;

/** A session with its day in the zone of the meeting. */
export interface ArcSession {
  readonly ref: string;
  readonly title: string;
  readonly status: SessionStatus;
  readonly day: Day;
}

export const arcKinds = ['held', 'planned', 'proposed', 'called_off'] as const;
export type ArcKind = (typeof arcKinds)[number];

/** What stands in a month: a session, or a day that the cadence proposes. */
export interface ArcEntry {
  readonly kind: ArcKind;
  readonly day: Day;
  /** None of a day that is only proposed. */
  readonly session?: ArcSession | undefined;
}

export interface ArcTerms {
  readonly version: number;
  readonly from_on: Day;
  readonly cadence: Cadence;
}

export interface ArcMonth {
  /** Its first day. */
  readonly month: Day;
  readonly entries: readonly ArcEntry[];
  /** Versions of the terms of reference that begin in it. */
  readonly terms: readonly ArcTerms[];
}

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

interface Lasting {
  readonly starts_on: Day | null;
  readonly ends_on: Day | null;
}

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
const monthsBetween = (from: Day, to: Day): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** AR-1: two years from the month in which the group began, then the next two, up to those in which it ended; else a year back and a year ahead. */
export function spanOf({ starts_on, ends_on }: Lasting, today: Day): Span {
  const at = ends_on !== null && ends_on < today ? ends_on : today;
  const first = starts_on === null ? addMonths(monthOf(at), 1 - rowMonths) : addMonths(monthOf(starts_on), arcMonths * Math.max(0, Math.floor(monthsBetween(starts_on, at) / arcMonths)));
  return { from: first, until: addDays(addMonths(first, arcMonths), -1) };
}

export interface ArcFacts extends Lasting {
  readonly status: GroupStatus;
  /** Of the terms in force today. */
  readonly notice_days: number;
  readonly versions: readonly ArcTerms[];
  /** Those in the span, in the order of time. */
  readonly sessions: readonly ArcSession[];
  /** The day of the last session that was not called off, whether it has met or is to come. */
  readonly last: Day | null;
}

const meeting: readonly GroupStatus[] = ['chartered', 'active', 'reporting'];

/** AR-2, AR-3: every month of the span with what stands in it. */
export function arcOf(facts: ArcFacts, today: Day): readonly ArcMonth[] {
  const span = spanOf(facts, today);
  const until = facts.ends_on !== null && facts.ends_on < span.until ? facts.ends_on : span.until;
  const proposed = meeting.includes(facts.status) ? proposedDays(facts.versions, facts.last ?? undefined, { notBefore: addDays(today, facts.notice_days), until }) : [];
  const entries: readonly ArcEntry[] = [...facts.sessions.map((session) => ({ kind: kindOf(session.status), day: session.day, session })), ...proposed.map((day) => ({ kind: 'proposed' as const, day }))];
  const begun = facts.versions.filter((one) => standingOf(facts.versions, one, today).state !== 'replaced');
  return Array.from({ length: arcMonths }, (_, nth) => {
    const month = addMonths(span.from, nth);
    return {
      month,
      entries: entries.filter(({ day }) => monthOf(day) === month).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
      terms: begun.filter(({ from_on }) => monthOf(from_on) === month).toSorted((a, b) => a.version - b.version),
    };
  });
}

const kindOf = (status: SessionStatus): ArcKind => (status === 'cancelled' ? 'called_off' : status === 'draft' || status === 'convened' ? 'planned' : 'held');

/** How many there are of each kind, in the order of `arcKinds`, without those of which there is none. */
export function countsOf(months: readonly ArcMonth[]): readonly { readonly kind: ArcKind; readonly count: number }[] {
  const entries = months.flatMap((one) => one.entries);
  return arcKinds.map((kind) => ({ kind, count: entries.filter((one) => one.kind === kind).length })).filter(({ count }) => count > 0);
}

/** The day that is to be planned next. */
export const nextProposed = (months: readonly ArcMonth[]): Day | undefined => months.flatMap((one) => one.entries).find((one) => one.kind === 'proposed')?.day;
