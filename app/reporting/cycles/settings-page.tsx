import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { CheckList } from '#app/form/choice-field';
import { DateField } from '#app/form/field';
import { commitmentTypes } from '#app/commitments/model';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { questions } from './model';
import type { CycleRecord } from './queries.server';

interface SettingsPageProps {
  readonly cycle: CycleRecord;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** The rule of a cycle: its days, whom and what it asks, and the languages of its report. */
export function SettingsPage({ cycle, last }: SettingsPageProps) {
  const t = useText('reporting');
  const words = useText('commitments');
  const field = fieldIn(last);
  const ticks = (name: 'types' | 'questions' | 'required' | 'languages') => {
    const typed = last?.initialValue?.[name];
    const errors = last?.error?.[name];
    const now: readonly string[] = cycle[name] ?? commitmentTypes;
    return { name, defaultValue: last === undefined ? now : [typed ?? []].flat().filter((one): one is string => typeof one === 'string'), ...(errors == null ? {} : { errors }) };
  };
  return (
    <ActPage
      above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} act={t('settings.act')} lede={t('cycles.one', { year: cycle.year, coalition: cycle.coalition })} follows={`${t('settings.follows')} ${t('cycles.zone', { zone: cycle.time_zone })}`} last={last} version={cycle.version}
      back={{ href: paths.cycle(cycle.ref), label: t('nudge.not_now') }}
    >
      <DateField {...field('opens_on', cycle.opens_on)} label={t('cycles.opens_on')} required />
      <DateField {...field('due_on', cycle.due_on)} label={t('cycles.due_on')} required />
      <DateField {...field('grace_on', cycle.grace_on)} label={t('cycles.grace_on')} required />
      <DateField {...field('lock_on', cycle.lock_on)} label={t('cycles.lock_on')} hint={t('cycles.lock_hint')} required />
      <CheckList {...ticks('types')} label={t('settings.types')} hint={t('settings.types_hint')} choices={commitmentTypes.map((type) => ({ value: type, label: words(`type.${type}`) }))} />
      <CheckList {...ticks('questions')} label={t('settings.questions')} hint={t('settings.questions_hint')} choices={questions.map((one) => ({ value: one, label: t(`updates.${one}`) }))} />
      <CheckList {...ticks('required')} label={t('settings.required')} hint={t('settings.required_hint')} choices={questions.map((one) => ({ value: one, label: t(`updates.${one}`) }))} />
      <CheckList {...ticks('languages')} label={t('settings.languages')} hint={t('settings.languages_hint')} choices={languages.map((one) => ({ value: one, label: <span lang={one}>{nativeNames[one]}</span> }))} />
    </ActPage>
  );
}
