import { useForm, type SubmissionResult } from '@conform-to/react';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { actionTag } from '#app/working-groups/marks';
import { actionStatuses, isOverdue } from './model';
import type { ActionRecord } from './queries.server';

interface ActionPageProps {
  readonly found: ActionRecord;
  readonly leads: boolean;
  readonly today: string;
  readonly saved: boolean;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** One action, and how it stands: said by whoever has it, or by those who lead the group. */
export function ActionPage({ found, leads, today, saved, lastResult }: ActionPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const [form, fields] = useForm<{ status: string }>({ ...(lastResult === undefined ? {} : { lastResult }) });
  const typed = fields.status.initialValue;
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head kick={<>{t('action.one')} · <bdi>{found.ref}</bdi></>} title={<bdi>{found.text}</bdi>}>{actionTag(found.status, isOverdue(found, today), t)}</Head>
      {saved && <Notice role="status">{t('action.saved')}</Notice>}
      <Section id="facts" title={t('action.about')}>
        <Facts
          facts={[
            { label: t('action.due'), value: formatDate(language, found.due_on) },
            ...(found.done_on === null ? [] : [{ label: t('action.done_on'), value: formatDate(language, found.done_on) }]),
            { label: t('group.one'), value: leads ? <a href={paths.groupDesk(found.group_ref)}>{found.group_name}</a> : <a href={paths.in(language).workingGroup(found.group_ref)}>{found.group_name}</a> },
            { label: t('session.one'), value: found.inside ? <a href={paths.in(language).session(found.session_ref)}>{found.session_ref}</a> : <bdi>{found.session_ref}</bdi> },
          ]}
        />
      </Section>
      <Section id="settle" title={t('action.settle')}>
        <form method="post" action={paths.action(found.id)} className="flow measure">
          <FormKey />
          <Version value={found.version} />
          <RadioField name="status" label={t('action.how')} errors={form.allErrors['status']} defaultValue={lastResult === undefined ? found.status : typed} choices={actionStatuses.map((value) => ({ value, label: t(`action_status.${value}`) }))} required />
          <Button>{t('action.save')}</Button>
        </form>
      </Section>
    </>
  );
}
