import { addDays, type Day } from '#app/platform/clock';

/** The days on which a seat stands as its row says; both belong to it. */
export interface Span {
  readonly from_on: Day;
  readonly until_on: Day | null;
}

/** What a change makes of a row: what stays before it, what holds in it, and what comes after. */
export interface Cut {
  readonly before: Span | null;
  readonly within: Span;
  readonly after: Span | null;
}

/**
 * SE-2: cuts a row where a change begins and, where it ends, where it ends. Undefined where the days do not lie in the row: every row holds
 * for days of its own, so that each session finds the seats as they were on its day.
 */
export function cutOf(row: Span, from: Day, until: Day | null): Cut | undefined {
  const ends = row.until_on;
  if (from < row.from_on || (ends !== null && from > ends)) return undefined;
  if (until !== null && (until < from || (ends !== null && until > ends))) return undefined;
  return {
    before: from === row.from_on ? null : { from_on: row.from_on, until_on: addDays(from, -1) },
    within: { from_on: from, until_on: until ?? ends },
    after: until === null || until === ends ? null : { from_on: addDays(until, 1), until_on: ends },
  };
}
