import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths, type RecommendationAct } from '#app/paths';
import type { RecommendationRecord } from './queries.server';

interface RecommendationActPageProps {
  readonly act: RecommendationAct;
  readonly found: Pick<RecommendationRecord, 'ref' | 'title' | 'version'>;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a recommendation. */
export function RecommendationActPage({ act, found, last, children }: RecommendationActPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const href = paths.in(language).recommendation(found.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).recommendations(), label: t('recommendations.title') }, { href, label: found.ref }]} act={t(`recommendations.act.${act}`)} lede={<bdi>{found.title}</bdi>}
      follows={t(`recommendations.follows.${act}`)} back={{ href, label: t('recommendations.not') }} last={last} version={found.version}
    >
      {children}
    </ActPage>
  );
}
