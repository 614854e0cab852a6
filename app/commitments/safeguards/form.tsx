import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { safeguardWords, type Safeguard } from './model';

/** Everything that a safeguard says; with what stands there, if there is one. */
export function SafeguardFields({ safeguard, last }: { readonly safeguard: Safeguard | undefined; readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('commitments');
  const field = fieldIn(last);
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
  const stored = (name: 'no_advertising' | 'no_profiling') => (safeguard === undefined ? '' : safeguard[name] ? 'yes' : 'no');
  return (
    <>
      {safeguardWords.map((name) => <TextArea key={name} {...field(name, safeguard?.[name] ?? '')} label={t(`safeguards.field.${name}`)} hint={t(`safeguards.hint.${name}`)} rows={3} required />)}
      {(['no_advertising', 'no_profiling'] as const).map((name) => <RadioField key={name} {...field(name, stored(name))} label={t(`safeguards.field.${name}`)} choices={choices} required />)}
      <DateField {...field('service_until', safeguard?.service_until ?? '')} label={t('safeguards.field.service_until')} hint={t('safeguards.hint.service_until')} required />
    </>
  );
}
