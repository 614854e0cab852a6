import { formatDayInZone, formatLanguages, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Stats, type Stat } from '#app/ui/stats';
import { modeName, zoneName } from '#app/working-groups/marks';
import { clocksOf } from './clocks';
import type { SessionRecord } from './queries.server';

interface MeetingTimesProps {
  readonly session: Pick<SessionRecord, 'starts_at' | 'ends_at' | 'time_zone' | 'mode' | 'languages' | 'place'>;
  /** Of the reader, where it is known. */
  readonly ownZone: string | undefined;
}

/** When and where: the zone of the meeting first, then the reader's own, then UTC, each by its name. */
export function MeetingTimes({ session, ownZone }: MeetingTimesProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { starts_at, ends_at, time_zone } = session;
  const clocks = clocksOf(time_zone, ownZone).map(({ zone, whose }): Stat => ({
    key: zone,
    label: <><bdi>{zoneName(zone)}</bdi> <span className="muted normal">{whose === 'utc' ? '' : t(`time.${whose}_zone`)}</span></>,
    value: <time dateTime={starts_at.toISOString()}>{formatTime(language, starts_at, zone)}</time>,
    of: ends_at === null ? t('meeting.no_end') : t('time.to', { time: formatTime(language, ends_at, zone) }),
    notes: [formatDayInZone(language, starts_at, zone)],
  }));
  const where: Stat = { key: 'where', label: t('session.where'), value: modeName(session.mode, t), notes: [
    ...(session.place === null ? [] : [<bdi key="place">{session.place}</bdi>]),
    ...(session.languages.length === 0 ? [] : [t('session.held_in', { languages: formatLanguages(language, session.languages) })]),
  ] };
  return <Stats stats={[...clocks, where]} />;
}
