import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export type HandoverAct = 'acceptance' | 'refusal' | 'withdrawal';

interface HandoverActPageProps {
  readonly act: HandoverAct;
  readonly handover: { readonly id: string; readonly giver: string; readonly receiver: string; readonly organisation: string };
  readonly last: SubmissionResult<string[]> | undefined;
}

/** One answer to an offer. */
export function HandoverActPage({ act, handover: { id, giver, receiver, organisation }, last }: HandoverActPageProps) {
  const t = useText('handovers');
  return (
    <ActPage
      above={[{ href: paths.handover(id), label: t('from_to', { giver, receiver }) }]} act={t(`act.${act}`)} lede={organisation} follows={t(`follows.${act}`, { giver })}
      back={{ href: paths.handover(id), label: t('not_now') }} last={last}
    >
      {act === 'refusal' && <TextArea {...fieldIn(last)('answer')} label={t('why_not')} rows={4} required maxLength={4000} />}
    </ActPage>
  );
}
