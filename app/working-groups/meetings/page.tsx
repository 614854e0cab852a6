import { formatDate, formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { Tag } from '#app/ui/tag';
import { modeName, sessionTag, zoneName } from '#app/working-groups/marks';
import type { SessionRow } from '#app/working-groups/sessions/queries.server';
import { TakeawayList } from '#app/working-groups/takeaways/list';
import type { Takeaway } from '#app/working-groups/takeaways/queries.server';
import { presenceColumns } from './columns';
import type { MeetingRecord, OrganisationPresent, OwnRegistration } from './queries.server';
import { spanOfDays } from './words';

export interface MeetingFacts {
  readonly meeting: MeetingRecord;
  readonly sessions: readonly SessionRow[];
  readonly attendance: readonly OrganisationPresent[];
  readonly takeaways: readonly Takeaway[];
  readonly own: OwnRegistration | undefined;
  readonly leads: boolean;
}

/** A meeting of the coalition: when and where, how to take part, its programme, who came, and what was agreed to carry forward. */
export function MeetingPage(facts: MeetingFacts) {
  const { meeting, sessions, attendance, takeaways, leads } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const foreign = meeting.language === language ? undefined : meeting.language;
  const number = (count: number) => formatNumber(language, count);
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('groups.title') }, { href: to.workingGroup(meeting.group_ref), label: meeting.group_name }]} here={<bdi>{meeting.ref}</bdi>} />
      <Head tight kick={<>{spanOfDays(language, meeting, formatDate)} · <bdi className="nw">{meeting.ref}</bdi></>} title={<span lang={foreign}>{meeting.title}</span>} lede={meeting.introduction === null ? undefined : <span lang={foreign} dir="auto">{meeting.introduction}</span>}>
        <MeetingTag meeting={meeting} />
        {meeting.visibility !== 'public' && <Tag tone="draft" icon="lock">{t(`visibility.${meeting.visibility}`)}</Tag>}
        {leads && <Desk meeting={meeting} />}
      </Head>
      {meeting.status === 'cancelled' && <Notice tone="err" title={t('annual.cancelled')}><bdi>{meeting.cancelled_reason}</bdi></Notice>}
      <Stats stats={[
        { key: 'sessions', label: t('annual.stat.sessions'), value: number(sessions.length) }, { key: 'registered', label: t('annual.stat.registered'), value: number(meeting.registered) },
        { key: 'came', label: t('annual.stat.came'), value: meeting.came === null ? '–' : number(meeting.came), ...(meeting.came === null ? { notes: [t('annual.not_noted')] } : { of: t('annual.stat.of', { shown: number(meeting.registered) }) }) },
        { key: 'takeaways', label: t('annual.stat.takeaways'), value: number(takeaways.length) },
      ]} />
      <div className="spacer" />
      <Section id="part" title={t('annual.part')} note={t('annual.part_note')}><Part {...facts} /></Section>
      <Section id="programme" title={t('annual.programme')} note={t('annual.programme_note', { zone: zoneName(meeting.time_zone) })} wide><Programme {...facts} /></Section>
      <Section id="takeaways" title={t('takeaway.many')} note={t('takeaway.note')}>{takeaways.length === 0 ? <p className="muted">{t('takeaway.none')}</p> : <TakeawayList takeaways={takeaways} leads={leads} withSession />}</Section>
      <Section id="attendance" title={t('annual.attendance')} note={t('annual.attendance_note')} wide>
        {attendance.length === 0 ? <p className="muted">{t('annual.nobody')}</p> : <ListTable caption={t('annual.attendance')} columns={presenceColumns} rows={attendance} keyOf={(row) => row.ref ?? ''} t={t} />}
      </Section>
    </>
  );
}

export function MeetingTag({ meeting: { status } }: { readonly meeting: Pick<MeetingRecord, 'status'> }) {
  const t = useText('working-groups');
  return <Tag tone={status === 'cancelled' ? 'off' : status === 'draft' ? 'draft' : 'prog'}>{t(`annual.status.${status}`)}</Tag>;
}

function Desk({ meeting: { ref, status } }: { readonly meeting: MeetingRecord }) {
  const t = useText('working-groups');
  return (
    <>
      {status !== 'cancelled' && <a href={paths.meetingAct(ref, 'edit')}>{t('annual.edit')}</a>}
      {status === 'draft' && <a href={paths.meetingAct(ref, 'announcement')}>{t('annual.announce')}</a>}
      {status !== 'draft' && <a href={paths.meetingAct(ref, 'participants')}>{t('annual.participants')}</a>}
      {status !== 'cancelled' && <a href={paths.meetingAct(ref, 'cancellation')}>{t('annual.cancel')}</a>}
    </>
  );
}

function Part({ meeting, own }: MeetingFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const until = { day: formatDate(language, meeting.registration_closes_on), from: formatDate(language, meeting.registration_opens_on) };
  const registers = meeting.state === 'open' || meeting.state === 'full';
  const free = meeting.places === null ? null : Math.max(0, meeting.places - meeting.taken);
  return (
    <>
      <Facts facts={[
        { label: t('annual.when'), value: spanOfDays(language, meeting, formatDate) }, { label: t('plan.time_zone'), value: <bdi>{zoneName(meeting.time_zone)}</bdi> },
        { label: t('session.mode'), value: modeName(meeting.mode, t) }, { label: t('plan.place'), value: meeting.place === null ? t('annual.no_place') : <bdi>{meeting.place}</bdi> },
        { label: t('annual.registration'), value: t(`annual.state.${meeting.state}`, until) },
        ...(free === null || !registers ? [] : [{ label: t('annual.places'), value: t('annual.places_free', { count: free, free: formatNumber(language, free), all: formatNumber(language, meeting.places ?? 0) }) }]),
      ]} />
      {own !== undefined && <p>{t('annual.own', { way: t(`annual.way.${own.mode}`) })}</p>}
      {registers && <p><a className="btn" href={paths.meetingAct(meeting.ref, 'registration')}>{t(own === undefined ? 'annual.register' : 'annual.change')}</a></p>}
      {!registers && own !== undefined && meeting.status === 'announced' && meeting.came === null && <p><a href={paths.meetingAct(meeting.ref, 'withdrawal')}>{t('annual.withdraw')}</a></p>}
    </>
  );
}

function Programme({ meeting, sessions }: MeetingFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (sessions.length === 0) return <p className="muted">{t('annual.no_programme')}</p>;
  const days = [...new Set(sessions.map((one) => dayOf(one.starts_at, meeting.time_zone)))];
  const clock = (at: Date) => formatTime(language, at, meeting.time_zone);
  return days.map((day) => {
    const held = sessions.filter((one) => dayOf(one.starts_at, meeting.time_zone) === day);
    return (
      <div key={day} className="pt-16">
        <h3>{held[0] === undefined ? day : formatDayInZone(language, held[0].starts_at, meeting.time_zone)}</h3>
        <List>
          {held.map((one) => (
            <Item key={one.ref} href={paths.in(language).session(one.ref)} title={<bdi>{one.title}</bdi>} marks={one.status === 'convened' ? undefined : sessionTag(one.status, t)}
              note={<><span className="num"><time dateTime={one.starts_at.toISOString()}>{clock(one.starts_at)}</time>{one.ends_at !== null && <>–{clock(one.ends_at)}</>}</span>{one.track !== null && <> · <bdi>{one.track}</bdi></>} · <bdi>{one.ref}</bdi></>} />
          ))}
        </List>
      </div>
    );
  });
}
