import { useForm, type SubmissionResult } from '@conform-to/react';
import { CheckList, RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { zoneName } from '#app/working-groups/marks';
import { modes, purposes, sessionVisibilities } from '#app/working-groups/sessions/model';
import type { GroupDeskFacts } from './queries.server';

type PlanFields = {
  title: string;
  purpose: string;
  day: string;
  time: string;
  minutes: string;
  time_zone: string;
  mode: string;
  place: string;
  join_link: string;
  visibility: string;
  carried: string[];
  items: string;
};

interface PlanFormProps {
  readonly desk: GroupDeskFacts;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** Plans the next session: when and where as last time, on the day that the cadence leads to, with what is left over on its agenda. */
export function PlanForm({ desk, lastResult }: PlanFormProps) {
  const t = useText('working-groups');
  const { suggestion, proposals, zones } = desk;
  const [form, fields] = useForm<PlanFields>({ ...(lastResult === undefined ? {} : { lastResult }) });
  const sent = lastResult !== undefined;
  const field = (name: keyof PlanFields & string, given?: string | null) => {
    const typed = fields[name].initialValue;
    return { name, label: t(`plan.${name === 'title' ? 'name' : name}`), errors: form.allErrors[name], defaultValue: sent ? (typeof typed === 'string' ? typed : '') : (given ?? '') };
  };
  const chosen = fields.carried.initialValue;
  const carried = sent ? [chosen ?? []].flat().filter((key) => typeof key === 'string') : proposals.map((one) => one.key);
  return (
    <form method="post" action={paths.groupDeskAct(desk.group.ref, 'sessions')} className="flow">
      <FormKey />
      <TextField {...field('title', suggestion.title)} maxLength={200} required />
      <div className="cols cols-2">
        <DateField {...field('day', suggestion.day)} hint={t('plan.day_hint')} min={desk.today} required />
        <TextField {...field('time', suggestion.time)} hint={t('plan.time_hint')} pattern="([01][0-9]|2[0-3]):[0-5][0-9]" width={8} required />
        <NumberField {...field('minutes', String(suggestion.minutes))} width={4} required />
        <SelectField {...field('time_zone', suggestion.time_zone)} hint={t('plan.time_zone_hint')} options={zones.map((zone) => ({ value: zone, label: zoneName(zone) }))} empty={null} />
      </div>
      <RadioField {...field('mode', suggestion.mode)} choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} required />
      <div className="cols cols-2">
        <TextField {...field('place', suggestion.place)} maxLength={200} optional />
        <TextField {...field('join_link', suggestion.join_link)} type="url" hint={t('plan.join_link_hint')} maxLength={500} optional />
      </div>
      <RadioField {...field('visibility', suggestion.visibility)} choices={sessionVisibilities.map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`desk.read_by.${value}`) }))} required />
      <SelectField {...field('purpose', suggestion.purpose)} options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} empty={null} width={20} />
      {proposals.length > 0 && (
        <CheckList name="carried" label={t('plan.carried')} errors={form.allErrors['carried']} defaultValue={carried}
          choices={proposals.map(({ key, item, why }) => ({ value: key, label: <bdi>{item.title}</bdi>, hint: t(`plan.why.${why}`) }))} />
      )}
      <TextArea {...field('items')} hint={t('plan.items_hint')} rows={4} maxLength={4000} optional />
      <Button>{t('plan.act')}</Button>
    </form>
  );
}
