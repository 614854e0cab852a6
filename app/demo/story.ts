import { addDays, type Day } from '#app/platform/clock';

/** The days of the story, counted back from the day on which it is told. */
export interface Story {
  readonly today: Day;
  /** The year of the open cycle; the published one is the year before. */
  readonly year: number;
  /** An instant on the day that lies so many days back; `hour` keeps what happens on one day in order. */
  readonly ago: (days: number, hour?: number, minute?: number) => Date;
  readonly dayAgo: (days: number) => Day;
}

export function storyOf(today: Day): Story {
  const dayAgo = (days: number) => addDays(today, -days);
  return {
    today,
    year: Number(today.slice(0, 4)),
    dayAgo,
    ago: (days, hour = 9, minute = 0) => new Date(`${dayAgo(days)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`),
  };
}

/** When what happens, in days before today. */
export const chapters = {
  founding: 1190,
  firstEndorsements: 1150,
  groups: 430,
  lastCycleOpens: 480,
  lastCycleDue: 400,
  lastCycleGrace: 385,
  lastCycleLock: 360,
  reportFrozen: 300,
  reportPublished: 262,
  cycleOpens: 60,
  /** Ahead. */
  cycleDue: -9,
  cycleGrace: -24,
  cycleLock: -54,
} as const;

/** A small repeatable choice, so that the same day tells the same story: a number from 0 to below `size`. */
export function pick(seed: number, size: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ Math.imul(seed + 0x9e3779b9, 0x297a2d39);
  return ((mixed >>> 3) >>> 0) % size;
}
