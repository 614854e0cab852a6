import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { allErrors } from '../drafting/values';

interface ActPageProps {
  readonly act: 'return' | 'verification' | 'publication' | 'completion' | 'withdrawal' | 'evidence' | 'deletion';
  readonly commitment: { readonly ref: string; readonly title: string };
  readonly last: SubmissionResult<string[]> | undefined;
  /** Files are sent along. */
  readonly files?: boolean;
  /** What the act asks for, if anything. */
  readonly children?: ReactNode;
}

/** One act on a commitment: what follows from it, what it asks for, and one button. */
export function ActPage({ act, commitment, last, files = false, children }: ActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const href = paths.in(language).commitment(commitment.ref);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href, label: commitment.ref }]} here={t(`act.${act}`)} />
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <Head tight title={t(`act.${act}`)} lede={commitment.title} />
      <p>{t(`act_follows.${act}`)}</p>
      <form method="post" className="flow measure" encType={files ? 'multipart/form-data' : undefined} noValidate>
        <FormKey />
        {children}
        <div className="row pt-8">
          <Button>{t(`act.${act}`)}</Button>
          <a className="btn btn--text" href={href}>{t('act_not')}</a>
        </div>
      </form>
    </>
  );
}
