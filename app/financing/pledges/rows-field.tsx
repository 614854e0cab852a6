import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { fieldClass, Remarks } from '#app/form/field-frame';
import { useText } from '#app/languages/text';
import type { PledgeFields } from './form';

interface RowsFieldProps<Row extends Record<string, string | undefined>> {
  readonly form: FormMetadata<PledgeFields, string[]>;
  readonly field: FieldMetadata<Row[] | undefined, PledgeFields, string[]>;
  /** Where its words stand: `legend`, `hint`, `add`, and `remove` with a number. */
  readonly words: string;
  /** The fields of one row, numbered from 1. */
  readonly children: (row: FieldMetadata<Row, PledgeFields, string[]>, number: number) => ReactNode;
}

/** Rows that a button adds or takes away, with a script and without. */
export function RowsField<Row extends Record<string, string | undefined>>({ form, field, words, children }: RowsFieldProps<Row>) {
  const t = useText('financing');
  const insert = form.insert.getButtonProps({ name: field.name });
  return (
    <fieldset className={fieldClass(field.errors)} id={field.name} tabIndex={-1} aria-describedby={`${field.name}-h`}>
      <legend>{t(`${words}.legend`)}</legend>
      <Remarks field={{ name: field.name, label: '', hint: t(`${words}.hint`), errors: field.errors }} />
      {field.getFieldList().map((row, at) => {
        const remove = form.remove.getButtonProps({ name: field.name, index: at });
        return (
          <div key={row.key} className="flow pt-8">
            {children(row, at + 1)}
            <button type="submit" className="btn btn--text" name={remove.name} value={remove.value} formNoValidate>{t(`${words}.remove`, { number: at + 1 })}</button>
          </div>
        );
      })}
      <button type="submit" className="btn btn--2" name={insert.name} value={insert.value} formNoValidate>{t(`${words}.add`)}</button>
    </fieldset>
  );
}
