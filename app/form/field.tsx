import { useText } from '#app/languages/text';
import { useAskedField } from './asked';
import { FieldFrame, type FieldProps, inputIdentity } from './field-frame';

// How much an answer is expected to hold; spelled out, because a width hints at the length of the answer.
const widths = { 4: 'in in--4', 8: 'in in--8', 20: 'in in--20', 30: 'in in--30', full: 'in' } as const;
type Width = keyof typeof widths;

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'tel' | 'password';
  /** The language that is written, where it is not the page's (BCP 47). */
  readonly lang?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly autoComplete?: string | undefined;
  /** Off for names, addresses and codes. */
  readonly spellCheck?: boolean | undefined;
  readonly width?: Width;
}

/** What is written in a language of its own, or stands there already, runs as its letters do: an English title shows its beginning on an Arabic page. */
const directionOf = (lang: string | undefined, value: string | undefined): 'auto' | undefined => (lang !== undefined || (value !== undefined && /\p{L}/u.test(value)) ? 'auto' : undefined);

/** One line of text. Addresses run from left to right in every language. */
export function TextField(given: TextFieldProps) {
  const props = useAskedField(given);
  const { type = 'text', lang, width = 'full', defaultValue, minLength, maxLength, pattern, autoComplete, spellCheck } = props;
  return (
    <FieldFrame field={props}>
      <input
        {...inputIdentity(props)}
        {...{ type, lang, defaultValue, minLength, maxLength, pattern, autoComplete, spellCheck }}
        className={widths[width]}
        dir={type === 'email' || type === 'url' ? 'ltr' : directionOf(lang, defaultValue)}
      />
    </FieldFrame>
  );
}

interface TextAreaProps extends FieldProps {
  readonly lang?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Several lines of text. */
export function TextArea(given: TextAreaProps) {
  const props = useAskedField(given);
  const { rows = 3, lang, defaultValue, minLength, maxLength } = props;
  return (
    <FieldFrame field={props}>
      <textarea {...inputIdentity(props)} {...{ rows, lang, defaultValue, minLength, maxLength }} dir={directionOf(lang, defaultValue)} className="in" />
    </FieldFrame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[];
  readonly defaultValue?: string | undefined;
  /** What stands for no choice; "Choose one" unless told otherwise, `null` for none. */
  readonly empty?: string | null;
  readonly width?: Width;
}

/** One of many. For up to seven choices `RadioField` shows them all at once. */
export function SelectField(given: SelectFieldProps) {
  const props = useAskedField(given);
  const t = useText('ui');
  const { options, defaultValue, empty = t('field.choose'), width = 'full' } = props;
  return (
    <FieldFrame field={props}>
      <select {...inputIdentity(props)} defaultValue={defaultValue} className={widths[width]}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

const optionElement = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

interface NumberFieldProps extends FieldProps {
  readonly defaultValue?: string | number | undefined;
  readonly decimals?: boolean;
  readonly width?: Width;
}

/** A number, posted as it was typed: a number input loses what it does not understand, and scrolling changes it. */
export function NumberField(given: NumberFieldProps) {
  const props = useAskedField(given);
  const { defaultValue, decimals = false, width = 8 } = props;
  return (
    <FieldFrame field={props}>
      <input
        {...inputIdentity(props)}
        type="text"
        inputMode={decimals ? 'decimal' : 'numeric'}
        autoComplete="off"
        defaultValue={defaultValue}
        className={widths[width]}
      />
    </FieldFrame>
  );
}

interface DateFieldProps extends FieldProps {
  /** Plain dates, `YYYY-MM-DD`. */
  readonly defaultValue?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A calendar day, shown in the reader's way and posted as `YYYY-MM-DD`. */
export function DateField(given: DateFieldProps) {
  const props = useAskedField(given);
  const { defaultValue, min, max } = props;
  return (
    <FieldFrame field={props}>
      <input {...inputIdentity(props)} {...{ defaultValue, min, max }} type="date" className={widths[8]} />
    </FieldFrame>
  );
}

interface FileFieldProps extends FieldProps {
  /** Kinds that can be chosen, as in the `accept` attribute; the server looks at the content. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean;
  /** In megabytes; said in the hint. */
  readonly limit: number;
}

/** A file. The form around it must be `multipart/form-data`. */
export function FileField({ limit, accept, multiple, ...field }: FileFieldProps) {
  const t = useText('ui');
  const size = t('field.limit', { size: limit });
  const hinted = { ...field, hint: field.hint === undefined ? size : <>{field.hint} · {size}</> };
  return (
    <FieldFrame field={hinted}>
      <input {...inputIdentity(hinted)} {...{ accept, multiple }} type="file" className={widths.full} />
    </FieldFrame>
  );
}
