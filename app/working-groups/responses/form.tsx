import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { answers } from './model';
import type { OwnCommitment, ResponseRow } from './queries.server';

interface ResponsePageProps {
  readonly row: ResponseRow;
  readonly commitments: readonly OwnCommitment[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** What an addressee answers, with the commitment that does it. */
export function ResponsePage({ row, commitments, last }: ResponsePageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const href = to.recommendation(row.recommendation_ref);
  const field = fieldIn(last);
  return (
    <ActPage
      above={[{ href: to.recommendations(), label: t('recommendations.title') }, { href, label: row.recommendation_ref }]} act={t('responses.give_for', { name: row.name ?? t('responses.secretariat') })}
      lede={<bdi>{row.recommendation_title}</bdi>} follows={t('responses.follows')} back={{ href, label: t('recommendations.not') }} last={last} version={row.version}
    >
      <RadioField {...field('answer', row.answer ?? '')} label={t('responses.one')} choices={answers.map((value) => ({ value, label: t(`responses.answer.${value}`), hint: t(`responses.means.${value}`) }))} required />
      <TextArea {...field('words', row.words ?? '')} label={t('responses.words')} hint={t('responses.words_hint')} rows={4} maxLength={4000} required />
      <SelectField {...field('commitment', row.commitment_ref ?? '')} label={t('responses.commitment')} hint={t('responses.commitment_hint')} empty={t('responses.no_commitment')} options={commitments.map(({ ref, title }) => ({ value: ref, label: `${ref} ${title}` }))} optional />
      <p><ButtonLink weight="text" href={paths.newCommitmentWith({ origin: row.recommendation_ref })}>{t('answers.log_recommendation')}</ButtonLink></p>
    </ActPage>
  );
}
