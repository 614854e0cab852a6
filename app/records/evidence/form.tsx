import type { SubmissionResult } from '@conform-to/react';
import { fieldId } from '#app/form/acts';
import { FileField, TextField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { acceptedFiles, fileLimit } from './model';

interface EvidenceFieldsProps {
  readonly last: SubmissionResult<string[]> | undefined;
  readonly optional?: boolean;
  /** The form that they belong to, where the page has another one. */
  readonly act?: string;
}

/** Evidence for a record: a title, and either an address or a file; or nothing at all where it is `optional`. */
export function EvidenceFields({ last, optional = false, act }: EvidenceFieldsProps) {
  const t = useText('records');
  const id = (name: string): string => (act === undefined ? name : fieldId(act, name));
  const errors = (name: string) => last?.error?.[name] ?? undefined;
  const typed = (name: string): string => (typeof last?.initialValue?.[name] === 'string' ? last.initialValue[name] : '');
  return (
    <>
      <TextField name="title" id={id('title')} label={t('evidence.title')} hint={t('evidence.title_hint')} required={!optional} optional={optional} maxLength={200} defaultValue={typed('title')} errors={errors('title')} />
      <TextField name="url" id={id('url')} type="url" label={t('evidence.url')} optional maxLength={2000} defaultValue={typed('url')} errors={errors('url')} />
      <FileField name="file" id={id('file')} label={t('evidence.file')} hint={t('evidence.file_hint')} optional accept={acceptedFiles} limit={fileLimit} errors={errors('file')} />
    </>
  );
}
