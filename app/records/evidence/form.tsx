import type { SubmissionResult } from '@conform-to/react';
import { FileField, TextField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { acceptedFiles, fileLimit } from './model';

/** Evidence for a record: a title, and either an address or a file; or nothing at all where it is `optional`. */
export function EvidenceFields({ last, optional = false }: { readonly last: SubmissionResult<string[]> | undefined; readonly optional?: boolean }) {
  const t = useText('records');
  const errors = (name: string) => last?.error?.[name] ?? undefined;
  const typed = (name: string): string => (typeof last?.initialValue?.[name] === 'string' ? last.initialValue[name] : '');
  return (
    <>
      <TextField name="title" label={t('evidence.title')} hint={t('evidence.title_hint')} required={!optional} optional={optional} maxLength={200} defaultValue={typed('title')} errors={errors('title')} />
      <TextField name="url" type="url" label={t('evidence.url')} optional maxLength={2000} defaultValue={typed('url')} errors={errors('url')} />
      <FileField name="file" label={t('evidence.file')} hint={t('evidence.file_hint')} optional accept={acceptedFiles} limit={fileLimit} errors={errors('file')} />
    </>
  );
}
