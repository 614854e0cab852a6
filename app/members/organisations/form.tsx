import { SelectField, TextField, type Option } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { constituencyChoices, typeChoices } from './words';

/** What was typed, or what stands there now; a field that is absent is empty. */
export type OrganisationValues = Readonly<Partial<Record<'name' | 'short_name' | 'type_code' | 'constituency' | 'country_iso2' | 'website' | 'identifier', string | undefined>>>;

interface OrganisationFieldsProps {
  readonly value: OrganisationValues;
  readonly countries: readonly Option[];
  readonly errors: (name: keyof OrganisationValues) => readonly string[] | undefined;
}

/** Who an organisation is. */
export function OrganisationFields({ value, countries, errors }: OrganisationFieldsProps) {
  const t = useText('members');
  const { language } = useLocale();
  const field = (name: keyof OrganisationValues) => ({ name, label: t(`form.${name}`), defaultValue: value[name], errors: errors(name) });
  return (
    <>
      <TextField {...field('name')} hint={t('form.name_hint')} required maxLength={300} spellCheck={false} />
      <TextField {...field('short_name')} optional maxLength={60} width={20} spellCheck={false} />
      <SelectField {...field('type_code')} hint={t('form.type_hint')} options={typeChoices(language)} empty={t('list.not_known')} />
      <SelectField {...field('constituency')} options={constituencyChoices(language)} empty={t('list.not_known')} />
      <SelectField {...field('country_iso2')} options={countries} empty={t('list.no_country')} />
      <TextField {...field('website')} type="url" optional maxLength={400} />
      <TextField {...field('identifier')} hint={t('form.identifier_hint')} optional maxLength={1000} spellCheck={false} />
    </>
  );
}

/** Conform's fields as values: what was posted stays as it was typed. */
export function typedValues(fields: { readonly [name in keyof Required<OrganisationValues>]: { readonly initialValue?: string | undefined } }): OrganisationValues {
  const { name, short_name, type_code, constituency, country_iso2, website, identifier } = fields;
  return {
    name: name.initialValue, short_name: short_name.initialValue, type_code: type_code.initialValue, constituency: constituency.initialValue, country_iso2: country_iso2.initialValue, website: website.initialValue, identifier: identifier.initialValue,
  };
}
