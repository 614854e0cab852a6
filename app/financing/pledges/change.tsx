import { useForm, type SubmissionResult } from '@conform-to/react';
import { TextArea, TextField } from '#app/form/field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

interface ChangeProps {
  /** Which change: the key of its words. */
  readonly change: 'reduction' | 'cancellation' | 'reversal';
  readonly pledgeRef: string;
  readonly lede: string;
  /** Asks for what remains, in this currency. */
  readonly currency?: string | undefined;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** A step that takes something back: it says what follows, and asks why. */
export function Change({ change, pledgeRef, lede, currency, lastResult }: ChangeProps) {
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  const [form, fields] = useForm<{ amount: string; reason: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: to.pledges(), label: t('pledges.title') }, { href: to.pledge(pledgeRef), label: pledgeRef }]} here={t(`${change}.title`)} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={t(`${change}.title`)} lede={lede} />
      <form method="post" className="flow measure" noValidate>
        <FormKey />
        {currency !== undefined && (
          <TextField name="amount" label={t(`${change}.amount`, { currency })} hint={t('form.amount_hint')} required width={20} defaultValue={fields.amount.initialValue} errors={fields.amount.errors} />
        )}
        <TextArea name="reason" label={t(`${change}.reason`)} required maxLength={1000} defaultValue={fields.reason.initialValue} errors={fields.reason.errors} />
        <Button>{t(`${change}.save`)}</Button>
      </form>
    </>
  );
}
