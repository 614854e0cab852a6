import { fieldIn, type ActPage } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { modes, visibilitiesWithin } from '#app/working-groups/sessions/model';
import { zoneName } from '#app/working-groups/marks';
import type { MeetingForm } from './operations.server';

interface MeetingFieldsProps {
  readonly last: Parameters<typeof ActPage>[0]['last'];
  readonly now: { readonly [Name in keyof MeetingForm]?: string | number | null };
  readonly zones: readonly string[];
  /** Who reads the group: GL-7, a meeting is no more open. */
  readonly within: string;
}

/** What a meeting is called, when and where it is, and who can take part. */
export function MeetingFields({ last, now, zones, within }: MeetingFieldsProps) {
  const t = useText('working-groups');
  const typed = fieldIn(last);
  const field = (name: keyof MeetingForm) => ({ ...typed(name, String(now[name] ?? '')), label: t(`annual.field.${name}`) });
  const optional = (name: keyof MeetingForm) => ({ ...field(name), optional: true });
  return (
    <>
      <SelectField {...field('language')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
      <TextField {...field('title')} maxLength={200} required />
      <TextArea {...optional('introduction')} rows={4} maxLength={4000} />
      <DateField {...field('starts_on')} required />
      <DateField {...field('ends_on')} required />
      <SelectField {...field('time_zone')} options={zones.map((zone) => ({ value: zone, label: zoneName(zone) }))} width={30} required />
      <RadioField {...field('mode')} choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} required />
      <TextField {...optional('place')} maxLength={200} />
      <NumberField {...optional('places')} hint={t('annual.field.places_hint')} width={8} />
      <RadioField {...field('visibility')} choices={visibilitiesWithin(within).map((value) => ({ value, label: t(`visibility.${value}`) }))} required />
      <DateField {...field('registration_opens_on')} required />
      <DateField {...field('registration_closes_on')} required />
    </>
  );
}
