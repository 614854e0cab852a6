import { AskNote } from '#app/form/asked';
import { NumberField, type Option, SelectField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import type { WhatValues } from './values';

interface CountryRowsProps {
  readonly value: WhatValues['countries'];
  readonly countries: readonly Option[];
  readonly errors: (name: string) => readonly string[] | undefined;
  /** How many empty rows follow where no draft can be saved to get one more. */
  readonly spare?: number;
}

/** CO-3: the countries in which it happens, each with its share; one more row than are filled in. */
export function CountryRows({ value, countries, errors, spare }: CountryRowsProps) {
  const t = useText('commitments');
  const rows = [...value.filter((row) => row.country_iso2 !== '' || row.share !== ''), ...Array.from({ length: spare ?? 1 }, () => ({ country_iso2: '', share: '' }))];
  return (
    <fieldset id="countries">
      <legend>{t('form.countries')}</legend>
      <AskNote name="countries" />
      <span className="hint">{t('form.countries_hint')}</span>
      {(errors('countries') ?? []).map((message) => <span key={message} className="err"><span>{message}</span></span>)}
      {rows.map((row, at) => (
        <div key={at} className="row">
          <SelectField name={`countries[${at}].country_iso2`} label={t('form.country', { number: at + 1 })} options={countries} defaultValue={row.country_iso2} width={20} errors={errors(`countries[${at}].country_iso2`)} />
          <NumberField name={`countries[${at}].share`} label={t('form.share')} defaultValue={row.share} decimals width={4} errors={errors(`countries[${at}].share`)} />
        </div>
      ))}
      {spare === undefined && <Button weight="text" name="another" value="country" formNoValidate>{t('form.another_country')}</Button>}
    </fieldset>
  );
}
