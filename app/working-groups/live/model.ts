import { currentItem } from '#app/working-groups/agenda/model';
import type { Presence } from '#app/working-groups/sessions/model';

/** Who watches a session live: everybody in its room, or those at its desk. */
export type LiveView = 'room' | 'desk';

/** LV-1: nobody is told what becomes of a session before it is convened, or once it was called off: it has no room then. */
export const hasRoom = (status: string): boolean => !['draft', 'cancelled'].includes(status);

/** An item as far as its time goes. */
export interface TimedItem {
  readonly outcome: string | null;
  readonly minutes: number | null;
  readonly extra_minutes: number;
  readonly ended_at: Date | null;
}

/** How the current item stands by the clock: when it began, and when its time is over; null where nobody planned one. */
export interface Timing {
  readonly began: Date;
  readonly ends: Date | null;
}

/** LV-3: an item begins when the one before it ended, the first with the session; minutes that were added count. */
export function timingOf(agenda: readonly TimedItem[], startedAt: Date): Timing | undefined {
  const item = currentItem(agenda);
  if (item === undefined) return undefined;
  const ended = agenda.flatMap(({ ended_at }) => (ended_at === null ? [] : [ended_at.getTime()]));
  const began = new Date(Math.max(startedAt.getTime(), ...ended));
  return { began, ends: item.minutes === null ? null : new Date(began.getTime() + (item.minutes + item.extra_minutes) * 60_000) };
}

/** How many minutes are added at once. */
export const addedMinutes = 5;

/** How somebody says that they are there: in the room with its code, or from elsewhere; or that they leave. */
export const checkIns = ['in_person', 'remote', 'left'] as const satisfies readonly Presence[];
export type CheckIn = (typeof checkIns)[number];

/** Seconds as a clock shows them: `08:40`, `1:02:05`. */
export function clockParts(seconds: number): readonly number[] {
  const all = Math.abs(Math.trunc(seconds));
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60)];
  return hours === 0 ? [minutes, all % 60] : [hours, minutes, all % 60];
}
