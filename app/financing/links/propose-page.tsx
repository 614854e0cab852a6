import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { LinkTerms } from './act-page';

/** Says that this pledge has to do with another one. */
export function ProposePage({ pledge, last }: { readonly pledge: { readonly ref: string; readonly title: string }; readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('financing');
  const to = paths.in(useLocale().language);
  const field = fieldIn(last);
  return (
    <ActPage
      above={[{ href: to.pledges(), label: t('pledges.title') }, { href: to.pledge(pledge.ref), label: pledge.ref }]}
      act={t('links.propose')} lede={<span dir="auto">{pledge.title}</span>} follows={t('links.follows.propose')} back={{ href: to.pledge(pledge.ref), label: t('links.not_now') }} last={last}
    >
      <TextField {...field('other')} label={t('links.other')} hint={t('links.other_hint')} required width={20} />
      <RadioField {...field('less', 'this')} label={t('links.less')} required choices={[{ value: 'this', label: t('links.less_this', { ref: pledge.ref }) }, { value: 'other', label: t('links.less_other') }]} />
      <LinkTerms last={last} currency={undefined} />
      <TextArea {...field('note')} label={t('links.note')} maxLength={1000} />
    </ActPage>
  );
}
