import { TextArea } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { meetingTime, modeName } from '#app/working-groups/marks';
import { ActForm, useReply, type Desk } from './act-form';

/** Before the meeting: convene it, start it, or call it off. */
export function PreparePanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { session, agenda, readers } = desk;
  const draft = session.status === 'draft';
  return (
    <section className="panel" aria-labelledby="prepare">
      <h2 id="prepare">{t(draft ? 'desk.convene_title' : 'desk.start_title')}</h2>
      <p>{meetingTime(session, t, language)} · {modeName(session.mode, t)}{session.place !== null && <> · <bdi>{session.place}</bdi></>}</p>
      {session.short_notice && <Notice tone="warn" small>{t('session.short_notice_text', { count: session.notice_days, shown: formatNumber(language, session.notice_days) })}</Notice>}
      {draft ? (
        <div className="flow">
          <p>{t('desk.convene_note', { count: session.notice_days, shown: formatNumber(language, session.notice_days) })}</p>
          <p><strong>{t('desk.will_mail', { count: readers, shown: formatNumber(language, readers) })}</strong></p>
          {agenda.length === 0 ? <p>{t('problems.agenda_needed')}</p> : <p><ButtonLink href={paths.sessionDeskAct(session.ref, 'convening')}>{t('invitation.preview')}</ButtonLink></p>}
        </div>
      ) : (
        <ActForm desk={desk} act="start" className="flow">
          <p>{t('desk.start_note')}</p>
          <Button>{t('desk.start')}</Button>
        </ActForm>
      )}
      <p><a href={paths.sessionSchedule(session.ref)}>{t('plan.reschedule')}</a></p>
      <Cancelling desk={desk} />
    </section>
  );
}

function Cancelling({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field, sent } = useReply<{ reason: string }>(desk, 'cancellation');
  return (
    <details open={sent}>
      <summary>{t('desk.cancel')}</summary>
      <ActForm desk={desk} act="cancellation" className="flow cap">
        <TextArea {...field('reason')} label={t('desk.cancel_reason')} maxLength={4000} required />
        {desk.session.status === 'convened' && <p className="small">{t('desk.will_mail', { count: desk.readers, shown: formatNumber(language, desk.readers) })}</p>}
        <Button weight="second">{t('desk.cancel')}</Button>
      </ActForm>
    </details>
  );
}

/** After the meeting: put it where it can be read. */
export function AfterPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { session } = desk;
  const address = paths.in(language).session(session.ref);
  // WG-6: what was decided deserves to be corrected and sealed before it is told.
  const decided = session.status === 'adjourned' && desk.decisions.length > 0;
  return (
    <section className="panel" aria-labelledby="after">
      <h2 id="after">{t(session.status === 'published' ? 'desk.published_title' : 'desk.publish_title')}</h2>
      {session.summary !== null && <p><bdi>{session.summary}</bdi></p>}
      <p>{decided ? <ButtonLink href={paths.minutesWork(session.ref)}>{t('minutes.work')}</ButtonLink> : <a href={paths.minutesWork(session.ref)}>{t('minutes.work')}</a>}</p>
      {session.status === 'published' ? <p>{t(`desk.read_by.${session.visibility}`)} <a href={address}>{t('desk.page')}</a></p> : session.status === 'adjourned' && (
        <ActForm desk={desk} act="publication" className="flow">
          <p>{t(`desk.publish_note.${session.visibility}`)}</p>
          <p>{t('desk.publish_without')}</p>
          <Button weight={decided ? 'second' : 'main'}>{t('desk.publish')}</Button>
        </ActForm>
      )}
    </section>
  );
}
