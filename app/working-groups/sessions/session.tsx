import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { actionColumns } from '#app/working-groups/actions/table';
import { AnsweringCommitments } from '#app/working-groups/answers/list';
import type { AnsweringCommitment } from '#app/working-groups/answers/queries.server';
import { agendaColumns } from '#app/working-groups/agenda/table';
import { BallotPanel } from '#app/working-groups/decisions/ballots/panel';
import type { BallotRow } from '#app/working-groups/decisions/ballots/queries.server';
import { DecisionList } from '#app/working-groups/decisions/item';
import type { DecisionRecord } from '#app/working-groups/decisions/queries.server';
import { sessionTag } from '#app/working-groups/marks';
import { AnnouncedSection } from '#app/working-groups/meetings/announced';
import { TakeawaysSection } from '#app/working-groups/takeaways/section';
import type { Takeaway } from '#app/working-groups/takeaways/queries.server';
import { Papers } from '#app/working-groups/papers/list';
import type { PaperRow } from '#app/working-groups/papers/queries.server';
import { Attendance } from './attendance';
import { quorumOf } from './model';
import { QuorumFacts, QuorumLine } from './quorum';
import type { SessionRecord } from './queries.server';
import type { ActionRow, AgendaItem, Room } from './record.server';
import { MeetingTimes } from './times';

export interface SessionFacts {
  readonly session: SessionRecord;
  readonly agenda: readonly AgendaItem[];
  readonly papers: readonly PaperRow[];
  /** Empty where the session has not begun or may not be told. */
  readonly room: Room;
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly ActionRow[];
  readonly commitments: readonly AnsweringCommitment[];
  readonly takeaways: readonly Takeaway[];
  /** Only for the group's own room. */
  readonly ballots: readonly BallotRow[];
  readonly today: string;
  readonly ownZone: string | undefined;
  readonly leads: boolean;
  /** Whether the viewer can answer an invitation. */
  readonly invited: boolean;
}

/** A session: when and where, who came, whether that was enough, what was treated, decided and given to whom. */
export function SessionPage(facts: SessionFacts) {
  const { session } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const met = session.started_at !== null;
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('groups.title') }, { href: to.workingGroup(session.group_ref), label: session.group_name }]} here={<bdi>{session.ref}</bdi>} />
      <Head tight kick={<>{session.group_name} · <bdi>{session.ref}</bdi></>} title={<bdi>{session.title}</bdi>} lede={<Lede {...facts} />}>
        {sessionTag(session.status, t)}
        {session.short_notice && <Tag tone="late">{t('session.short_notice')}</Tag>}
        {session.visibility !== 'public' && <Tag tone="draft" icon="lock">{t(`visibility.${session.visibility}`)}</Tag>}
        <span className="small muted">{t(`purpose.${session.purpose}`)}</span>
        {session.convened_at !== null && <a href={to.sessionCalendar(session.ref)}>{t('calendar.add')}</a>}
        {session.minutes !== null && <a href={to.minutes(session.ref)}>{t('session.minutes', { ref: session.minutes })}</a>}
        {facts.invited && <a href={paths.sessionInvitation(session.ref)}>{t('invitation.open')}</a>}
        {facts.leads && <a href={paths.sessionDesk(session.ref)}>{t('desk.open_session')}</a>}
      </Head>
      <MeetingTimes session={session} ownZone={facts.ownZone} />
      <div className="spacer" />
      <Remarks session={session} />
      {session.join_link !== null && !met && <p className="pb-32"><a href={session.join_link} rel="noreferrer">{t('session.join')}</a></p>}
      <AnnouncedSection description={session.description} links={session.links} />
      {facts.ballots.length > 0 && <Section id="ballots" title={t('ballot.many')} note={t('ballot.own_note')}><BallotPanel sessionRef={session.ref} ballots={facts.ballots} /></Section>}
      {met && session.told && <Present {...facts} />}
      <Items {...facts} />
      {met && session.told && <Results {...facts} />}
      <TakeawaysSection session={session} takeaways={facts.takeaways} leads={facts.leads} />
    </>
  );
}

