import { SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { useText } from '#app/languages/text';
import { licenceNames, licences } from './licences';

export interface CoalitionValues {
  readonly name: string | undefined;
  readonly mandate: string | undefined;
  readonly parent_id: string | undefined;
  readonly time_zone: string | undefined;
  readonly licence: string | undefined;
}

interface CoalitionFieldsProps {
  readonly value: CoalitionValues;
  /** Coalitions under which it may stand. */
  readonly parents: readonly Option[];
  readonly zones: readonly string[];
  /** Whether it may stand at the top. */
  readonly top?: boolean;
  readonly errors: (name: keyof CoalitionValues) => readonly string[] | undefined;
}

/** What a coalition is called and for, in one language, under which other one it stands, in which zone it counts days, and how its reports may be used. */
export function CoalitionFields({ value, parents, zones, top = false, errors }: CoalitionFieldsProps) {
  const t = useText('coalitions');
  return (
    <>
      <TextField name="name" label={t('form.name')} defaultValue={value.name} errors={errors('name')} maxLength={200} required />
      <TextArea name="mandate" label={t('form.mandate')} hint={t('form.mandate_hint')} defaultValue={value.mandate} errors={errors('mandate')} maxLength={4000} optional />
      <SelectField name="parent_id" label={t('form.parent')} options={parents} defaultValue={value.parent_id} errors={errors('parent_id')} empty={top ? t('form.no_parent') : null} />
      <SelectField name="time_zone" label={t('form.time_zone')} hint={t('form.time_zone_hint')} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} defaultValue={value.time_zone} errors={errors('time_zone')} empty={null} />
      <SelectField name="licence" label={t('form.licence')} hint={t('form.licence_hint')} options={licenceNames.map((name) => ({ value: name, label: `${licences[name].title} (${licences[name].short})` }))} defaultValue={value.licence} errors={errors('licence')} empty={t('form.no_licence')} />
    </>
  );
}
