import { CheckList } from '#app/form/choice-field';
import { SelectField, TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { INDICATORS } from '#db/reference/indicators';
import { disaggregations, measures } from './model';
import type { GoalValues } from './values';

interface GoalDetailFieldsProps {
  readonly at: number;
  readonly goal: GoalValues;
  /** Unfolded, whatever it holds. */
  readonly open: boolean;
  readonly errors: (name: string) => readonly string[] | undefined;
}
const names = ['measure', 'target_words', 'scale', 'indicator', 'direction', 'cumulative', 'baseline_source'] as const;

/** What a goal may say besides its number, folded away: nothing here is needed. */
export function GoalDetailFields({ at, goal, open, errors }: GoalDetailFieldsProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const field = (name: (typeof names)[number]) => ({ name: `goals[${at}].${name}`, errors: errors(`goals[${at}].${name}`), defaultValue: goal[name], optional: true });
  const filled = names.some((name) => goal[name] !== '' || errors(`goals[${at}].${name}`) !== undefined) || goal.disaggregations.length > 0;
  const choices = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`form.${name}.${value}`) }));
  return (
    <details open={open || filled}>
      <summary>{t('form.detail.title')}</summary>
      <div className="flow pt-16">
        <SelectField {...field('measure')} label={t('form.measure.label')} hint={t('form.measure.hint')} options={choices('measure', measures.slice(1))} empty={t('form.measure.number')} width={20} />
        <TextField {...field('target_words')} label={t('form.detail.target_words')} hint={t('form.detail.target_words_hint')} maxLength={500} />
        <TextArea {...field('scale')} label={t('form.detail.scale')} hint={t('form.detail.scale_hint')} maxLength={1000} />
        <SelectField {...field('indicator')} label={t('form.detail.indicator')} hint={t('form.detail.indicator_hint')} options={INDICATORS.map(({ code, name }) => ({ value: code, label: name[language] }))} empty={t('form.detail.none')} />
        <SelectField {...field('direction')} label={t('form.direction.label')} options={choices('direction', ['down'])} empty={t('form.direction.up')} width={20} />
        <SelectField {...field('cumulative')} label={t('form.cumulative.label')} hint={t('form.cumulative.hint')} options={choices('cumulative', ['no'])} empty={t('form.cumulative.yes')} width={20} />
        <TextField {...field('baseline_source')} label={t('form.detail.baseline_source')} hint={t('form.detail.baseline_source_hint')} maxLength={500} />
        <CheckList name={`goals[${at}].disaggregations`} label={t('form.detail.disaggregations')} choices={choices('disaggregation', disaggregations)} defaultValue={goal.disaggregations} optional />
      </div>
    </details>
  );
}
