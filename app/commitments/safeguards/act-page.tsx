import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';
import { SafeguardFacts } from './facts';
import type { Safeguard } from './model';

interface SafeguardActPageProps {
  readonly act: 'edit' | 'review' | 'approval' | 'return';
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly version?: number;
  /** Shown before the act, where it is about what stands there. */
  readonly safeguard?: Safeguard;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a safeguard. */
export function SafeguardActPage({ act, commitment, safeguard, ...rest }: SafeguardActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const href = paths.safeguard(commitment.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).commitment(commitment.ref), label: commitment.ref }, { href, label: t('safeguards.title') }]} act={t(`safeguards.act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>}
      follows={t(`safeguards.follows.${act}`)} back={{ href, label: t('act_not') }} before={safeguard === undefined ? undefined : <SafeguardFacts safeguard={safeguard} />} {...rest}
    />
  );
}
