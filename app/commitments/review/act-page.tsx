import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage as Page } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';

interface ActPageProps {
  readonly act: 'return' | 'verification' | 'publication' | 'completion' | 'withdrawal' | 'evidence' | 'deletion' | 'groups' | 'evidence_withdrawal' | 'amendment' | 'successor';
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly last: SubmissionResult<string[]> | undefined;
  /** Of the record that the form was filled in from. */
  readonly version?: number;
  /** Files are sent along. */
  readonly files?: boolean;
  /** What the act asks for, if anything. */
  readonly children?: ReactNode;
}

/** One act on a commitment. */
export function ActPage({ act, commitment, ...rest }: ActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const href = paths.in(language).commitment(commitment.ref);
  return (
    <Page
      above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href, label: commitment.ref }]}
      act={t(`act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t(`act_follows.${act}`)} back={{ href, label: t('act_not') }} {...rest}
    />
  );
}
