import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { allErrors, errorsIn } from '#app/commitments/drafting/values';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { typedIn } from './typed';

interface ActPageProps {
  readonly of: 'requests' | 'offers';
  /** Which act: `requests.act.closing` names it, `requests.follows.closing` says what follows. */
  readonly act: 'publication' | 'closing' | 'deletion' | 'acceptance' | 'refusal' | 'withdrawal' | 'pledge';
  readonly record: { readonly ref: string; readonly title: string };
  readonly last: SubmissionResult<string[]> | undefined;
  /** Asks why. */
  readonly reason?: boolean;
  /** What else the act asks for. */
  readonly children?: ReactNode;
}

/** One act on a request or an offer: what follows from it, what it asks for, and one button. */
export function ActPage({ of, act, record, last, reason = false, children }: ActPageProps) {
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  const back = of === 'requests' ? to.request(record.ref) : to.offer(record.ref);
  return (
    <>
      <Crumbs above={[{ href: to[of](), label: t(`${of}.title`) }, { href: back, label: record.ref }]} here={t(`${of}.act.${act}`)} />
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <Head tight title={t(`${of}.act.${act}`)} lede={<span dir="auto">{record.title}</span>} />
      <p>{t(`${of}.follows.${act}`)}</p>
      <form method="post" className="flow measure" noValidate>
        <FormKey />
        {reason && <TextArea name="reason" label={t('form.reason')} required maxLength={1000} defaultValue={typedIn(last).one('reason')} errors={errorsIn(last)('reason')} />}
        {children}
        <div className="row pt-8">
          <Button>{t(`${of}.act.${act}`)}</Button>
          <a className="btn btn--text" href={back}>{t('form.not_now')}</a>
        </div>
      </form>
    </>
  );
}
