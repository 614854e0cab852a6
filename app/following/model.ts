import { addDays, type Day } from '#app/platform/clock';

/** What can be followed. */
export const subjectKinds = ['commitment', 'country', 'clause', 'coalition'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** One thing that is followed: a commitment, a clause or a coalition by its id, a country by its code. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** How often one is told. */
export const rhythms = ['daily', 'weekly', 'monthly', 'none'] as const;
export type Rhythm = (typeof rhythms)[number];
/** Of whoever follows something and has chosen nothing. */
export const firstRhythm: Rhythm = 'weekly';

export const mostFollowed = 500;

/** The first day of the time that a day belongs to: the day itself, its Monday, the first of its month. */
export function beginningOf(rhythm: Exclude<Rhythm, 'none'>, day: Day): Day {
  if (rhythm === 'daily') return day;
  if (rhythm === 'monthly') return `${day.slice(0, 8)}01`;
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
