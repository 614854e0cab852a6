import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { NumberField, TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Written } from '#app/ui/written';
import { stages, type Involvement } from './model';

interface TeachersPageProps {
  readonly commitment: { readonly ref: string; readonly title: string; readonly title_language: string; readonly version: number };
  readonly involvements: readonly Involvement[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** The four stages, each with its answer; none has to be given. */
export function TeachersPage({ commitment, involvements, last }: TeachersPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const href = paths.in(language).commitment(commitment.ref);
  return (
    <ActPage above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href, label: commitment.ref }]} act={t('teachers.act')} lede={<Written in={commitment.title_language}>{commitment.title}</Written>} follows={t('teachers.follows')} back={{ href, label: t('act_not') }} last={last} version={commitment.version}>
      {stages.map((stage) => <StageFields key={stage} stage={stage} said={involvements.find((one) => one.stage === stage)} last={last} />)}
    </ActPage>
  );
}

function StageFields({ stage, said, last }: { readonly stage: (typeof stages)[number]; readonly said: Involvement | undefined; readonly last: TeachersPageProps['last'] }) {
  const t = useText('commitments');
  const typed = last?.initialValue?.[stage] as Readonly<Record<string, string>> | undefined;
  const stored = { answer: said === undefined ? '' : said.nobody ? 'nobody' : 'some', how_many: said?.how_many == null ? '' : String(said.how_many), how_chosen: said?.how_chosen ?? '', what_changed: said?.what_changed ?? '', evidence_url: said?.evidence_url ?? '' };
  const now = last?.initialValue == null ? stored : { answer: '', how_many: '', how_chosen: '', what_changed: '', evidence_url: '', ...typed };
  const field = (name: keyof typeof stored) => ({ ...fieldIn(last)(`${stage}.${name}`), defaultValue: now[name] });
  return (
    <div className="flow" role="group" aria-label={t(`teachers.stage.${stage}`)}>
      <h2>{t(`teachers.stage.${stage}`)}</h2>
      <RadioField {...field('answer')} label={t('teachers.took_part')} choices={(['some', 'nobody'] as const).map((value) => ({ value, label: t(`teachers.answer.${value}`) }))} optional />
      <NumberField {...field('how_many')} label={t('teachers.how_many')} optional />
      <TextArea {...field('how_chosen')} label={t('teachers.how_chosen')} rows={2} maxLength={2000} optional />
      <TextArea {...field('what_changed')} label={t('teachers.what_changed')} rows={2} maxLength={2000} optional />
      <TextField {...field('evidence_url')} type="url" label={t('teachers.evidence')} maxLength={2000} optional />
    </div>
  );
}
