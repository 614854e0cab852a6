import { daysBetween, type Day } from '#app/platform/clock';

/** When the clock reminds: so many days after the day on which updates are due; those before it are negative. */
const offsets = { before_30: -30, before_7: -7, after_3: 3, after_14: 14, line_21: 21, line_28: 28 } as const;
export type Stage = keyof typeof offsets;
const stages = Object.keys(offsets) as Stage[];

/** Who is written to: those who speak for the lead, then further up the line. */
export const levels = ['speakers', 'lead', 'secretariat'] as const;
export type Level = (typeof levels)[number];

/** The last stage whose day has come; undefined before the first. What nobody was awake for is done by the next day, and what was passed is not sent any more. */
export const stageOn = (due: Day, today: Day): Stage | undefined => stages.findLast((stage) => daysBetween(due, today) >= offsets[stage]);

/** The level at which a stage begins; where nobody can be reached there, the next one is asked. */
export const levelOf = (stage: Stage): Level => (stage === 'line_28' ? 'secretariat' : stage === 'line_21' ? 'lead' : 'speakers');

/** Nobody is reminded more than once in so many days. */
export const restDays = 7;
export const isRested = (last: Date | string | null, now: Date): boolean => last === null || now.getTime() - new Date(last).getTime() >= restDays * 86_400_000;

/** One who leads commitments of which an update is asked and not in, with those who can be written to about them. */
export interface SilentLead {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
  /** Reference of the organisation, or code of the country. */
  readonly ref: string;
  /** As an organisation calls itself; null for a country. */
  readonly name: string | null;
  readonly missing: number;
  /** The first of them, as `CMT-2026-0001 Title`. */
  readonly titles: readonly string[];
  /** The last day on which it may answer in time: its extension, else that of the cycle. */
  readonly due_on: Day;
  readonly extended: boolean;
  readonly nudged_at: string | null;
  readonly readers: readonly { readonly id: string; readonly language: string; readonly nudged_at: string | null }[];
}

export type NudgeRefusal = 'lately' | 'nobody';

/** Whom a reminder by hand would reach, and why it reaches nobody. */
export function restedReaders({ readers }: Pick<SilentLead, 'readers'>, now: Date): { readonly readers: SilentLead['readers']; readonly why: NudgeRefusal | undefined } {
  const rested = readers.filter((one) => isRested(one.nudged_at, now));
  return { readers: rested, why: rested.length > 0 ? undefined : readers.length > 0 ? 'lately' : 'nobody' };
}
