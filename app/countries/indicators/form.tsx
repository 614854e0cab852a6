import type { SubmissionResult } from '@conform-to/react';
import { allErrors, errorsIn } from '#app/commitments/drafting/values';
import { ErrorSummary } from '#app/form/error-summary';
import { NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { typedIn } from '../typed';
import { disaggregations, valueReasons } from './model';
import type { KeptFigure } from './queries.server';

interface FigureFormProps {
  readonly action: string;
  readonly last: SubmissionResult<string[]> | undefined;
  /** What stands there, to be corrected. */
  readonly opened: KeptFigure | undefined;
  readonly unit: KeptFigure['unit'];
}

/** A value with its year and source, or why there is none. */
export function ValueForm({ action, last, opened, unit }: FigureFormProps) {
  const t = useText('countries');
  const errors = errorsIn(last);
  const typed = typedIn(last, opened === undefined ? { disaggregation: 'total' } : storedIn(opened));
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" action={action} className="flow measure" noValidate>
        <FormKey />
        {opened !== undefined && <Version value={opened.version} />}
        <NumberField name="year" label={t('indicators.year')} width={4} required defaultValue={typed.one('year')} errors={errors('year')} />
        <SelectField name="disaggregation" label={t('indicators.of_whom')} options={disaggregations.map((one) => ({ value: one, label: t(`indicators.part.${one}`) }))} empty={null} width={20} defaultValue={typed.one('disaggregation')} errors={errors('disaggregation')} />
        <NumberField name="value" label={t('indicators.value_in', { unit: t(`indicators.unit_name.${unit}`) })} hint={t('indicators.value_hint')} decimals width={8} optional defaultValue={typed.one('value')} errors={errors('value')} />
        <SelectField name="missing" label={t('indicators.why_missing')} options={valueReasons.map((one) => ({ value: one, label: t(`indicators.missing.${one}`) }))} empty={t('indicators.not_missing')} width={30} defaultValue={typed.one('missing')} errors={errors('missing')} />
        <TextField name="missing_note" label={t('indicators.missing_note')} hint={t('indicators.missing_note_hint')} maxLength={500} optional defaultValue={typed.one('missing_note')} errors={errors('missing_note')} />
        <TextField name="source" label={t('indicators.source')} hint={t('indicators.source_hint')} maxLength={300} required defaultValue={typed.one('source')} errors={errors('source')} />
        <TextArea name="footnote" label={t('indicators.footnote')} maxLength={2000} optional defaultValue={typed.one('footnote')} errors={errors('footnote')} />
        <Button>{t(opened === undefined ? 'indicators.save' : 'indicators.correct')}</Button>
      </form>
    </>
  );
}

const storedIn = ({ year, disaggregation, value, missing, missing_note, source, footnote }: KeptFigure) => ({ year: String(year), disaggregation, value, missing, missing_note, source, footnote });

/** What the country aims at, by when, and where that is said. */
export function BenchmarkForm({ action, last, opened, unit }: FigureFormProps) {
  const t = useText('countries');
  const errors = errorsIn(last);
  const typed = typedIn(last, opened === undefined ? {} : { benchmark_year: String(opened.year), benchmark: opened.value, benchmark_source: opened.source });
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" action={action} className="flow measure" noValidate>
        <FormKey />
        {opened !== undefined && <Version value={opened.version} />}
        <NumberField name="benchmark_year" label={t('indicators.by_year')} width={4} required defaultValue={typed.one('benchmark_year')} errors={errors('benchmark_year')} />
        <NumberField name="benchmark" label={t('indicators.value_in', { unit: t(`indicators.unit_name.${unit}`) })} decimals width={8} required defaultValue={typed.one('benchmark')} errors={errors('benchmark')} />
        <TextField name="benchmark_source" label={t('indicators.source')} hint={t('indicators.benchmark_source_hint')} maxLength={300} required defaultValue={typed.one('benchmark_source')} errors={errors('benchmark_source')} />
        <Button>{t(opened === undefined ? 'indicators.save_benchmark' : 'indicators.correct_benchmark')}</Button>
      </form>
    </>
  );
}
