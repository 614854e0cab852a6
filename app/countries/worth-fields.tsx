import { SelectField, TextField } from '#app/form/field';
import { currencyName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Typed } from './typed';
import { amountReasons } from './worth';

interface WorthFieldsProps {
  readonly typed: Typed;
  readonly errors: (name: string) => readonly string[] | undefined;
  readonly currencies: readonly string[];
  /** The label and the hint of the amount: what is needed, what is offered. */
  readonly words: 'needed' | 'offered';
}

/** RQ-8: an amount with its currency, or why there is none. */
export function WorthFields({ typed, errors, currencies, words }: WorthFieldsProps) {
  const t = useText('countries');
  const { language } = useLocale();
  return (
    <>
      <TextField name="amount" label={t(`worth.amount_${words}`)} hint={t('worth.amount_hint')} width={20} optional defaultValue={typed.one('amount')} errors={errors('amount')} />
      <SelectField name="currency" label={t('worth.currency')} options={currencies.map((code) => ({ value: code, label: `${code} ${currencyName(language, code)}` }))} width={30} empty={null} defaultValue={typed.one('currency') ?? 'USD'} errors={errors('currency')} />
      <SelectField name="amount_missing" label={t('worth.missing')} hint={t('worth.missing_hint')} options={amountReasons.map((reason) => ({ value: reason, label: t(`worth.${reason}`) }))} empty={t('worth.not_missing')} width={30} defaultValue={typed.one('amount_missing')} errors={errors('amount_missing')} />
    </>
  );
}
