import { useOutletContext } from '@remix-run/react';
import { fieldIn } from '#app/form/act-page';
import { SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import type { SectionFacts } from './facts.server';
import type { SectionReply } from './page';

interface StepsProps {
  readonly reply: SectionReply | undefined;
}

/** The way of a section: who writes it and how much, then to review, back, and signed off. */
export function Steps({ reply }: StepsProps) {
  const t = useText('reporting');
  const { report, section, why } = useOutletContext<SectionFacts>();
  return (
    <div className="flow">
      {section.status === 'signed_off' && <p>{t('approval.done')}</p>}
      {section.status === 'in_review' && <Reviewing reply={reply} />}
      {(section.status === 'assigned' || section.status === 'drafting') && <Sending />}
      <Assigning reply={reply} />
      {section.subject !== null && why.leaveOut === undefined && <p><ButtonLink weight="text" href={paths.reportSectionAct(report.ref, section.position, 'omission')}>{t('leaving.act')}</ButtonLink></p>}
    </div>
  );
}

function Sending() {
  const t = useText('reporting');
  const { report, section, why } = useOutletContext<SectionFacts>();
  return (
    <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'review')} className="flow">
      <FormKey />
      <Version value={section.version} />
      <p>{t('steps.send_note')}</p>
      <Button weight="second" why={why.send === undefined ? undefined : t(why.send)}>{t('steps.send')}</Button>
    </form>
  );
}

/** What is open is shown before anybody signs. */
function Reviewing({ reply }: StepsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report, section, why, progress } = useOutletContext<SectionFacts>();
  const field = fieldIn(reply?.act === 'return' ? reply.result : undefined);
  const behind = progress.languages.filter(({ freshness }) => freshness === 'outdated').length;
  return (
    <>
      <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'approval')} className="flow">
        <FormKey />
        <Version value={section.version} />
        {progress.open > 0 && <Notice small tone="warn" title={<a href="#comments">{t('sections.open', { count: progress.open, shown: formatNumber(language, progress.open, 0) })}</a>}>{t('steps.open_first')}</Notice>}
        {behind > 0 && <Notice small tone="warn" title={t('sections.behind', { count: behind, shown: formatNumber(language, behind, 0) })}>{t('steps.behind_first')}</Notice>}
        <Button why={why.signOff === undefined ? undefined : t(why.signOff)}>{t('approval.act')}</Button>
      </form>
      {why.return === undefined && (
        <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'return')} className="flow measure" noValidate>
          <FormKey />
          <Version value={section.version} />
          <TextArea {...field('return_words')} label={t('steps.return_words')} hint={t('steps.return_hint')} rows={3} maxLength={4000} required />
          <Button weight="second">{t('steps.return')}</Button>
        </form>
      )}
    </>
  );
}

function Assigning({ reply }: StepsProps) {
  const t = useText('reporting');
  const { report, section, writers, why } = useOutletContext<SectionFacts>();
  const field = fieldIn(reply?.act === 'owner' ? reply.result : undefined);
  return (
    <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'owner')} className="flow measure" noValidate>
      <FormKey />
      <SelectField {...field('owner_id', section.owner_id ?? '')} label={t('sections.owner')} hint={t('approval.owner_hint')} empty={t('sections.secretariat')} options={writers.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField {...field('word_limit', section.word_limit === null ? '' : String(section.word_limit))} label={t('steps.limit')} hint={t('steps.limit_hint')} width={8} optional autoComplete="off" />
      <Button weight="second" why={why.assign === undefined ? undefined : t(why.assign)}>{t('approval.assign')}</Button>
    </form>
  );
}
