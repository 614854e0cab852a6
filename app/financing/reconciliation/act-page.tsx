import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextField } from '#app/form/field';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type ReceiptAct } from '#app/paths';
import { Facts } from '#app/ui/facts';
import type { PaymentRow } from './payments.server';
import { bothSay, receivedFigure, stateTag } from './words';

interface ReceiptActPageProps {
  readonly act: ReceiptAct;
  readonly payment: PaymentRow;
  /** The secretariat acts in the receiver's name, on evidence. */
  readonly onBehalf?: boolean;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a payment: both accounts of it, what follows, and what the act asks for. */
export function ReceiptActPage({ act, payment, onBehalf = false, last, children }: ReceiptActPageProps) {
  const t = useText('financing');
  const href = paths.receipt(payment.transaction_id);
  return (
    <ActPage
      above={[{ href: paths.receipts(), label: t('reconciliation.title') }, { href, label: t('reconciliation.payment') }]} act={t(`reconciliation.acts.${act}.title`)} follows={t(`reconciliation.acts.${act}.follows`)}
      before={<div className="measure pt-16 pb-16"><BothAccounts payment={payment} /></div>} back={{ href, label: t('reconciliation.not_now') }} version={payment.version} last={last}
    >
      {children}
      {onBehalf && <EvidenceField last={last} />}
    </ActPage>
  );
}

/** RC-5: on what the secretariat relies. */
export function EvidenceField({ last }: { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('financing');
  return <TextField {...fieldIn(last)('evidence')} label={t('reconciliation.evidence')} hint={t('reconciliation.evidence_hint')} maxLength={1000} required />;
}

/** A payment as its provider and as its receiver tells it. */
export function BothAccounts({ payment }: { readonly payment: PaymentRow }) {
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <Facts facts={[
      { label: t('reconciliation.payment'), value: t('reconciliation.from_to', { provider: payment.provider, receiver: payment.receiver ?? t('reconciliation.no_receiver') }) },
      { label: t('reconciliation.pledge'), value: <><a href={paths.in(language).pledge(payment.pledge_ref)} dir="auto">{payment.pledge_title}</a> <bdi className="small muted">{payment.pledge_ref}</bdi></> },
      { label: t('reconciliation.told'), value: <>{formatMoneyExact(language, payment.value, payment.currency)}, {formatDate(language, payment.transaction_on)}{payment.description !== null && <span className="muted" dir="auto"> {payment.description}</span>}</> },
      { label: t('reconciliation.received'), value: receivedFigure(payment, t, language) },
      { label: t('transactions.state'), value: stateTag(payment, t) },
      ...(payment.state === 'unpaired' ? [] : [{ label: t('reconciliation.both_say'), value: bothSay(payment, t, language) }]),
    ]} />
  );
}
