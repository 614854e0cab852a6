import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';
import type { Milestone } from './model';
import { MilestoneTable } from './table';

interface MilestoneActPageProps {
  readonly act: 'report' | 'removal';
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string; readonly language: string };
  readonly milestone: Milestone;
  readonly today: string;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a milestone. */
export function MilestoneActPage({ act, commitment, milestone, today, last, children }: MilestoneActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const back = paths.milestones(commitment.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).commitment(commitment.ref), label: commitment.ref }, { href: back, label: t('milestones.title') }]} act={t(`milestones.act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t(`milestones.follows.${act}`)}
      back={{ href: back, label: t('act_not') }} last={last} version={milestone.version} before={<MilestoneTable milestones={[milestone]} language={commitment.language} today={today} />}
    >
      {children}
    </ActPage>
  );
}
