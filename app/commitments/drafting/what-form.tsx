import type { SubmissionResult } from '@conform-to/react';
import { useAnyAsked } from '#app/form/asked';
import { CheckList, RadioField } from '#app/form/choice-field';
import { DateField, type Option, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { LanguageFields } from '#app/form/language-fields';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import type { ClauseChoice } from '../choices.server';
import { commitmentTypes, longestTitle, visibilities } from '../model';
import { ClauseLists } from './clause-lists';
import { CountryRows } from './country-rows';
import { errorsIn, type WhatValues } from './values';

interface WhatFormProps {
  readonly action: string;
  readonly value: WhatValues;
  /** Set when somebody else saved meanwhile: what stands there now, to be compared. */
  readonly stored: WhatValues | undefined;
  readonly version: number | undefined;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly clauses: readonly ClauseChoice[];
  readonly countries: readonly Option[];
  /** Whom the writer may speak for; one needs no question. */
  readonly leads: readonly Option[];
  /** In which coalition it can be promised; one needs no question. */
  readonly places: readonly Option[];
  /** A country that leads acts in itself. */
  readonly byCountry: boolean;
}

/** What can wait, folded away. */
const more = ['problem', 'countries', 'origin', 'language', 'language_other', 'embargo_until', 'visibility'];

/** The first step: what happens, under which clause, for whom. Six answers are needed; the rest can wait. */
export function WhatForm({ action, value, stored, version, last, clauses, countries, leads, places, byCountry }: WhatFormProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const errors = errorsIn(last);
  const asked = useAnyAsked(more);
  const now = (name: keyof WhatValues): string | undefined => (stored === undefined || stored[name] === value[name] ? undefined : t('form.stored', { value: String(stored[name]) }));
  const types = commitmentTypes.map((type) => ({ value: type, label: t(`type.${type}`) }));
  return (
    <form method="post" action={action} className="flow" noValidate>
      <FormKey />
      {version !== undefined && <Version value={version} />}
      {stored !== undefined && <Notice tone="warn">{t('form.meanwhile')}</Notice>}
      {leads.length > 1 && <SelectField name="lead" label={t('form.lead')} hint={t('form.lead_hint')} options={leads} defaultValue={value.lead === '' ? leads[0]?.value : value.lead} empty={null} errors={errors('lead')} />}
      {leads.length === 1 && <input type="hidden" name="lead" value={leads[0]?.value} />}
      {places.length > 1 && <SelectField name="coalition" label={t('form.coalition')} hint={t('form.coalition_hint')} options={places} defaultValue={value.coalition} empty={t('form.coalition_usual')} errors={errors('coalition')} />}
      <TextField name="title" label={t('form.title')} hint={now('title') ?? t('form.title_hint')} defaultValue={value.title} maxLength={longestTitle} required errors={errors('title')} />
      <TextArea name="action" label={t('form.action')} hint={now('action') ?? t('form.action_hint')} defaultValue={value.action} maxLength={4000} required errors={errors('action')} />
      <SelectField name="type" label={t('form.type')} hint={now('type')} options={types} defaultValue={value.type} required width={20} errors={errors('type')} />
      <ClauseLists clauses={clauses} chosen={value.nodes} errors={errors('nodes')} />
      <CheckList name="beneficiaries" label={t('form.groups')} choices={BENEFICIARY_GROUPS.map((group) => ({ value: group.code, label: group.name[language] }))} defaultValue={value.beneficiaries} errors={errors('beneficiaries')} />
      <RadioField name="learner_data" label={t('form.learner_data')} choices={[{ value: 'no', label: t('form.learner_data_no') }, { value: 'yes', label: t('form.learner_data_yes'), hint: t('form.learner_data_yes_hint') }]} defaultValue={value.learner_data} required errors={errors('learner_data')} />
      <details open={stored !== undefined || asked || more.some((name) => errors(name) !== undefined)}>
        <summary>{t('form.more')}</summary>
        <div className="flow pt-16">
          <TextArea name="problem" label={t('form.problem')} hint={now('problem')} defaultValue={value.problem} optional errors={errors('problem')} />
          {!byCountry && <CountryRows value={value.countries} countries={countries} errors={errors} />}
          <TextField name="origin" label={t('form.origin')} hint={now('origin') ?? t('form.origin_hint')} defaultValue={value.origin} width={20} spellCheck={false} optional errors={errors('origin')} />
          <LanguageFields label={t('form.language')} value={value} errors={errors} />
          <SelectField name="visibility" label={t('form.visibility')} options={visibilities.toReversed().map((one) => ({ value: one, label: t(`visibility.${one}`) }))} defaultValue={value.visibility} empty={null} width={20} errors={errors('visibility')} />
          <DateField name="embargo_until" label={t('form.embargo')} hint={t('form.embargo_hint')} defaultValue={value.embargo_until} optional errors={errors('embargo_until')} />
        </div>
      </details>
      <div className="pt-8 row">
        <Button>{t('form.continue')}</Button>
        <Button weight="text" name="later" value="1" formNoValidate>{t('form.later')}</Button>
      </div>
    </form>
  );
}