function Lede({ session, room, decisions, actions }: SessionFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (session.started_at === null && session.status === 'published') return t('meeting.lede');
  if (session.started_at === null) return session.status === 'cancelled' ? t('session.lede.cancelled') : t('session.lede.ahead');
  if (!session.told) return t('session.lede.untold');
  const quorum = quorumOf(room);
  const shown = (count: number) => ({ count, shown: formatNumber(language, count) });
  return [
    t('session.lede.present', { present: formatNumber(language, quorum.present), base: formatNumber(language, quorum.base), count: quorum.base }),
    decisions.length === 0 ? t('decision.none') : t('session.lede.decisions', shown(decisions.length)), actions.length === 0 ? t('action.none') : t('session.lede.actions', shown(actions.length)),
  ].join(' ');
}

function Remarks({ session }: { readonly session: SessionRecord }) {
  const remark = useRemark(session);
  return remark === null ? null : <>{remark}<div className="spacer" /></>;
}

function useRemark(session: SessionRecord) {
  const t = useText('working-groups');
  if (session.status === 'cancelled') return <Notice tone="err" title={t('session.cancelled')}>{session.cancelled_reason}</Notice>;
  if (session.started_at !== null && !session.told) return <Notice tone="none">{t('session.not_told')}</Notice>;
  if (session.started_at !== null && session.status !== 'published') return <Notice>{t('session.only_inside')}</Notice>;
  const silent = session.status !== 'published' || session.started_at === null || session.minutes !== null;
  if (session.summary === null && silent) return null;
  return <>{session.summary !== null && <p><bdi>{session.summary}</bdi></p>}{!silent && <div className="pt-16"><Notice tone="none">{t('session.no_minutes')}</Notice></div>}</>;
}

function Present({ room, session }: SessionFacts) {
  const t = useText('working-groups');
  const quorum = quorumOf(room);
  return (
    <>
      <Section id="attendance" title={t('attendance.title')} note={t('attendance.note')}>
        <Attendance room={room} />
      </Section>
      <Section id="quorum" title={t('quorum.title')} note={t('quorum.note')}>
        <QuorumLine quorum={quorum} />
        <QuorumFacts room={room} zone={session.time_zone} />
      </Section>
    </>
  );
}

function Items({ session, agenda, papers, decisions }: SessionFacts) {
  const t = useText('working-groups');
  const rows = agenda.map((item) => ({ ...item, decisions: decisions.filter((one) => one.item === item.position).map((one) => one.ref) }));
  const notes = agenda.filter((item) => item.notes.length > 0);
  const hidden = session.started_at === null || !session.told ? ['outcome'] : [];
  return (
    <Section id="items" title={t('agenda.title')}>
      {rows.length === 0 ? <p className="muted">{t('agenda.none')}</p> : <ListTable caption={t('agenda.title')} columns={agendaColumns} rows={rows} keyOf={(row) => row.id} t={t} hidden={hidden} />}
      {papers.length > 0 && (
        <>
          <h3>{t('papers.title')}</h3>
          <Papers papers={papers} inside={session.inside} />
        </>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{t('agenda.notes')}</summary>
          <div className="flow pt-8">
            {notes.map((item) => (
              <div key={item.id}>
                <h3><bdi>{item.title}</bdi></h3>
                {item.notes.flatMap(({ id, text }) => text.split('\n\n').map((paragraph, at) => <p key={`${id} ${at}`}><bdi>{paragraph}</bdi></p>))}
              </div>
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}

function Results({ decisions, actions, commitments, today, session }: SessionFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <Section id="decisions" title={t('decisions.title')} note={t('decisions.note')}>
        <DecisionList decisions={decisions} />
      </Section>
      <Section id="actions" title={t('action.many')} note={t('action.note')}>
        {actions.length === 0 ? <p className="muted">{t('action.none')}</p> : <ListTable caption={t('action.many')} columns={actionColumns(today)} rows={actions} keyOf={(row) => row.id} t={t} hidden={['session']} />}
      </Section>
      <Section id="commitments" title={t('answers.title')} note={t('answers.note')}>
        <AnsweringCommitments commitments={commitments} withOrigin />
        <p className="small"><a href={paths.in(language).decisions({ group: session.group_ref })}>{t('group.all_decisions')}</a></p>
      </Section>
    </>
  );
}
