import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';
import { Changes } from './changes';
import type { Amendment } from './queries.server';

interface AmendmentActPageProps {
  readonly act: 'approval' | 'refusal' | 'withdrawal';
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  readonly amendment: Amendment;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on an amendment, below what it would change. */
export function AmendmentActPage({ act, commitment, amendment, ...rest }: AmendmentActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const href = paths.amendment(commitment.ref, amendment.number);
  return (
    <ActPage
      above={[{ href: paths.in(language).commitment(commitment.ref), label: commitment.ref }, { href, label: t('amendments.title', { number: amendment.number }) }]}
      act={t(`amendments.act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t(`amendments.follows.${act}`)} back={{ href, label: t('act_not') }}
      before={<Changes before={amendment.before} after={amendment.after} />} {...rest}
    />
  );
}
