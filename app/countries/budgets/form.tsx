import type { SubmissionResult } from '@conform-to/react';
import { allErrors } from '#app/commitments/drafting/values';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, SelectField, TextField, type Option } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import type { BudgetLineRow } from './list';

type Last = SubmissionResult<string[]> | undefined;
type Said = Pick<BudgetLineRow, 'title' | 'code' | 'budgeted' | 'spent' | 'spent_as_of' | 'source'>;

interface SaidFieldsProps {
  readonly last: Last;
  readonly stored?: Said;
  readonly currency?: string;
  readonly today: string;
}

/** What a line says of itself, and what can be corrected of it. */
function SaidFields({ last, stored, currency, today }: SaidFieldsProps) {
  const t = useText('countries');
  const field = fieldIn(last);
  const money = (name: 'budgeted' | 'spent') => t(`budgets.${name}_in`, { currency: currency ?? t('budgets.its_currency') });
  return (
    <>
      <TextField {...field('title', stored?.title)} label={t('budgets.line')} hint={t('budgets.line_hint')} required maxLength={200} />
      <TextField {...field('code', stored?.code ?? '')} label={t('budgets.code')} hint={t('budgets.code_hint')} optional width={20} maxLength={60} spellCheck={false} />
      <TextField {...field('budgeted', stored?.budgeted)} label={money('budgeted')} required width={20} />
      <TextField {...field('spent', stored?.spent ?? '')} label={money('spent')} hint={t('budgets.spent_hint')} optional width={20} />
      <DateField {...field('spent_as_of', stored?.spent_as_of ?? '')} label={t('budgets.spent_as_of')} max={today} optional />
      <TextField {...field('source', stored?.source)} label={t('budgets.source')} hint={t('budgets.source_hint')} required maxLength={300} />
    </>
  );
}

interface BudgetLineFormProps {
  readonly last: Last;
  readonly commitments: readonly Option[];
  readonly years: readonly Option[];
  readonly currencies: readonly Option[];
  readonly today: string;
}

/** Writes a line of the budget down. */
export function BudgetLineForm({ last, commitments, years, currencies, today }: BudgetLineFormProps) {
  const t = useText('countries');
  const field = fieldIn(last);
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" className="flow measure" noValidate>
        <FormKey />
        <SelectField {...field('commitment')} label={t('budgets.commitment')} hint={t('budgets.commitment_hint')} options={commitments} required />
        <SelectField {...field('year')} label={t('budgets.year')} options={years} required width={20} />
        <SelectField {...field('currency')} label={t('budgets.currency')} options={currencies} required width={30} />
        <SaidFields last={last} today={today} />
        <Button>{t('budgets.save')}</Button>
      </form>
    </>
  );
}

/** Corrects or revises a line. */
export function BudgetCorrectionForm({ last, line, today }: { readonly last: Last; readonly line: BudgetLineRow; readonly today: string }) {
  const t = useText('countries');
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" className="flow measure" noValidate>
        <FormKey />
        <Version value={line.version} />
        <SaidFields last={last} stored={line} currency={line.currency} today={today} />
        <Button>{t('budgets.correct')}</Button>
      </form>
    </>
  );
}
