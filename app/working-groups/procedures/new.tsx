import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextArea, TextField } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { zoneName } from '#app/working-groups/marks';
import { decisionRules, type DecisionRule } from '#app/working-groups/model';
import { visibilitiesWithin } from '#app/working-groups/sessions/model';

interface NewProcedureProps {
  readonly group: string;
  readonly name: string;
  readonly rule: DecisionRule;
  /** Of the group. */
  readonly visibility: string;
  readonly today: string;
  readonly day: string;
  readonly zone: string;
  readonly zones: readonly string[];
  /** How many people a letter goes to. */
  readonly readers: number;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Opens a written procedure: what is asked and why, until when, and who may read it. */
export function NewProcedure({ group: ref, name, rule, visibility, today, day, zone, zones, readers, last }: NewProcedureProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const group = { href: paths.in(language).workingGroup(ref), label: name };
  const field = fieldIn(last);
  return (
    <ActPage above={[group]} act={t('procedure.open')} lede={name} follows={t('procedure.open_follows')} back={group} last={last}>
      <TextField {...field('title')} label={t('plan.name')} maxLength={200} required />
      <TextArea {...field('text')} label={t('desk.decision_text')} rows={3} maxLength={4000} required />
      <TextArea {...field('reasons')} label={t('procedure.reasons')} rows={4} maxLength={4000} required />
      <SelectField {...field('rule', rule)} label={t('decision.rule')} options={decisionRules.map((value) => ({ value, label: t(`rule.${value}`) }))} empty={null} />
      <TextField {...field('supersedes')} label={t('ballot.supersedes')} hint={t('ballot.supersedes_hint')} width={20} maxLength={20} optional />
      <div className="cols cols-2">
        <DateField {...field('day', day)} label={t('procedure.last_day')} min={today} required />
        <TextField {...field('time', '18:00')} label={t('plan.time')} hint={t('plan.time_hint')} pattern="([01][0-9]|2[0-3]):[0-5][0-9]" width={8} required />
      </div>
      <SelectField {...field('time_zone', zone)} label={t('plan.time_zone')} options={zones.map((value) => ({ value, label: zoneName(value) }))} empty={null} />
      <RadioField {...field('visibility', visibility)} label={t('plan.visibility')} required choices={visibilitiesWithin(visibility).map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`desk.read_by.${value}`) }))} />
      <p><strong>{t('desk.will_mail', { count: readers, shown: formatNumber(language, readers) })}</strong></p>
    </ActPage>
  );
}
