import { useOutletContext } from '@remix-run/react';
import { ErrorSummary } from '#app/form/error-summary';
import { formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { InvitationsPanel } from '#app/working-groups/invitations/panel';
import { meetingTime, sessionTag } from '#app/working-groups/marks';
import { CodePanel } from '#app/working-groups/live/code-panel';
import { Live, Part } from '#app/working-groups/live/live';
import { BallotDeskPanel } from '#app/working-groups/decisions/ballots/panel';
import { errorsOfReply, type Desk, type DeskReply } from './act-form';
import { AgendaPanel } from './agenda-panel';
import { AttendancePanel } from './attendance-panel';
import { CapturePanel } from './capture-panel';
import { CurrentPanel } from './current-panel';
import { AfterPanel, PreparePanel } from './life-panels';
import { ProvisionalPanel, SoFarPanel } from './outcome-panels';
import { QuorumPanel } from './quorum-panel';
import type { DeskFacts } from './queries.server';

/** The desk of a session, before, during and after it: everything is a link or a plain form. */
export function SessionDesk({ reply }: { readonly reply?: DeskReply }) {
  const desk: Desk = { ...useOutletContext<DeskFacts>(), reply };
  const { status } = desk.session;
  const live = status === 'in_progress';
  const met = desk.session.started_at !== null;
  return (
    <>
      <ErrorSummary errors={errorsOfReply(reply)} />
      <DeskHead desk={desk} />
      <Live session={desk.session} view="desk" now={desk.now} here={paths.sessionDesk(desk.session.ref)}>
        <div className="desk">
          <div className="flow">
            {(status === 'draft' || status === 'convened') && <Part name="prepare"><PreparePanel desk={desk} /></Part>}
            {status === 'convened' && <Part name="invited"><InvitationsPanel invited={desk.invited} /></Part>}
            {live && <Part name="current"><CurrentPanel desk={desk} /></Part>}
            {live && <Part name="capture"><CapturePanel desk={desk} /></Part>}
            {met && <Part name="ballots"><BallotDeskPanel desk={desk} /></Part>}
            {met && <Part name="so-far"><SoFarPanel desk={desk} /></Part>}
            {live && <Part name="attendance"><AttendancePanel desk={desk} /></Part>}
            {live && desk.provisional.length > 0 && <Part name="provisional"><ProvisionalPanel desk={desk} /></Part>}
            {desk.session.adjourned_at !== null && <Part name="after"><AfterPanel desk={desk} /></Part>}
          </div>
          <div className="flow">
            <Part name="agenda"><AgendaPanel desk={desk} /></Part>
            {met && <Part name="quorum"><QuorumPanel desk={desk} /></Part>}
            {live && <Part name="code"><CodePanel desk={desk} /></Part>}
          </div>
        </div>
      </Live>
    </>
  );
}

function DeskHead({ desk: { session } }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const live = session.status === 'in_progress';
  return (
    <>
      <Crumbs above={[{ href: paths.groupDesk(session.group_ref), label: t('desk.of', { name: session.group_name }) }]} here={<bdi>{session.ref}</bdi>} />
      <div className="pb-16 head">
        <div className="row">
          {live ? <span className="live">{t('desk.live')}</span> : sessionTag(session.status, t)}
          <span className="small muted num">
            <bdi>{session.ref}</bdi> · {meetingTime(session, t, language)} · {t('time.utc', { time: formatTime(language, session.starts_at, 'UTC') })}
          </span>
          {session.status !== 'draft' && <a className="push small" href={paths.sessionRoom(session.ref)}>{t('room.title')}</a>}
          <a className={session.status === 'draft' ? 'push small' : 'small'} href={paths.in(language).session(session.ref)}>{t(session.visibility === 'public' && session.convened_at !== null ? 'desk.public_page' : 'desk.page')}</a>
        </div>
        <h1><bdi>{session.title}</bdi></h1>
      </div>
    </>
  );
}
