import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { SelectField, TextArea, type OptionGroup } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Passage } from '../passages';

interface NamingPageProps {
  readonly report: { readonly ref: string; readonly title: string };
  readonly passages: readonly Passage[];
  readonly members: readonly OptionGroup[];
  readonly last: SubmissionResult<string[]> | undefined;
}

export const passageOptions = (passages: readonly Passage[], t: Text) => passages.map(({ value, position, figure }) => ({ value, label: passageName({ position, figure }, t) }));

/** `Chapter 2`, or `Chapter 2, figure 2.1`. */
export const passageName = ({ position, figure }: Pick<Passage, 'position' | 'figure'>, t: Text): string =>
  (figure === null ? t('replies.chapter', { position }) : t('replies.figure', { position, number: figure }));

/** Names a member that a passage speaks of, in the words that they will read. */
export function NamingPage({ report, passages, members, last }: NamingPageProps) {
  const t = useText('reporting');
  const field = fieldIn(last);
  const desk = { href: paths.reportEdit(report.ref), label: report.title };
  return (
    <ActPage above={[desk]} act={t('replies.name')} lede={t('replies.name_follows')} back={{ href: `${desk.href}#replies`, label: t('replies.not_now') }} last={last}>
      <SelectField {...field('member')} label={t('replies.member')} options={members} required />
      <SelectField {...field('passage')} label={t('replies.passage')} options={passageOptions(passages, t)} required />
      <TextArea {...field('about')} label={t('replies.about')} hint={t('replies.about_hint')} rows={4} maxLength={2000} required />
    </ActPage>
  );
}
