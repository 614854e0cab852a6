import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { MeetingTimes } from '#app/working-groups/sessions/times';
import { answersFor } from './model';
import type { InvitationRecord } from './queries.server';

interface InvitationPageProps {
  readonly invitation: InvitationRecord;
  /** Whether it can still be answered. */
  readonly open: boolean;
  readonly saved: boolean;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** The invitation of one person to one session: when it is on three clocks, what is on the agenda, and whether they come. */
export function InvitationPage({ invitation, open, saved, last }: InvitationPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const { session, agenda } = invitation;
  return (
    <>
      <Crumbs above={[{ href: to.workingGroup(session.group_ref), label: session.group_name }, { href: to.session(session.ref), label: session.ref }]} here={t('invitation.one')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight kick={<><span lang={session.group_language}>{session.group_name}</span> · <bdi>{session.ref}</bdi></>} title={<bdi>{session.title}</bdi>} lede={t('invitation.lede', { name: invitation.name })} />
      {saved && <Notice role="status" title={t('invitation.saved')}>{t('invitation.saved_note')}</Notice>}
      {session.status === 'cancelled' && <Notice tone="err" title={t('session.cancelled')}>{session.cancelled_reason}</Notice>}
      <MeetingTimes session={session} ownZone={invitation.time_zone} />
      <div className="spacer" />
      <Section id="answer" title={t('invitation.answer')} note={t('invitation.answer_note')}>
        {open ? <AnswerForm invitation={invitation} last={last} /> : <p>{t('invitation.closed', { answer: t(`invitation.answers.${invitation.answer ?? 'open'}`) })}</p>}
      </Section>
      <Section id="agenda" title={t('agenda.title')}>
        <ol>
          {agenda.map((item, at) => <li key={at}><bdi>{item.title}</bdi>{item.minutes !== null && <span className="muted"> · {t('agenda.minutes', { count: item.minutes, shown: formatNumber(language, item.minutes) })}</span>}</li>)}
        </ol>
        {session.join_link !== null && session.status === 'convened' && <p><a href={session.join_link} rel="noreferrer">{t('session.join')}</a></p>}
      </Section>
    </>
  );
}

function AnswerForm({ invitation, last }: Pick<InvitationPageProps, 'invitation' | 'last'>) {
  const t = useText('working-groups');
  const field = fieldIn(last);
  const { session, alternates } = invitation;
  return (
    <form method="post" className="flow" noValidate>
      <FormKey />
      <RadioField {...field('answer', invitation.answer ?? '')} label={t('invitation.question')} required choices={answersFor(session.mode).map((value) => ({ value, label: t(`invitation.answers.${value}`) }))} />
      {alternates.length > 0 && (
        <SelectField {...field('instead', invitation.instead_id ?? '')} label={t('invitation.instead')} hint={t('invitation.instead_hint')} options={alternates.map(({ id, name }) => ({ value: id, label: name }))} empty={t('invitation.nobody')} optional />
      )}
      <Button>{t('invitation.act')}</Button>
    </form>
  );
}
