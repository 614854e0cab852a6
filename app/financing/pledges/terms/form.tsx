import { useForm, type SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import type { PledgeFields } from '../form';
import { ClassificationFields } from './fields';

interface ClassificationFormProps {
  readonly pledgeRef: string;
  readonly version: number;
  readonly defaultValue: PledgeFields;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** Puts right how a confirmed pledge is classified. */
export function ClassificationForm({ pledgeRef, version, defaultValue, lastResult }: ClassificationFormProps) {
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  const [form, fields] = useForm<PledgeFields>({ lastResult, defaultValue });
  return (
    <>
      <Crumbs above={[{ href: to.pledges(), label: t('pledges.title') }, { href: to.pledge(pledgeRef), label: pledgeRef }]} here={t('terms.correct')} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={t('terms.correct')} lede={t('terms.correct_lede')} />
      <form method="post" id={form.id} className="flow measure" noValidate>
        <FormKey />
        <Version value={version} />
        <ClassificationFields form={form} fields={fields} />
        <Button>{t('form.save')}</Button>
      </form>
    </>
  );
}
