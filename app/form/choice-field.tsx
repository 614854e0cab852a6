import type { ReactNode } from 'react';
import { useAskedField } from './asked';
import { describedBy, fieldClass, type FieldProps, Label, Remarks } from './field-frame';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface RadioFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly defaultValue?: string | undefined;
  /** Side by side as large targets, for a short answer that is given often. */
  readonly row?: boolean;
}

/** One of a few, all in view. */
export function RadioField(given: RadioFieldProps) {
  const props = useAskedField(given);
  const { name, id = name, choices, defaultValue, required, row = false } = props;
  return (
    <Group field={props} row={row}>
      {choices.map((choice, at) => (
        <ChoiceRow key={choice.value} choice={choice} row={row}>
          <input
            type="radio"
            id={choiceId(id, at)}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            required={required}
          />
        </ChoiceRow>
      ))}
    </Group>
  );
}

interface CheckListProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly defaultValue?: readonly string[] | undefined;
}

/** Any of a few; posts its name once for each that is ticked. */
export function CheckList(given: CheckListProps) {
  const props = useAskedField(given);
  const { name, id = name, choices, defaultValue = [] } = props;
  return (
    <Group field={props} row={false}>
      {choices.map((choice, at) => (
        <ChoiceRow key={choice.value} choice={choice} row={false}>
          <input
            type="checkbox"
            id={choiceId(id, at)}
            name={name}
            value={choice.value}
            defaultChecked={defaultValue.includes(choice.value)}
          />
        </ChoiceRow>
      ))}
    </Group>
  );
}

interface CheckFieldProps extends FieldProps {
  readonly value?: string;
  readonly defaultChecked?: boolean | undefined;
}

/** One thing to tick. Posts `on` unless told otherwise, and nothing when it is not ticked. */
export function CheckField(given: CheckFieldProps) {
  const props = useAskedField(given);
  const { name, id = name, label, hint, errors, required, value = 'on', defaultChecked, optional } = props;
  const { hint: _, ...unhinted } = props;
  return (
    <div className={fieldClass(errors)}>
      <Remarks field={unhinted} />
      <label className="choice">
        <input
          {...{ id, name, value, defaultChecked, required }}
          type="checkbox"
          aria-describedby={describedBy(id, undefined, errors)}
          aria-invalid={errors !== undefined && errors.length > 0 ? true : undefined}
        />{' '}
        <span>
          <Label optional={optional}>{label}</Label>
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
    </div>
  );
}

// The first choice carries the id of the field, so that the error summary leads to where the answer is given.
const choiceId = (id: string, at: number) => (at === 0 ? id : `${id}-${at + 1}`);

function Group({ field, row, children }: { readonly field: FieldProps; readonly row: boolean; readonly children: ReactNode }) {
  const { name, id = name, label, hint, errors, optional } = field;
  return (
    <fieldset className={fieldClass(errors)} aria-describedby={describedBy(id, hint, errors)}>
      <legend>
        <Label optional={optional}>{label}</Label>
      </legend>
      <Remarks field={field} />
      <div className={row ? 'opts' : 'choices'}>{children}</div>
    </fieldset>
  );
}

function ChoiceRow({ choice, row, children }: { readonly choice: Choice; readonly row: boolean; readonly children: ReactNode }) {
  return (
    <label className={row ? 'opt' : 'choice'}>
      {children}{' '}
      <span>
        {choice.label}
        {choice.hint !== undefined && <small>{choice.hint}</small>}
      </span>
    </label>
  );
}
