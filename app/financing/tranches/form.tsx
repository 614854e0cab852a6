import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { DateField, TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';

type Last = SubmissionResult<string[]> | undefined;

interface TranchePageProps {
  readonly act: 'plan' | 'edit' | 'cancel' | 'pay';
  readonly pledgeRef: string;
  /** Which tranche it is, or what is left to plan. */
  readonly lede: ReactNode;
  readonly last: Last;
  readonly version?: number;
  readonly children: ReactNode;
}

/** One act on a tranche. */
export function TranchePage({ act, pledgeRef, lede, last, version, children }: TranchePageProps) {
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  const href = to.pledge(pledgeRef);
  return (
    <ActPage
      above={[{ href: to.pledges(), label: t('pledges.title') }, { href, label: pledgeRef }]} act={t(`tranches.act.${act}`)} lede={lede} follows={t(`tranches.follows.${act}`)}
      back={{ href: `${href}#tranches`, label: t('tranches.not') }} last={last} {...(version === undefined ? {} : { version })}
    >
      {children}
    </ActPage>
  );
}

interface FieldsProps {
  readonly currency: string;
  readonly now?: { readonly amount: string; readonly due_on: string; readonly condition: string | null };
  readonly last: Last;
}

/** How much, when, and what it waits for. */
export function TrancheFields({ currency, now, last }: FieldsProps) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <TextField {...field('amount', now?.amount)} label={t('tranches.amount', { currency })} hint={t('form.amount_hint')} required width={20} />
      <DateField {...field('due_on', now?.due_on)} label={t('tranches.due_on')} required />
      <TextArea {...field('condition', now?.condition ?? '')} label={t('tranches.condition')} hint={t('tranches.condition_hint')} optional maxLength={1000} />
    </>
  );
}

interface PaymentProps {
  readonly currency: string;
  readonly left: string;
  readonly today: string;
  readonly last: Last;
}

/** A payment of a tranche: the whole of what is left unless less is typed. */
export function PaymentFields({ currency, left, today, last }: PaymentProps) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <TextField {...field('value', left)} label={t('record.value', { currency })} hint={t('tranches.value_hint')} required width={20} />
      <DateField {...field('transaction_on', today)} label={t('record.date')} max={today} required />
      <TextField {...field('reference')} label={t('record.reference')} optional width={30} maxLength={200} spellCheck={false} />
      <TextArea {...field('description')} label={t('record.description')} optional maxLength={1000} />
      <TextArea {...field('excess_explanation')} label={t('record.explanation')} hint={t('tranches.explanation_hint')} optional maxLength={1000} />
    </>
  );
}

export function CancellationFields({ last }: { readonly last: Last }) {
  const t = useText('financing');
  return <TextArea {...fieldIn(last)('reason')} label={t('tranches.reason')} required maxLength={1000} />;
}
