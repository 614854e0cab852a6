import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

interface WordsPageProps {
  readonly act: 'question' | 'refusal';
  readonly application: { readonly ref: string; readonly name: string };
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Says something to the contact: a question, or why not. */
export function WordsPage({ act, application: { ref, name }, last }: WordsPageProps) {
  const t = useText('members');
  return (
    <ActPage
      above={[{ href: paths.applications, label: t('applications.title') }, { href: paths.application(ref), label: ref }]} act={t(`applications.to.${act}`)} lede={<span dir="auto">{name}</span>}
      follows={t(`applications.follows.${act}`)} back={{ href: paths.application(ref), label: t('applications.not_now') }} last={last}
    >
      <TextArea {...fieldIn(last)('words')} label={t(`applications.words.${act}`)} rows={6} required maxLength={2000} />
    </ActPage>
  );
}
