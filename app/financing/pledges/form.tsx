import { useForm, type SubmissionResult } from '@conform-to/react';
import { DateField, SelectField, TextArea, TextField, type Option, type OptionGroup } from '#app/form/field';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { currencyName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { newMoneyAnswers, pledgeKinds, valuationMethods, visibilities } from './model';
import { RecipientsField, type RecipientFields } from './recipients-field';
import { codeNames, type CodeName } from './terms/codes';
import { ClassificationFields, type MarkerFields, type SectorFields } from './terms/fields';
import { QuantityField } from './terms/quantity-field';

/** The fields of a pledge as they are posted: all of them text. */
export type PledgeFields = Readonly<Partial<Record<CodeName, string | undefined>>> & {
  readonly provider?: string | undefined;
  readonly title?: string | undefined;
  readonly kind?: string | undefined;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly valuation_method?: string | undefined;
  readonly valued_on?: string | undefined;
  readonly announced_on?: string | undefined;
  readonly starts_on?: string | undefined;
  readonly ends_on?: string | undefined;
  readonly new_money?: string | undefined;
  readonly conditions?: string | undefined;
  readonly iati_identifier?: string | undefined;
  readonly visibility?: string | undefined;
  readonly quantity?: string | undefined;
  readonly unit?: string | undefined;
  readonly recipients?: RecipientFields[] | undefined;
  readonly sectors?: SectorFields[] | undefined;
  readonly markers?: MarkerFields[] | undefined;
};

export interface PledgeFormChoices {
  /** Absent when a pledge is changed: whose it is stays. */
  readonly providers?: readonly Option[] | undefined;
  readonly parties: readonly OptionGroup[];
  readonly currencies: readonly string[];
}

interface PledgeFormProps {
  readonly choices: PledgeFormChoices;
  readonly defaultValue: PledgeFields;
  /** Of the pledge that is changed. */
  readonly version?: number | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** What most pledges leave out stands folded, until something of it is there. */
const more = ['starts_on', 'ends_on', 'quantity', 'unit', 'conditions', 'iati_identifier', 'sectors', 'markers', ...codeNames] as const;

/** Records a pledge, or changes one that nobody has confirmed yet. Works without a script: rows of recipients come and go by posting. */
export function PledgeForm({ choices, defaultValue, version, today, lastResult }: PledgeFormProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const [form, fields] = useForm<PledgeFields>({ lastResult, defaultValue });
  const of = (name: Exclude<keyof PledgeFields, 'recipients' | 'sectors' | 'markers'>) => ({ name, defaultValue: fields[name].initialValue, errors: fields[name].errors });
  const worded = (values: readonly string[], key: string): Option[] => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <form method="post" id={form.id} className="flow measure" noValidate>
        <FormKey />
        {version !== undefined && <Version value={version} />}
        {choices.providers !== undefined && <SelectField {...of('provider')} label={t('form.provider')} options={choices.providers} required />}
        <TextField {...of('title')} label={t('form.title')} hint={t('form.title_hint')} required maxLength={200} />
        <SelectField {...of('kind')} label={t('form.kind')} hint={t('form.kind_hint')} options={worded(pledgeKinds, 'kind')} empty={null} width={20} />
        <TextField {...of('amount')} label={t('form.amount')} hint={t('form.amount_hint')} required width={20} />
        <SelectField {...of('currency')} label={t('form.currency')} options={choices.currencies.map((code) => ({ value: code, label: `${code} ${currencyName(language, code)}` }))} required width={30} />
        <SelectField {...of('valuation_method')} label={t('form.valuation_method')} hint={t('form.valuation_hint')} options={worded(valuationMethods, 'valuation')} optional width={30} />
        <DateField {...of('valued_on')} label={t('form.valued_on')} max={today} optional />
        <DateField {...of('announced_on')} label={t('form.announced_on')} max={today} required />
        <RecipientsField form={form} field={fields.recipients} parties={choices.parties} />
        <RadioField {...of('new_money')} label={t('form.new_money')} hint={t('form.new_money_hint')} choices={newMoneyAnswers.map((value) => ({ value, label: t(`form.answer.${value}`) }))} />
        <SelectField {...of('visibility')} label={t('form.visibility')} options={worded(visibilities, 'visibility')} empty={null} width={30} />
        <details open={more.some((name) => fields[name].initialValue !== undefined || fields[name].errors !== undefined || fields[name].dirty)}>
          <summary>{t('terms.more')}</summary>
          <div className="flow pt-16">
            <DateField {...of('starts_on')} label={t('form.starts_on')} optional />
            <DateField {...of('ends_on')} label={t('form.ends_on')} optional />
            <QuantityField quantity={fields.quantity} unit={fields.unit} />
            <TextArea {...of('conditions')} label={t('form.conditions')} optional maxLength={2000} />
            <ClassificationFields form={form} fields={fields} />
            <TextField {...of('iati_identifier')} label={t('form.iati_identifier')} optional width={30} spellCheck={false} />
          </div>
        </details>
        <Button>{t(version === undefined ? 'form.save_new' : 'form.save')}</Button>
      </form>
    </>
  );
}
