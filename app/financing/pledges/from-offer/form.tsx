import type { SubmissionResult } from '@conform-to/react';
import { errorsIn } from '#app/commitments/drafting/values';
import { typedIn } from '#app/countries/typed';
import { RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextField } from '#app/form/field';
import { currencyName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { isValued, newMoneyAnswers, valuationMethods, type PledgeKind } from '../model';

interface ConversionFieldsProps {
  readonly last: SubmissionResult<string[]> | undefined;
  readonly offer: { readonly amount: string | null; readonly currency: string | null; readonly kind: PledgeKind };
  readonly currencies: readonly string[];
  /** The last day on which it can have been valued. */
  readonly today: string;
}

/** What a pledge says beyond the offer: its exact amount, whether the money is new, and which commitment it pays for. */
export function ConversionFields({ last, offer, currencies, today }: ConversionFieldsProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const errors = errorsIn(last);
  const typed = typedIn(last, { amount: offer.amount, currency: offer.currency, new_money: 'unknown' });
  return (
    <>
      <TextField name="amount" label={t('form.amount')} hint={t('form.amount_hint')} required width={20} defaultValue={typed.one('amount')} errors={errors('amount')} />
      <SelectField name="currency" label={t('form.currency')} options={currencies.map((code) => ({ value: code, label: `${code} ${currencyName(language, code)}` }))} required width={30} defaultValue={typed.one('currency') ?? 'USD'} errors={errors('currency')} />
      {isValued(offer.kind) && (
        <>
          <SelectField name="valuation_method" label={t('form.valuation_method')} hint={t('form.valuation_hint')} options={valuationMethods.map((value) => ({ value, label: t(`valuation.${value}`) }))} width={30} defaultValue={typed.one('valuation_method')} errors={errors('valuation_method')} />
          <DateField name="valued_on" label={t('form.valued_on')} max={today} defaultValue={typed.one('valued_on')} errors={errors('valued_on')} />
        </>
      )}
      <RadioField name="new_money" label={t('form.new_money')} hint={t('form.new_money_hint')} choices={newMoneyAnswers.map((value) => ({ value, label: t(`form.answer.${value}`) }))} defaultValue={typed.one('new_money')} errors={errors('new_money')} />
      <TextField name="commitment" label={t('form.commitment')} hint={t('form.commitment_hint')} width={20} spellCheck={false} optional defaultValue={typed.one('commitment')} errors={errors('commitment')} />
    </>
  );
}
