import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, NumberField, SelectField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { unitName } from '../marks';
import type { Milestone } from './model';
import { MilestoneTable } from './table';

interface MilestonesPageProps {
  readonly commitment: { readonly ref: string; readonly title: string; readonly language: string; readonly status: string };
  readonly milestones: readonly Milestone[];
  /** That one with a value may stand on the way of; none once it is promised. */
  readonly goals: readonly { readonly id: string; readonly position: number; readonly statement: string | null; readonly unit: string | null }[];
  readonly today: string;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** For the lead: the milestones, what can be said of each, and one more. */
export function MilestonesPage({ commitment: { ref, title, language: spoken, status }, milestones, goals, today, last }: MilestonesPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const field = fieldIn(last);
  const promised = status === 'published';
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(ref), label: ref }]} here={t('milestones.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('milestones.title')} lede={title} />
      <Section id="planned" title={t('milestones.planned')} note={t(promised ? 'milestones.promised_note' : 'milestones.draft_note')} wide>
        {milestones.length === 0 ? <Empty title={t('milestones.none')} /> : <MilestoneTable milestones={milestones} language={spoken} today={today} act={{ commitment: ref, name: promised ? 'report' : 'removal' }} />}
      </Section>
      <Section id="plan" title={t('milestones.plan')} note={t(promised ? 'milestones.plan_promised' : 'milestones.plan_note')}>
        <form method="post" className="flow" noValidate>
          <FormKey />
          <TextField {...field('title')} label={t('milestones.what')} hint={t('milestones.what_hint')} maxLength={200} required />
          <DateField {...field('due_on')} label={t('milestones.due')} required />
          {goals.length > 0 && (
            <>
              <SelectField {...field('goal')} label={t('goals.goal')} options={goals.map((goal) => ({ value: goal.id, label: `${goal.position}. ${goal.statement ?? unitName(goal.unit, t)}` }))} optional />
              <NumberField {...field('value')} label={t('milestones.value')} hint={t('milestones.value_hint')} decimals optional />
            </>
          )}
          <div className="row pt-8"><Button>{t('milestones.act.plan')}</Button></div>
        </form>
      </Section>
    </>
  );
}
