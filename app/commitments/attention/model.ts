import { daysBetween, type Day } from '#app/platform/clock';

/** Who is told that commitments stand alone, further up the line each time. */
export const levels = ['lead', 'secretariat', 'above'] as const;
export type Level = (typeof levels)[number];

/** CO-10: after how many days whose turn it is. */
export const daysOf: Readonly<Record<Level, number>> = { lead: 30, secretariat: 60, above: 90 };

/** The levels whose turn has come. */
export const dueLevels = (since: Day, today: Day): readonly Level[] => levels.filter((level) => daysBetween(since, today) >= daysOf[level]);

/** Who looks after a commitment. */
export interface Attention {
  /** Names only of those who agreed to be named. */
  readonly people: readonly { readonly role: string; readonly name: string | null }[];
  /** Where nobody does: since when, as far as it is known. */
  readonly since: Day | null;
  /** The organisation whose work the viewer may hand over. */
  readonly handOver: string | null;
}
