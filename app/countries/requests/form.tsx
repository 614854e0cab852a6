import type { SubmissionResult } from '@conform-to/react';
import type { Begun } from '#app/commitments/about';
import { allErrors, errorsIn } from '#app/commitments/drafting/values';
import { CheckList, RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import type { ClauseChoices } from '../choices.server';
import { typedIn } from '../typed';
import { WorthFields } from '../worth-fields';
import type { RequestRecord } from './queries.server';

interface RequestFormProps {
  readonly action: string;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly choices: ClauseChoices & { readonly currencies: readonly string[] };
  /** Countries that the writer may ask for; none when the request is written already. */
  readonly countries: readonly Option[];
  readonly about?: Begun | undefined;
  readonly today: string;
  readonly stored?: RequestRecord | undefined;
}

/** What is needed, under which pillar, for whom, how much and by when. */
export function RequestForm({ action, last, choices, countries, about, today, stored }: RequestFormProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const errors = errorsIn(last);
  const typed = typedIn(last, stored === undefined ? { language, ...about } : storedIn(stored));
  const clause = ({ id, code, title }: ClauseChoices['pillars'][number]) => ({ value: id, label: `${code} ${title}` });
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" action={action} className="flow measure" noValidate>
        <FormKey />
        {stored !== undefined && <Version value={stored.version} />}
        {countries.length > 1 && <SelectField name="country" label={t('requests.form.country')} options={countries} required width={30} defaultValue={typed.one('country')} errors={errors('country')} />}
        {countries.length === 1 && <input type="hidden" name="country" value={countries[0]?.value} />}
        <TextField name="title" label={t('requests.form.title')} hint={t('requests.form.title_hint')} required maxLength={200} defaultValue={typed.one('title')} errors={errors('title')} />
        <TextArea name="need" label={t('requests.form.need')} hint={t('requests.form.need_hint')} rows={5} required maxLength={4000} defaultValue={typed.one('need')} errors={errors('need')} />
        <SelectField name="language" label={t('form.language')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} defaultValue={typed.one('language')} errors={errors('language')} />
        <RadioField name="pillar" label={t('requests.pillar')} hint={t('requests.form.pillar_hint')} choices={choices.pillars.map(clause)} required defaultValue={typed.one('pillar')} errors={errors('pillar')} />
        <CheckList name="nodes" label={t('form.clauses')} hint={t('form.clauses_hint')} choices={choices.lines.map(clause)} optional defaultValue={typed.many('nodes')} errors={errors('nodes')} />
        <CheckList name="beneficiaries" label={t('requests.beneficiaries')} choices={BENEFICIARY_GROUPS.map((group) => ({ value: group.code, label: group.name[language] }))} optional defaultValue={typed.many('beneficiaries')} errors={errors('beneficiaries')} />
        <WorthFields typed={typed} errors={errors} currencies={choices.currencies} words="needed" />
        <DateField name="deadline_on" label={t('requests.form.deadline')} hint={t('requests.form.deadline_hint')} min={today} required defaultValue={typed.one('deadline_on')} errors={errors('deadline_on')} />
        <Notice small title={t('requests.form.next')}>{t('requests.form.next_text')}</Notice>
        <Button>{t('requests.form.save')}</Button>
      </form>
    </>
  );
}

const storedIn = (stored: RequestRecord) => ({
  title: stored.title, need: stored.need, language: stored.language, pillar: stored.pillar_node_id, nodes: stored.node_ids, beneficiaries: stored.beneficiaries,
  amount: stored.amount, currency: stored.currency, amount_missing: stored.amount_missing, deadline_on: stored.deadline_on,
});
