import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { CheckField } from '#app/form/choice-field';
import { SelectField, TextArea, TextField, type Option, type OptionGroup } from '#app/form/field';
import { useText } from '#app/languages/text';

interface CommentFieldsProps {
  readonly last: SubmissionResult<string[]> | undefined;
  readonly clauses: readonly Option[];
  /** The clause that the address names. */
  readonly clause: string | undefined;
  /** Those that the viewer speaks for; none for somebody from the public. */
  readonly parties: readonly OptionGroup[];
}

/** What is said, on which clause, and by whom. */
export function CommentFields({ last, clauses, clause, parties }: CommentFieldsProps) {
  const t = useText('frameworks');
  const field = fieldIn(last);
  const [only] = parties.length === 1 && parties[0]?.options.length === 1 ? parties[0].options : [];
  return (
    <>
      <SelectField {...field('clause', clause)} label={t('comments.clause')} options={clauses} empty={t('comments.whole')} />
      <TextArea {...field('body')} label={t('comments.body')} hint={t('comments.body_hint')} rows={8} minLength={10} maxLength={4000} required />
      {parties.length > 0 ? <SelectField {...field('party', only?.value)} label={t('comments.party')} options={parties} required /> : <AuthorFields last={last} />}
    </>
  );
}

function AuthorFields({ last }: Pick<CommentFieldsProps, 'last'>) {
  const t = useText('frameworks');
  const field = fieldIn(last);
  const { errors } = field('consent');
  return (
    <>
      <TextField {...field('name')} label={t('comments.name')} hint={t('comments.name_hint')} maxLength={200} autoComplete="name" spellCheck={false} required />
      <TextField {...field('body_name')} label={t('comments.body_name')} maxLength={200} autoComplete="organization" optional />
      <TextField {...field('mail')} type="email" label={t('comments.mail')} hint={t('comments.mail_hint')} maxLength={254} autoComplete="email" spellCheck={false} required />
      <CheckField name="consent" label={t('comments.consent')} errors={errors} defaultChecked={last?.initialValue?.['consent'] === 'on'} required />
    </>
  );
}
