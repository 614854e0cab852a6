import type { Freshness, Standing } from '#app/commitments/health/model';
import type { Split } from '#app/records/verification/model';

/** How the promises that count stand on a day. */
export interface StandingCounts {
  readonly total: number;
  readonly by: Readonly<Partial<Record<Standing, number>>>;
  /** With an accepted update, and the leads (members and countries) that these come from. */
  readonly updated: number;
  readonly leads: number;
  readonly reporting: number;
  /** On track, and checked by somebody other than who reported it. */
  readonly checked: number;
  /** Of those with an accepted update, who says so. */
  readonly rungs: Split;
}

/** The four answers to "are the promises kept?". */
export const answers = ['reached', 'on_track', 'behind', 'stale'] as const;
export type Answer = (typeof answers)[number];

/** Which standings each answer is made of; together they are all promises that count. */
export const madeOf: Readonly<Record<Answer, readonly Standing[]>> = {
  reached: ['reached_on_time', 'reached_late'], on_track: ['on_track'], behind: ['at_risk', 'off_track', 'not_reached'], stale: ['stale'],
};

export const countOf = (counts: StandingCounts, answer: Answer): number => madeOf[answer].reduce((sum, standing) => sum + (counts.by[standing] ?? 0), 0);

/** How many promises name a group of learners: designed in from the start, or added later. */
export interface GroupCount {
  readonly code: string;
  readonly first: number;
  readonly later: number;
}

/** All groups there are, least covered first; one that nobody named counts zero. */
export function leastFirst(codes: readonly string[], counts: readonly GroupCount[]): GroupCount[] {
  const known = new Map(counts.map((count) => [count.code, count]));
  return codes.map((code) => known.get(code) ?? { code, first: 0, later: 0 }).toSorted((a, b) => a.first + a.later - b.first - b.later);
}

/** The steps of shading for "n of the lines", so that the last one is a good half of them. */
export function lineBounds(lines: number): readonly [number, number, number, number] {
  const step = (share: number, least: number) => Math.max(least, Math.ceil(lines * share));
  const second = step(0.25, 2);
  const third = Math.max(second + 1, step(0.45, 3));
  return [1, second, third, Math.max(third + 1, step(0.6, 4))];
}

/** An accepted update, as the home page tells of it. Days are `YYYY-MM-DD`, values decimal strings. */
export interface LatestUpdate {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly lead: string;
  readonly standing: Standing;
  readonly freshness: Freshness | undefined;
  readonly on: string;
  readonly verification: string;
  readonly goal: { readonly unit: string | null; readonly baseline_value: string | null; readonly last_value: string | null; readonly target_value: string | null } | undefined;
}

/** One promise with what hangs together with it; null where a station is missing. */
export interface Walk {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly lead: string;
  readonly endorsement: { readonly ref: string; readonly on: string | null } | null;
  readonly clause: { readonly code: string; readonly title: string; readonly version: number; readonly working: boolean; readonly superseded: number | null } | null;
  readonly origin: { readonly kind: 'decision' | 'recommendation'; readonly ref: string; readonly text: string; readonly group: string } | null;
  readonly update: { readonly on: string | null; readonly verification: string } | null;
  readonly goal: LatestUpdate['goal'] | null;
  readonly figure: { readonly report: string; readonly title: string; readonly key: string; readonly number: string } | null;
}
