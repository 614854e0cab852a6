import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { NumberField, SelectField, type OptionGroup } from '#app/form/field';
import { fieldClass, Remarks } from '#app/form/field-frame';
import { useText } from '#app/languages/text';
import type { PledgeFields } from './form';

export type RecipientFields = {
  readonly party?: string | undefined;
  readonly share?: string | undefined;
};

interface RecipientsFieldProps {
  readonly form: FormMetadata<PledgeFields, string[]>;
  readonly field: FieldMetadata<RecipientFields[] | undefined, PledgeFields, string[]>;
  readonly parties: readonly OptionGroup[];
}

/** FI-3: who receives, with shares that total 100. A button adds or takes away a row, with a script and without. */
export function RecipientsField({ form, field, parties }: RecipientsFieldProps) {
  const t = useText('financing');
  const rows = field.getFieldList();
  const insert = form.insert.getButtonProps({ name: field.name });
  return (
    <fieldset className={fieldClass(field.errors)} id={field.name} tabIndex={-1} aria-describedby={`${field.name}-h`}>
      <legend>{t('form.recipients')}</legend>
      <Remarks field={{ name: field.name, label: '', hint: t('form.recipients_hint'), errors: field.errors }} />
      {rows.map((row, at) => {
        const { party, share } = row.getFieldset();
        const remove = form.remove.getButtonProps({ name: field.name, index: at });
        return (
          <div key={row.key} className="flow pt-8">
            <SelectField name={party.name} label={t('form.recipient', { number: at + 1 })} options={parties} defaultValue={party.initialValue} errors={party.errors} width={30} />
            <NumberField name={share.name} label={t('form.share', { number: at + 1 })} decimals defaultValue={share.initialValue} errors={share.errors} width={8} />
            <button type="submit" className="btn btn--text" name={remove.name} value={remove.value} formNoValidate>{t('form.remove', { number: at + 1 })}</button>
          </div>
        );
      })}
      <button type="submit" className="btn btn--2" name={insert.name} value={insert.value} formNoValidate>{t('form.add')}</button>
    </fieldset>
  );
}
