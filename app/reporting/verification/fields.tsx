import type { SubmissionResult } from '@conform-to/react';
import { amountOf } from '#app/commitments/marks';
import { fieldIn } from '#app/form/act-page';
import { CheckList, RadioField } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { methods } from '#app/records/verification/model';
import { outcomes } from './model';
import type { Claim } from './queries.server';

interface FieldsProps {
  readonly last: SubmissionResult<string[]> | undefined;
}

/** The values of an update as choices: what each counts, and how many. */
function useValues(claim: Claim) {
  const words = useText('commitments');
  const { language } = useLocale();
  return claim.values.map((one) => {
    const amount = amountOf(one.value, one.unit, words, language);
    return { value: one.goal_id, label: one.statement === null ? amount : `${one.statement}: ${amount}` };
  });
}

/** What was looked at, how, and what was found. */
export function VerificationFields({ claim, last }: FieldsProps & { readonly claim: Claim }) {
  const t = useText('reporting');
  const values = useValues(claim);
  const field = fieldIn(last);
  const chosen = last?.initialValue?.['goals'];
  return (
    <>
      {values.length > 0 && <CheckList name="goals" label={t('claim.which')} choices={values} errors={last?.error?.['goals'] ?? undefined} defaultValue={last === undefined ? values.map(({ value }) => value) : [chosen ?? []].flat().map(String)} />}
      <RadioField {...field('method')} label={t('claim.method_label')} choices={methods.map((method) => ({ value: method, label: t(`claim.method.${method}`) }))} required />
      <TextArea {...field('note')} label={t('claim.note')} hint={t('claim.note_hint')} rows={4} maxLength={4000} required />
    </>
  );
}

/** What is disputed, and why. */
export function ContestFields({ claim, last }: FieldsProps & { readonly claim: Claim }) {
  const t = useText('reporting');
  const values = useValues(claim);
  const field = fieldIn(last);
  const choices = [{ value: 'all', label: t('claim.everything') }, ...values];
  return (
    <>
      {values.length > 1 && <RadioField {...field('goal', 'all')} label={t('claim.what')} choices={choices} />}
      <TextArea {...field('words')} label={t('claim.why')} hint={t('claim.why_hint')} rows={5} maxLength={4000} required />
    </>
  );
}

export function ReplyFields({ last }: FieldsProps) {
  const t = useText('reporting');
  return <TextArea {...fieldIn(last)('words')} label={t('claim.reply')} hint={t('claim.reply_hint')} rows={5} maxLength={4000} required />;
}

export function SettlementFields({ last }: FieldsProps) {
  const t = useText('reporting');
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('outcome')} label={t('claim.outcome')} choices={outcomes.map((outcome) => ({ value: outcome, label: t(`claim.outcomes.${outcome}.name`), hint: t(`claim.outcomes.${outcome}.means`) }))} required />
      <TextArea {...field('words')} label={t('claim.settlement')} hint={t('claim.settlement_hint')} rows={5} maxLength={4000} required />
    </>
  );
}
