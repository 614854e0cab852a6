import { RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextField } from '#app/form/field';
import { LanguagesField, type ChosenLanguages } from '#app/form/languages-field';
import { useText } from '#app/languages/text';
import { zoneName } from '#app/working-groups/marks';
import { modes } from '#app/working-groups/sessions/model';

/** The fields that say when and where a session is. */
export const whenFields = ['title', 'day', 'time', 'minutes', 'time_zone', 'mode', 'place', 'join_link'] as const;
export const languageFields = ['languages', 'other_languages'] as const;
export type WhenField = (typeof whenFields)[number] | (typeof languageFields)[number];

interface WhenFieldsProps {
  /** A field of the form: its name, what stands in it, and what is wrong with it. */
  readonly field: (name: WhenField) => { readonly name: string; readonly defaultValue?: string | undefined; readonly errors?: readonly string[] | undefined };
  /** What stands in the two fields of languages. */
  readonly languages: ChosenLanguages;
  readonly zones: readonly string[];
  /** The first day that can be chosen. */
  readonly from: string;
  /** What is said beside the day. */
  readonly dayHint?: string;
}

/** When and where a session is, by the wall clock of its zone: the same for a session that is planned and for one that moves. */
export function WhenFields({ field, languages, zones, from, dayHint }: WhenFieldsProps) {
  const t = useText('working-groups');
  const labelled = (name: WhenField) => ({ ...field(name), label: t(`plan.${name === 'title' ? 'name' : name}`) });
  return (
    <>
      <TextField {...labelled('title')} maxLength={200} required />
      <div className="cols cols-2">
        <DateField {...labelled('day')} hint={dayHint} min={from} required />
        <TextField {...labelled('time')} hint={t('plan.time_hint')} pattern="([01][0-9]|2[0-3]):[0-5][0-9]" width={8} required />
        <NumberField {...labelled('minutes')} hint={t('plan.minutes_hint')} width={4} optional />
        <SelectField {...labelled('time_zone')} hint={t('plan.time_zone_hint')} options={zones.map((zone) => ({ value: zone, label: zoneName(zone) }))} empty={null} />
      </div>
      <RadioField {...labelled('mode')} choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} required />
      <div className="cols cols-2">
        <TextField {...labelled('place')} maxLength={200} optional />
        <TextField {...labelled('join_link')} type="url" hint={t('plan.join_link_hint')} maxLength={500} optional />
      </div>
      <LanguagesField value={languages} known={{ name: 'languages', label: t('plan.languages'), hint: t('plan.languages_hint'), errors: field('languages').errors }}
        other={{ name: 'other_languages', label: t('plan.other_languages'), hint: t('plan.other_languages_hint'), errors: field('other_languages').errors }} />
    </>
  );
}
