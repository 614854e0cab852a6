import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldIn } from '#app/form/act-page';
import { summaryOf } from '#app/form/summary';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';

type Last = SubmissionResult<string[]> | undefined;

/** What every form about a platform begins with: its name, what it is, in which language that is said, and where it is. */
export function NameFields({ last, stored }: { readonly last: Last; readonly stored?: { readonly name: string; readonly description: string; readonly language: string; readonly address: string } | undefined }) {
  const t = useText('registries');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <>
      <TextField {...field('name', stored?.name)} label={t('field.name')} required maxLength={200} />
      <TextArea {...field('description', stored?.description)} label={t('field.description')} hint={t('hint.description')} rows={4} required maxLength={4000} />
      <SelectField {...field('language', stored?.language ?? language)} label={t('field.language')} hint={t('hint.language')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
      <TextField {...field('address', stored?.address)} type="url" label={t('field.address')} hint={t('hint.address')} required maxLength={500} spellCheck={false} />
    </>
  );
}

/** Points at a platform that a country has. */
export function NominationForm({ last, countries, country }: { readonly last: Last; readonly countries: readonly Option[]; readonly country: string | undefined }) {
  const t = useText('registries');
  const field = fieldIn(last);
  return (
    <>
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <form method="post" action={paths.newPlatform()} className="flow measure" noValidate>
        <FormKey />
        <SelectField {...field('country', country)} label={t('field.country')} options={countries} required width={30} />
        <NameFields last={last} />
        <TextField {...field('owner')} label={t('field.owner')} hint={t('hint.owner')} optional maxLength={200} />
        <Notice small title={t('nomination.next')}>{t('nomination.next_text')}</Notice>
        <Button>{t('nominate')}</Button>
      </form>
    </>
  );
}
