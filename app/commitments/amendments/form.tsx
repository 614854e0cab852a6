import type { SubmissionResult } from '@conform-to/react';
import { DateField, NumberField, type Option, SelectField, TextArea, TextField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { CountryRows } from '../drafting/country-rows';
import { unitChoices } from '../model';
import { errorsIn } from '../drafting/values';
import type { AmendmentValues, AmendedGoal } from './values';

interface AmendmentFieldsProps {
  readonly value: AmendmentValues;
  readonly countries: readonly Option[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** All that a promise says, as it stands; what is changed here is what the amendment asks for. */
export function AmendmentFields({ value, countries, last }: AmendmentFieldsProps) {
  const t = useText('commitments');
  const errors = errorsIn(last);
  return (
    <>
      <TextArea name="reason" label={t('amendments.reason')} hint={t('amendments.reason_hint')} rows={4} required errors={errors('reason')} defaultValue={value.reason} />
      {value.goals.map((goal, at) => <GoalFields key={at} at={at} goal={goal} several={value.goals.length > 1} errors={errors} />)}
      <h2>{t('amendments.other')}</h2>
      <TextField name="title" label={t('form.title')} maxLength={300} required errors={errors('title')} defaultValue={value.title} />
      <TextArea name="action" label={t('form.action')} required errors={errors('action')} defaultValue={value.action} />
      <DateField name="starts_on" label={t('amendments.field.starts_on')} required errors={errors('starts_on')} defaultValue={value.starts_on} />
      <TextField name="lead" label={t('amendments.field.lead')} hint={t('amendments.lead_hint')} maxLength={40} width={20} required errors={errors('lead')} defaultValue={value.lead} />
      <CountryRows value={value.countries} countries={countries} errors={errors} spare={3} />
    </>
  );
}

function GoalFields({ at, goal, several, errors }: { readonly at: number; readonly goal: AmendedGoal; readonly several: boolean; readonly errors: (name: string) => readonly string[] | undefined }) {
  const t = useText('commitments');
  const field = (name: keyof AmendedGoal) => ({ name: `goals[${at}].${name}`, errors: errors(`goals[${at}].${name}`), defaultValue: goal[name] });
  return (
    <div className="flow" role="group" aria-label={t('form.goal', { number: at + 1 })}>
      {several && <h2>{t('form.goal', { number: at + 1 })}</h2>}
      {goal.target_words === '' ? (
        <>
          <NumberField {...field('target_value')} label={t('form.target')} decimals required />
          <SelectField {...field('unit')} label={t('form.unit')} options={unitChoices.map((value) => ({ value, label: t(`unit.${value}`) }))} required width={20} />
          <TextField {...field('unit_other')} label={t('form.unit_other')} hint={t('form.unit_other_hint')} maxLength={80} width={20} optional />
        </>
      ) : <TextField {...field('target_words')} label={t('form.detail.target_words')} maxLength={500} required />}
      <DateField {...field('target_on')} label={t('amendments.field.target_on')} required />
      {goal.target_words === '' && (
        <div className="row">
          <NumberField {...field('baseline_value')} label={t('form.baseline_value')} decimals optional />
          <NumberField {...field('baseline_year')} label={t('form.baseline_year')} width={4} optional />
        </div>
      )}
      <TextField {...field('statement')} label={t('form.statement')} maxLength={500} optional />
    </div>
  );
}
