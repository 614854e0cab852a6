import type { FormMetadata } from '@conform-to/react';
import { NumberField, SelectField, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import type { PledgeFields } from '../form';
import { RowsField } from '../rows-field';
import { codeLists, codeNames, markersOffered, offered, sectorGroups, significancesOffered } from './codes';

export type SectorFields = {
  readonly sector?: string | undefined;
  readonly name?: string | undefined;
  readonly share?: string | undefined;
};
export type MarkerFields = {
  readonly marker?: string | undefined;
  readonly significance?: string | undefined;
};

interface ClassificationFieldsProps {
  readonly form: FormMetadata<PledgeFields, string[]>;
  readonly fields: ReturnType<FormMetadata<PledgeFields, string[]>['getFieldset']>;
}

/** What classifies a pledge: sectors with shares, aims with their weight, and the codes of IATI. */
export function ClassificationFields({ form, fields }: ClassificationFieldsProps) {
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <>
      <RowsField form={form} field={fields.sectors} words="terms.sectors">
        {(row, number) => {
          const { sector, name, share } = row.getFieldset();
          return (
            <>
              <SelectField name={sector.name} label={t('terms.sectors.sector', { number })} options={sectorGroups(language, t)} defaultValue={sector.initialValue} errors={sector.errors} />
              <TextField name={name.name} label={t('terms.sectors.name', { number })} optional maxLength={100} defaultValue={name.initialValue} errors={name.errors} />
              <NumberField name={share.name} label={t('terms.sectors.share', { number })} decimals defaultValue={share.initialValue} errors={share.errors} width={8} />
            </>
          );
        }}
      </RowsField>
      <RowsField form={form} field={fields.markers} words="terms.markers">
        {(row, number) => {
          const { marker, significance } = row.getFieldset();
          return (
            <>
              <SelectField name={marker.name} label={t('terms.markers.marker', { number })} options={markersOffered(language)} defaultValue={marker.initialValue} errors={marker.errors} />
              <SelectField name={significance.name} label={t('terms.markers.significance', { number })} options={significancesOffered(language)} defaultValue={significance.initialValue} errors={significance.errors} />
            </>
          );
        }}
      </RowsField>
      {codeNames.map((name) => (
        <SelectField key={name} name={name} label={t(`terms.${name}`)} hint={t(`terms.hint.${name}`)} options={offered(codeLists[name], language)} optional defaultValue={fields[name].initialValue} errors={fields[name].errors} />
      ))}
    </>
  );
}
