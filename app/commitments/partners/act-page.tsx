import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import { Written } from '#app/ui/written';
import type { Promised } from '../amendments/model';
import { promised as sentence } from '../record/promise';
import type { Partner } from './model';

interface PartnerActPageProps {
  readonly act: 'answer' | 'remove' | 'join' | 'open';
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string };
  /** Where one goes who does not act. */
  readonly back: string;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly version?: number;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** One act on a partnership. */
export function PartnerActPage({ act, commitment, back, ...rest }: PartnerActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  return (
    <ActPage
      above={[{ href: paths.in(language).commitments(), label: t('list.title') }]} act={t(`partners.act.${act}`)} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t(`partners.follows.${act}`)}
      back={{ href: back, label: t('act_not') }} {...rest}
    />
  );
}

/** What somebody answers to: the promise, and the part in it. */
export function PartnershipFacts({ commitment, partner, promised }: { readonly commitment: { readonly ref: string }; readonly partner: Partner; readonly promised: Promised }) {
  const t = useText('commitments');
  const { language } = useLocale();
  return (
    <Facts
      facts={[
        { label: t('list.commitment'), value: <><span lang={promised.language} dir="auto">{promised.title}</span> <span className="ref">{commitment.ref}</span></> },
        { label: t('list.lead'), value: promised.lead.name },
        { label: t('form.action'), value: promised.action === null ? t('not_said') : <span lang={promised.language} dir="auto">{promised.action}</span> },
        { label: t('goals.title'), value: promised.goals.length === 0 ? t('not_said') : promised.goals.map((goal) => <span key={goal.id} className="block">{sentence(goal, t, language)}</span>) },
        { label: t('partners.organisation'), value: partner.name },
        { label: t('partners.role_label'), value: t(`partners.role.${partner.role}`) },
        ...(partner.words === null ? [] : [{ label: t(`partners.words.${partner.side}`), value: <span dir="auto">{partner.words}</span> }]),
      ]}
    />
  );
}
