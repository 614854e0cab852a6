import { formatDayInZone, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { Text } from '#app/languages/catalogue';

/** When a session is; its end is null where nobody said it. */
export interface Hours {
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly time_zone: string;
}

export interface Clock {
  readonly zone: string;
  readonly whose: 'meeting' | 'own' | 'utc';
}

/** Whose clocks a time is told on, each zone once: the meeting's first, then the reader's own where it is known, then UTC. */
export function clocksOf(time_zone: string, ownZone: string | undefined): readonly Clock[] {
  const clocks: Clock[] = [{ zone: time_zone, whose: 'meeting' }];
  if (ownZone !== undefined && ownZone !== time_zone && ownZone !== 'UTC') clocks.push({ zone: ownZone, whose: 'own' });
  if (time_zone !== 'UTC') clocks.push({ zone: 'UTC', whose: 'utc' });
  return clocks;
}

/** “19 March 2026, 16:00 to 17:30” on the clock of a zone, which the caller names. */
export function hoursOn(zone: string, { starts_at, ends_at }: Hours, t: Text, language: Language): string {
  const start = t('time.on', { day: formatDayInZone(language, starts_at, zone), time: formatTime(language, starts_at, zone) });
  return ends_at === null ? start : `${start} ${t('time.to', { time: formatTime(language, ends_at, zone) })}`;
}
