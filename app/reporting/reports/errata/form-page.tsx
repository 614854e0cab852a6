import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { CheckField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Passage } from '../passages';
import { passageOptions } from '../replies/naming-page';

interface ErratumPageProps {
  readonly act: 'correction' | 'errata';
  readonly report: { readonly ref: string; readonly title: string; readonly version: number; readonly edition: number };
  readonly passages: readonly Passage[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** What was wrong and what is right: begins the next edition, or adds to what it corrects. */
export function ErratumPage({ act, report, passages, last }: ErratumPageProps) {
  const t = useText('reporting');
  const field = fieldIn(last);
  const desk = { href: paths.reportEdit(report.ref), label: report.title };
  const isFirst = act === 'correction';
  return (
    <ActPage
      above={[desk]} act={t(`errata.act.${act}`)} lede={t(`errata.follows.${act}`, { edition: report.edition, next: report.edition + 1 })}
      back={{ href: `${desk.href}#errata`, label: t('replies.not_now') }} version={report.version} last={last}
    >
      <SelectField {...field('passage')} label={t('replies.passage')} options={passageOptions(passages, t)} empty={t('errata.whole')} />
      <TextArea {...field('words')} label={t('errata.words')} hint={t('errata.words_hint')} rows={5} maxLength={2000} required />
      {isFirst && <CheckField name="figures_change" label={t('errata.figures_change')} hint={t('errata.figures_hint')} defaultChecked={last?.initialValue?.['figures_change'] === 'on'} />}
      {isFirst && <CheckField name="counts_later" label={t('errata.counts_later')} hint={t('errata.counts_later_hint')} defaultChecked={last?.initialValue?.['counts_later'] === 'on'} />}
    </ActPage>
  );
}
