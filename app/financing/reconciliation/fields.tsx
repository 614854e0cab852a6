import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, TextArea, TextField } from '#app/form/field';
import { typeName } from '#app/financing/transactions/model';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Candidate } from './pairs.server';
import type { PaymentRow } from './payments.server';

interface FieldsProps {
  readonly last: SubmissionResult<string[]> | undefined;
}

/** What arrived, in the payment's currency, which decides; and as it came in. */
export function CorrectionFields({ payment: { received, currency }, today, last }: FieldsProps & { readonly payment: PaymentRow; readonly today: string }) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <TextField {...field('received', received ?? '')} label={t('reconciliation.form.received', { currency })} hint={t('reconciliation.form.received_hint')} width={20} required />
      <div className="row">
        <TextField {...field('receipt_amount')} label={t('reconciliation.form.receipt_amount')} width={20} optional />
        <TextField {...field('receipt_currency')} label={t('filter.currency')} width={4} maxLength={3} spellCheck={false} optional />
      </div>
      <DateField {...field('received_on')} label={t('reconciliation.form.received_on')} max={today} optional />
      <TextField {...field('reference')} label={t('record.reference')} maxLength={200} spellCheck={false} width={30} optional />
      <TextArea {...field('words')} label={t('reconciliation.form.words')} maxLength={4000} optional />
    </>
  );
}

/** The receiver's own figure with which it lets the explanation stand. */
export function AcceptanceFields({ payment: { received, currency }, last }: FieldsProps & { readonly payment: PaymentRow }) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <TextField {...field('received', received ?? '')} label={t('reconciliation.form.received', { currency })} hint={t('reconciliation.form.accepted_hint')} width={20} required />
      <TextArea {...field('words')} label={t('reconciliation.form.words')} maxLength={4000} optional />
    </>
  );
}

/** Words alone, which must be there. */
export function WordsField({ act, last }: FieldsProps & { readonly act: 'contest' | 'withdrawal' | 'reply' }) {
  const t = useText('financing');
  return <TextArea {...fieldIn(last)('words')} label={t(`reconciliation.acts.${act}.words`)} hint={t(`reconciliation.acts.${act}.words_hint`)} rows={5} maxLength={4000} required />;
}

/** Which published account it is. */
export function PairFields({ candidates, last }: FieldsProps & { readonly candidates: readonly Candidate[] }) {
  const t = useText('financing');
  const { language } = useLocale();
  const field = fieldIn(last);
  const choices = candidates.map((one) => ({
    value: one.id,
    label: <>{formatMoneyExact(language, one.value, one.currency)}, {formatDate(language, one.transaction_on)} · <bdi>{one.activity}</bdi></>,
    hint: <>{typeName(one.type_code, language)} · {t(one.by_activity ? 'reconciliation.form.same_activity' : 'reconciliation.form.same_parties')} · {t('reconciliation.form.days', { count: one.days_apart })}{one.title !== null && <span dir="auto"> · {one.title}</span>}</>,
  }));
  return (
    <>
      <RadioField {...field('pair', candidates[0]?.id)} label={t('reconciliation.form.pair')} choices={choices} required />
      <TextArea {...field('words')} label={t('reconciliation.form.words')} maxLength={4000} optional />
    </>
  );
}
