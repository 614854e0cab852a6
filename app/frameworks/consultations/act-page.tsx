import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths, type ConsultationAct } from '#app/paths';
import type { Consultation } from './queries.server';

interface ConsultationActPageProps {
  readonly act: ConsultationAct;
  readonly consultation: Consultation;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a consultation. */
export function ConsultationActPage({ act, consultation: { ref, name, number, version }, last, children }: ConsultationActPageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const href = paths.in(language).consultation(ref);
  return (
    <ActPage
      above={[{ href, label: ref }]} act={t(`consultations.act.${act}`)} lede={t('consultations.of', { name, number })} follows={t(`consultations.follows.${act}`)}
      back={{ href, label: t('consultations.not_now') }} last={last} version={version}
    >
      {children}
    </ActPage>
  );
}
