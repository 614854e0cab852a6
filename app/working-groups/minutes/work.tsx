import { useOutletContext } from '@remix-run/react';
import type { ReactNode } from 'react';
import { NumberField, SelectField } from '#app/form/field';
import { ErrorSummary } from '#app/form/error-summary';
import { errorsOfReply, useActReply, type ActReply } from '#app/form/acts';
import { FormKey } from '#app/form/hidden';
import { formatDate, formatNumber } from '#app/languages/format';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths, type MinutesAct } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { sessionTag } from '#app/working-groups/marks';
import { AmendmentPanel } from './amendments/panel';
import { ErratumForm } from './erratum-form';
import { passageName } from './errata';
import { GuestPanel, LinkPanel } from './guests/panel';
import { Words } from './page';
import type { WorkFacts } from './work-facts.server';

export interface Work extends WorkFacts {
  readonly reply: ActReply<MinutesAct> | undefined;
}

/** Where minutes are worked on: written, handed to those who attended, corrected, approved, published, and put right later. */
export function MinutesWork({ reply }: { readonly reply?: ActReply<MinutesAct> }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const work: Work = { ...useOutletContext<WorkFacts>(), reply };
  const { session, minutes, why } = work;
  return (
    <>
      <ErrorSummary errors={errorsOfReply(reply)} />
      <Crumbs above={[{ href: paths.in(language).session(session.ref), label: session.ref }]} here={t('minutes.work')} />
      <Head tight kick={<bdi>{session.ref}</bdi>} title={t('minutes.title')} lede={<bdi>{session.title}</bdi>}>
        {sessionTag(session.status, t)}
        {minutes !== null && <a href={paths.in(language).minutes(session.ref)}>{t('minutes.read')}</a>}
        {why.compose !== 'working-groups:reasons.chair_only' && <a href={paths.sessionDesk(session.ref)}>{t('desk.open_session')}</a>}
      </Head>
      <Step work={work} />
      {minutes !== null && minutes.seal === null && <Passages work={work} />}
      {why.note === null && <GuestPanel work={work} />}
      {why.note === null && <LinkPanel work={work} />}
      {minutes !== null && minutes.window !== null && minutes.seal === null && <AmendmentPanel work={work} />}
      {minutes?.seal != null && why.err === null && <ErratumForm work={work} />}
    </>
  );
}

interface ActFormProps {
  readonly work: Work;
  readonly act: MinutesAct;
  readonly children: ReactNode;
}
export function ActForm({ work, act, children }: ActFormProps) {
  return <form method="post" action={paths.minutesWork(work.session.ref, act)} className="flow measure">{children}<FormKey /></form>;
}

/** What comes next, by the state in which the minutes are. */
function Step({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { session, minutes } = work;
  const step = { adjourned: <Compose work={work} />, minutes_draft: <Circulate work={work} />, in_correction: <Approve work={work} />, approved: <Publish work={work} /> }[session.status as string];
  if (step === undefined) return null;
  const window = minutes?.window ?? null;
  const until = window === null ? '' : formatDate(language, dayOf(new Date(window.until.getTime() - 1), session.time_zone));
  return <Section id="next" title={t(`minutes.step.${session.status}`)} note={window === null ? t(`minutes.step_note.${session.status}`) : t(work.over ? 'minutes.window_was' : 'minutes.window_is', { day: until })}>{step}</Section>;
}

function Compose({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { why } = work;
  return (
    <ActForm work={work} act="draft">
      <SelectField name="language" label={t('minutes.written_in')} hint={t('minutes.written_in_hint')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} defaultValue={language} empty={null} />
      <Button why={why.compose === null ? undefined : t(why.compose)}>{t('minutes.compose')}</Button>
    </ActForm>
  );
}

function Circulate({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { field } = useActReply<{ days: string }>(work.reply, 'correction');
  const days = field('days');
  return (
    <ActForm work={work} act="correction">
      <NumberField {...days} defaultValue={days.defaultValue ?? String(work.session.correction_days)} label={t('minutes.days')} hint={t('minutes.days_hint')} width={4} required />
      <Button why={work.why.circulate === null ? undefined : t(work.why.circulate)}>{t('minutes.circulate')}</Button>
    </ActForm>
  );
}

function Approve({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { why, session, over } = work;
  return (
    <div className="flow">
      {why.second === null && (
        <ActForm work={work} act="seconding">
          <p>{t('minutes.second_note')}</p>
          <Button weight="second">{t('minutes.second')}</Button>
        </ActForm>
      )}
      {session.seconded_by !== null && <p>{t('minutes.seconded')}</p>}
      {why.approve !== 'working-groups:reasons.chair_approves' && (
        <ActForm work={work} act="approval">
          <p>{t('minutes.approve_note')}</p>
          <Button why={why.approve === null ? (over ? undefined : t('problems.window_open')) : t(why.approve)}>{t('minutes.approve')}</Button>
        </ActForm>
      )}
    </div>
  );
}

function Publish({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  return (
    <ActForm work={work} act="publication">
      <p>{t(`desk.publish_note.${work.session.visibility}`)} {t('minutes.publish_note')}</p>
      <Button why={work.why.publish === null ? undefined : t(work.why.publish)}>{t('minutes.publish')}</Button>
    </ActForm>
  );
}

/** The words as they stand, each passage with a way to its own page. */
function Passages({ work: { session, minutes, passages, why } }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (minutes === null) return null;
  return (
    <Section id="text" title={t('minutes.text')} note={t('minutes.text_note')}>
      <div className="flow">
        {passages.map((one) => (
          <div key={one.position}>
            <h3>{one.item === null ? passageName(minutes.record, one.position, t, language) : <>{formatNumber(language, one.position)}. <bdi>{one.item}</bdi></>}</h3>
            {one.text === '' ? <p className="muted">{t('minutes.empty')}</p> : <Words text={one.text} language={minutes.record.language} />}
            {why.write === null && <p className="small"><a href={paths.minutesWork(session.ref, `passages/${one.position}`)}>{t('minutes.edit_passage', { passage: passageName(minutes.record, one.position, t, language) })}</a></p>}
          </div>
        ))}
      </div>
    </Section>
  );
}
