import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';
import { Icon } from '#app/ui/icon';

/** What every field has, whatever kind it is. */
export interface FieldProps {
  /** The name under which the value is posted. */
  readonly name: string;
  /** Where links of the error summary lead; the name unless told otherwise. */
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it, in the reader's words. */
  readonly errors?: readonly string[] | undefined;
  /** Says "(optional)" beside the label. */
  readonly optional?: boolean | undefined;
  readonly required?: boolean | undefined;
}

/** The ids that describe an input: first its hint, then its messages. `undefined` when there is neither. */
export function describedBy(id: string, hint: ReactNode, errors: readonly string[] = []): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-h`, errors.length === 0 ? '' : `${id}-e`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The attributes by which an input is known to scripts, to the summary and to screen readers. */
export function inputIdentity({ name, id = name, hint, errors, required }: FieldProps) {
  return {
    id,
    name,
    required,
    'aria-describedby': describedBy(id, hint, errors),
    'aria-invalid': errors !== undefined && errors.length > 0 ? true : undefined,
  } as const;
}

/** Label, hint, message, input: in this order, so that the message is read before the input. */
export function FieldFrame({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }) {
  const { name, id = name, label, optional } = field;
  return (
    <div className={fieldClass(field.errors)}>
      <label htmlFor={id}>
        <Label optional={optional}>{label}</Label>
      </label>
      <Remarks field={field} />
      {children}
    </div>
  );
}

export const fieldClass = (errors: readonly string[] | undefined) =>
  errors !== undefined && errors.length > 0 ? 'field field--err' : 'field';

export function Label({ optional = false, children }: { readonly optional?: boolean | undefined; readonly children: ReactNode }) {
  const t = useText('ui');
  return (
    <>
      {children}
      {optional && <span className="normal muted"> {t('field.optional')}</span>}
    </>
  );
}

/** Hint and messages, under the ids that `describedBy` names. */
export function Remarks({ field: { name, id = name, hint, errors } }: { readonly field: FieldProps }) {
  return (
    <>
      {hint !== undefined && (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      )}
      {errors !== undefined && errors.length > 0 && (
        <div id={`${id}-e`}>
          {errors.map((message) => (
            <span key={message} className="err">
              <Icon name="err" />
              <span>{message}</span>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
