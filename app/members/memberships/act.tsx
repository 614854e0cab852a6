import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { CurrentMembership } from './queries.server';

export type MembershipAct = 'suspension' | 'reinstatement' | 'category' | 'withdrawal' | 'adherences';

interface MembershipActPageProps {
  readonly act: MembershipAct;
  readonly membership: Pick<CurrentMembership, 'organisation' | 'organisation_ref' | 'coalition' | 'version'>;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly files?: boolean;
  readonly children?: ReactNode;
}

/** One act on a membership in force. */
export function MembershipActPage({ act, membership: { organisation, organisation_ref, coalition, version }, last, files, children }: MembershipActPageProps) {
  const t = useText('members');
  const { language } = useLocale();
  const href = paths.in(language).member(organisation_ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).members(), label: t('list.title') }, { href, label: organisation }]} act={t(`membership.act.${act}`)} lede={coalition} follows={t(`membership.follows.${act}`)}
      back={{ href, label: t('membership.not_now') }} last={last} version={version} files={files ?? false}
    >
      {children}
    </ActPage>
  );
}
