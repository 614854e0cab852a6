import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { NumberField, SelectField, type OptionGroup } from '#app/form/field';
import { useText } from '#app/languages/text';
import type { PledgeFields } from './form';
import { RowsField } from './rows-field';

export type RecipientFields = {
  readonly party?: string | undefined;
  readonly share?: string | undefined;
};

interface RecipientsFieldProps {
  readonly form: FormMetadata<PledgeFields, string[]>;
  readonly field: FieldMetadata<RecipientFields[] | undefined, PledgeFields, string[]>;
  readonly parties: readonly OptionGroup[];
}

/** FI-3: who receives, with shares that total 100. */
export function RecipientsField({ form, field, parties }: RecipientsFieldProps) {
  const t = useText('financing');
  return (
    <RowsField form={form} field={field} words="terms.recipients">
      {(row, number) => {
        const { party, share } = row.getFieldset();
        return (
          <>
            <SelectField name={party.name} label={t('form.recipient', { number })} options={parties} defaultValue={party.initialValue} errors={party.errors} width={30} />
            <NumberField name={share.name} label={t('form.share', { number })} decimals defaultValue={share.initialValue} errors={share.errors} width={8} />
          </>
        );
      }}
    </RowsField>
  );
}
