import { useOutletContext } from '@remix-run/react';
import { ErrorSummary } from '#app/form/error-summary';
import { formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { InvitationsPanel } from '#app/working-groups/invitations/panel';
import { meetingTime, sessionTag } from '#app/working-groups/marks';
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
  return (
    <>
      <ErrorSummary errors={errorsOfReply(reply)} />
      <DeskHead desk={desk} />
      <div className="desk">
        <div className="flow">
          {(status === 'draft' || status === 'convened') && <PreparePanel desk={desk} />}
          {desk.session.status === 'convened' && <InvitationsPanel invited={desk.invited} />}
          {live && <CurrentPanel desk={desk} />}
          {live && <CapturePanel desk={desk} />}
          {desk.session.started_at !== null && <BallotDeskPanel desk={desk} />}
          {desk.session.started_at !== null && <SoFarPanel desk={desk} />}
          {live && <AttendancePanel desk={desk} />}
          {live && desk.provisional.length > 0 && <ProvisionalPanel desk={desk} />}
          {desk.session.adjourned_at !== null && <AfterPanel desk={desk} />}
        </div>
        <div className="flow">
          <AgendaPanel desk={desk} />
          {desk.session.started_at !== null && <QuorumPanel desk={desk} />}
        </div>
      </div>
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
          <a className="push small" href={paths.in(language).session(session.ref)}>{t(session.visibility === 'public' && session.convened_at !== null ? 'desk.public_page' : 'desk.page')}</a>
        </div>
        <h1><bdi>{session.title}</bdi></h1>
      </div>
    </>
  );
}
