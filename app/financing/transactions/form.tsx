import { useForm, type SubmissionResult } from '@conform-to/react';
import { headroom } from '#app/financing/ladder/model';
import { partyKey } from '#app/financing/pledges/model';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { DateField, SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { recordableOn, typeName } from './model';

interface TransactionFields {
  readonly type_code: string;
  readonly value: string;
  readonly transaction_on: string;
  readonly receiver: string;
  readonly reference: string;
  readonly description: string;
  readonly excess_explanation: string;
  readonly tranche: string;
}

interface TransactionFormProps {
  readonly pledge: PledgeRow;
  /** Those that are not paid yet, in words. */
  readonly tranches: readonly Option[];
  /** `YYYY-MM-DD`: no later day is taken (FI-2). */
  readonly today: string;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** Records a step of a pledge's money. What can be paid without an explanation is said where it is asked for (FI-4). */
export function TransactionForm({ pledge, tranches, today, lastResult }: TransactionFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency, ladder, recipients } = pledge;
  const [only] = recipients.length === 1 ? recipients : [];
  const [form, fields] = useForm<TransactionFields>({ lastResult, defaultValue: { transaction_on: today, receiver: only === undefined ? '' : partyKey(only) } });
  const of = (name: keyof TransactionFields) => ({ name, defaultValue: fields[name].initialValue, errors: fields[name].errors });
  const money = (amount: string) => formatMoneyExact(language, amount, currency);
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <form method="post" className="flow measure" noValidate>
        <FormKey />
        <RadioField {...of('type_code')} label={t('record.type')} required choices={recordableOn(pledge.kind).map((code) => ({ value: code, label: typeName(code, language), hint: t(`record.type_hint.${code}`) }))} />
        <TextField {...of('value')} label={t('record.value', { currency })} hint={t('form.amount_hint')} required width={20} />
        <DateField {...of('transaction_on')} label={t('record.date')} max={today} required />
        {recipients.length > 0 && (
          <SelectField {...of('receiver')} label={t('record.receiver')} options={recipients.map((one) => ({ value: partyKey(one), label: one.name }))} empty={t('unknown')} optional width={30} />
        )}
        {tranches.length > 0 && <SelectField {...of('tranche')} label={t('tranches.which')} hint={t('tranches.which_hint')} options={tranches} empty={t('none')} optional width={30} />}
        <TextField {...of('reference')} label={t('record.reference')} optional width={30} maxLength={200} spellCheck={false} />
        <TextArea {...of('description')} label={t('record.description')} optional maxLength={1000} />
        <TextArea
          {...of('excess_explanation')} label={t('record.explanation')} optional maxLength={1000}
          hint={t('record.explanation_hint', { headroom: money(headroom(ladder)), committed: money(ladder.committed), disbursed: money(ladder.disbursed) })}
        />
        <Button>{t('record.save')}</Button>
      </form>
    </>
  );
}
