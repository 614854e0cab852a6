import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { zoneName } from '#app/working-groups/marks';
import { modes, purposes, visibilitiesWithin } from '#app/working-groups/sessions/model';

interface PastMeetingPageProps {
  readonly group: { readonly ref: string; readonly name: string; readonly visibility: string };
  readonly zone: string;
  readonly zones: readonly string[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Types in a meeting that took place elsewhere. */
export function PastMeetingPage({ group, zone, zones, last }: PastMeetingPageProps) {
  const t = useText('working-groups');
  const field = fieldIn(last);
  const back = { href: paths.groupDesk(group.ref), label: t('minutes.not') };
  return (
    <ActPage above={[{ href: back.href, label: t('desk.of', { name: group.name }) }]} act={t('minutes.past')} lede={<bdi>{group.name}</bdi>} follows={t('minutes.past_follows')} back={back} last={last}>
      <TextField {...field('title')} label={t('plan.name')} maxLength={200} required />
      <div className="cols cols-2">
        <DateField {...field('day')} label={t('plan.day')} required />
        <TextField {...field('time')} label={t('plan.time')} hint={t('plan.time_hint')} pattern="([01][0-9]|2[0-3]):[0-5][0-9]" width={8} required />
        <NumberField {...field('minutes', '60')} label={t('plan.minutes')} width={4} required />
        <SelectField {...field('time_zone', zone)} label={t('plan.time_zone')} hint={t('plan.time_zone_hint')} options={zones.map((value) => ({ value, label: zoneName(value) }))} empty={null} />
      </div>
      <RadioField {...field('mode', 'remote')} label={t('plan.mode')} choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} required />
      <TextField {...field('place')} label={t('plan.place')} maxLength={200} optional />
      <RadioField {...field('visibility', group.visibility)} label={t('plan.visibility')} choices={visibilitiesWithin(group.visibility).map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`desk.read_by.${value}`) }))} required />
      <SelectField {...field('purpose', 'working')} label={t('plan.purpose')} options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} empty={null} width={20} />
      <TextArea {...field('agenda')} label={t('agenda.title')} hint={t('minutes.agenda_hint')} rows={10} maxLength={20_000} required />
    </ActPage>
  );
}
