import { addDays, addMonths, daysBetween, type Day } from '#app/platform/clock';
import type { Cadence } from '#app/working-groups/model';

const months: Readonly<Record<Cadence, number | null>> = { monthly: 1, quarterly: 3, yearly: 12, irregular: null };

/**
 * The day that the cadence leads to: the same day of the week as last time, as near as can be to whole months after it, and not
 * before a day (today and the notice). Undefined where a group meets irregularly or never met.
 */
export function nextDay(cadence: Cadence, last: Day | undefined, notBefore: Day): Day | undefined {
  const step = months[cadence];
  if (step === null || last === undefined) return undefined;
  for (let times = 1; ; times += 1) {
    const day = sameWeekday(addMonths(last, step * times), last);
    if (day >= notBefore) return day;
  }
}

/** The day within three of the given one that falls on the weekday of another. */
function sameWeekday(day: Day, like: Day): Day {
  const off = daysBetween(like, day) % 7;
  const back = off > 3 ? off - 7 : off < -3 ? off + 7 : off;
  return addDays(day, -back);
}
