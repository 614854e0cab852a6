import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { languagesIn } from '#app/form/languages-field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { wallClockAt } from '#app/platform/clock';
import { meetingTime } from '#app/working-groups/marks';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { languageFields, WhenFields, type WhenField } from './when-fields';

interface SchedulePageProps {
  readonly session: SessionRecord;
  /** How many people are told. */
  readonly readers: number;
  readonly zones: readonly string[];
  readonly today: string;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Moves a session to another time or place. */
export function SchedulePage({ session, readers, zones, today, last }: SchedulePageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const desk = { href: paths.sessionDesk(session.ref), label: session.ref };
  const clock = wallClockAt(session.starts_at, session.time_zone);
  const now: Readonly<Record<WhenField, string>> = {
    title: session.title, day: clock.slice(0, 10), time: clock.slice(11), minutes: session.ends_at === null ? '' : String(Math.round((session.ends_at.getTime() - session.starts_at.getTime()) / 60_000)),
    time_zone: session.time_zone, mode: session.mode ?? '', place: session.place ?? '', join_link: session.join_link ?? '', languages: '', other_languages: '',
  };
  const field = fieldIn(last);
  return (
    <ActPage above={[{ href: paths.groupDesk(session.group_ref), label: t('desk.of', { name: session.group_name }) }, desk]} act={t('plan.reschedule')} lede={<><bdi>{session.title}</bdi> · {meetingTime(session, t, language)}</>}
      follows={session.status === 'convened' ? `${t('plan.reschedule_follows')} ${t('desk.will_mail', { count: readers, shown: formatNumber(language, readers) })}` : undefined}
      back={{ href: desk.href, label: t('plan.reschedule_not') }} last={last} version={session.version}>
      <WhenFields field={(name) => field(name, now[name])} languages={languagesIn(last, languageFields, session.languages)} zones={zones} from={today} />
    </ActPage>
  );
}
