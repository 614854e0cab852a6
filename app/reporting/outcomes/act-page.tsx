import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { refOf } from './model';
import type { OutcomeSubject } from './request.server';

interface OutcomeActPageProps {
  readonly act: string;
  readonly report: OutcomeSubject;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly follows?: ReactNode;
  readonly files?: boolean;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** One act on one report: what follows from it, what it asks for, and one button. */
export function OutcomeActPage({ act, report, follows, ...asked }: OutcomeActPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const href = to.outcome(report.group_ref, report.number);
  return (
    <ActPage
      above={[{ href: to.workingGroup(report.group_ref), label: report.group_name }, { href, label: refOf(report.group_ref, report.number) }]} act={t(`outcomes.act.${act}`)}
      lede={<bdi lang={report.title_language === language ? undefined : report.title_language}>{report.title}</bdi>} follows={follows ?? t(`outcomes.follows.${act}`)} back={{ href, label: t('outcomes.not') }} version={report.version} {...asked}
    />
  );
}
