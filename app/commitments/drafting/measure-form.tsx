import type { SubmissionResult } from '@conform-to/react';
import { RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Day } from '#app/platform/clock';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { units } from '../model';
import { GoalDetailFields } from './goal-detail';
import { isYearEnd } from './model';
import { errorsIn, type GoalValues, type MeasureValues } from './values';

interface MeasureFormProps {
  readonly action: string;
  readonly value: MeasureValues;
  /** Set when somebody else saved meanwhile. */
  readonly stored: MeasureValues | undefined;
  readonly version: number;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly years: { readonly from: number; readonly to: number };
  /** The days of the targets that stand there. */
  readonly days: readonly (Day | null)[];
}
const mostGoals = 10;

/** The second step: a number, what is counted, a year; up to ten goals. */
export function MeasureForm({ action, value, stored, version, last, years, days }: MeasureFormProps) {
  const t = useText('commitments');
  const errors = errorsIn(last);
  return (
    <form method="post" action={action} className="flow" noValidate>
      <FormKey />
      <Version value={version} />
      {stored !== undefined && <Notice tone="warn">{t('form.meanwhile')}</Notice>}
      {value.goals.map((goal, at) => (
        <GoalFields key={at} at={at} several={value.goals.length > 1} goal={goal} stored={stored?.goals[at]} years={years} day={days[at] ?? null} errors={errors} />
      ))}
      <DateField name="starts_on" label={t('form.starts_on')} hint={t('form.starts_on_hint')} defaultValue={value.starts_on} optional errors={errors('starts_on')} />
      <div className="pt-8 row">
        <Button>{t('form.continue')}</Button>
        {value.goals.length < mostGoals && <Button weight="second" name="another" value="goal">{t('form.another_goal')}</Button>}
        <Button weight="text" name="later" value="1" formNoValidate>{t('form.later')}</Button>
      </div>
    </form>
  );
}

interface GoalFieldsProps {
  readonly at: number;
  readonly several: boolean;
  readonly goal: GoalValues;
  readonly stored: GoalValues | undefined;
  readonly years: { readonly from: number; readonly to: number };
  readonly day: Day | null;
  readonly errors: (name: string) => readonly string[] | undefined;
}

function GoalFields({ at, several, goal, stored, years, day, errors: errorsOf }: GoalFieldsProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const field = (name: Exclude<keyof GoalValues, 'disaggregations'>) => ({ name: `goals[${at}].${name}`, errors: errorsOf(`goals[${at}].${name}`), defaultValue: goal[name] });
  const now = (name: Exclude<keyof GoalValues, 'disaggregations'>): string | undefined => (stored === undefined || stored[name] === goal[name] ? undefined : t('form.stored', { value: stored[name] }));
  const choices = [...units.map((unit) => ({ value: unit as string, label: t(`unit.${unit}`) })), { value: 'other', label: t('unit.other') }];
  return (
    <div className="flow" role="group" aria-label={t('form.goal', { number: at + 1 })}>
      {several && <h2>{t('form.goal', { number: at + 1 })}</h2>}
      <NumberField {...field('target_value')} label={t('form.target')} hint={now('target_value') ?? t('form.target_hint')} decimals required />
      <SelectField {...field('unit')} label={t('form.unit')} hint={now('unit')} options={choices} required width={20} />
      <TextField {...field('unit_other')} label={t('form.unit_other')} hint={t('form.unit_other_hint')} maxLength={80} width={20} optional />
      <NumberField {...field('target_year')} label={t('form.year')} hint={now('target_year') ?? (day === null || isYearEnd(day) ? t('form.year_hint', years) : t('form.year_day', { day: formatDate(language, day) }))} required width={4} />
      <RadioField
        {...field('baseline')} label={t('form.baseline')}
        choices={[{ value: 'known', label: t('form.baseline_known'), hint: t('form.baseline_known_hint') }, { value: 'unknown', label: t('form.baseline_unknown'), hint: t('form.baseline_unknown_hint') }]}
      />
      <div className="row">
        <NumberField {...field('baseline_value')} label={t('form.baseline_value')} hint={now('baseline_value')} decimals optional />
        <NumberField {...field('baseline_year')} label={t('form.baseline_year')} width={4} optional />
      </div>
      <TextArea {...field('method')} label={t('form.method')} hint={now('method') ?? t('form.method_hint')} optional />
      <TextField {...field('statement')} label={t('form.statement')} hint={t('form.statement_hint')} optional />
      <GoalDetailFields at={at} goal={goal} open={stored !== undefined} errors={errorsOf} />
    </div>
  );
}
