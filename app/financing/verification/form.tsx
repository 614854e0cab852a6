import type { SubmissionResult } from '@conform-to/react';
import { RadioField } from '#app/form/choice-field';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { methods } from '#app/records/verification/model';

/** How somebody looked, and what they found. */
export function LookFields({ last }: { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('method')} label={t('verified.how')} choices={methods.map((method) => ({ value: method, label: t(`verified.method.${method}`) }))} required />
      <TextArea {...field('note')} label={t('verified.found')} hint={t('verified.found_hint')} rows={4} maxLength={4000} required />
    </>
  );
}
