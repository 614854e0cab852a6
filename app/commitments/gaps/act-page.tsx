import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';
import type { Gap } from './model';
import { type GapAct, GapTable } from './table';

interface GapActPageProps {
  readonly act: GapAct;
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly gap: Gap;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children: ReactNode;
}

/** An act that ends a data gap, with the answer to it. */
export function GapEndPage({ act, last, ...found }: Omit<GapActPageProps, 'act' | 'children'> & { readonly act: 'closure' | 'acceptance' }) {
  const t = useText('commitments');
  return (
    <GapActPage act={act} {...found} last={last}>
      <TextArea {...fieldIn(last)('answer')} label={t(`gaps.answer.${act}`)} rows={3} maxLength={2000} required />
    </GapActPage>
  );
}

/** One act on a data gap. */
export function GapActPage({ act, commitment, gap, last, children }: GapActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const back = paths.gaps(commitment.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).commitment(commitment.ref), label: commitment.ref }, { href: back, label: t('gaps.title') }]} act={t(`gaps.act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t(`gaps.follows.${act}`)}
      back={{ href: back, label: t('act_not') }} last={last} version={gap.version} before={<GapTable gaps={[gap]} />}
    >
      {children}
    </ActPage>
  );
}
