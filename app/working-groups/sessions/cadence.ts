import { addDays, addMonths, daysBetween, type Day } from '#app/platform/clock';
import type { Cadence } from '#app/working-groups/model';
import { versionOn, type Terms } from '#app/working-groups/terms/model';

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

type Stepping = Pick<Terms, 'version' | 'from_on' | 'cadence'>;

/**
 * The days to which the terms of a group lead after its last session, in order. The version that holds on a day says by which cadence it is
 * reached: whole steps from the last session, or from the last day before the cadence changed.
 */
export function proposedDays(versions: readonly Stepping[], last: Day | undefined, { notBefore, until }: { readonly notBefore: Day; readonly until: Day }): readonly Day[] {
  const days: Day[] = [];
  if (last === undefined) return days;
  let from = { day: last, cadence: versionOn(versions, last)?.cadence };
  for (;;) {
    const before = days.at(-1);
    const anchorOf = ({ cadence }: Stepping) => (cadence === from.cadence ? from.day : (before ?? last));
    const next = firstOf(versions, anchorOf, before === undefined ? notBefore : addDays(before, 1));
    if (next === undefined || next.day > until) return days;
    from = { day: anchorOf(next.under), cadence: next.under.cadence };
    days.push(next.day);
  }
}

/** The earliest day that a version leads to while it holds. */
function firstOf(versions: readonly Stepping[], anchorOf: (under: Stepping) => Day, notBefore: Day): { readonly day: Day; readonly under: Stepping } | undefined {
  return versions.flatMap((under) => {
    const day = nextDay(under.cadence, anchorOf(under), under.from_on > notBefore ? under.from_on : notBefore);
    return day !== undefined && versionOn(versions, day) === under ? [{ day, under }] : [];
  }).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];
}

/** The day within three of the given one that falls on the weekday of another. */
function sameWeekday(day: Day, like: Day): Day {
  const off = daysBetween(like, day) % 7;
  const back = off > 3 ? off - 7 : off < -3 ? off + 7 : off;
  return addDays(day, -back);
}
