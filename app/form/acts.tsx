import { useForm, type SubmissionResult } from '@conform-to/react';
import type { FieldError } from './error-summary';

/** What one of several forms on a page was answered: shown at that form, with what was typed. `act` names the form. */
export interface ActReply<Act extends string = string> {
  readonly act: Act;
  readonly result: SubmissionResult<string[]> | undefined;
}

/** The id of a field: several forms of the page have fields of the same name. */
export const fieldId = (act: string, name: string): string => `${act}-${name}`;

/** What was typed into a form of the page, and what is wrong with it; nothing where another form was sent. */
export function useActReply<Fields extends Record<string, unknown>>(reply: ActReply | undefined, act: string) {
  const lastResult = reply?.act === act ? reply.result : undefined;
  const [form, fields] = useForm<Fields>({ id: act, ...(lastResult === undefined ? {} : { lastResult }) });
  return {
    fields,
    sent: lastResult !== undefined,
    field: (name: keyof Fields & string) => ({ name, id: fieldId(act, name), errors: form.allErrors[name], defaultValue: typed(fields[name]?.initialValue) }),
  };
}

const typed = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** All errors of the form that was sent, each leading to its field. */
export function errorsOfReply(reply: ActReply | undefined): FieldError[] {
  return Object.entries(reply?.result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ ...(name === '' || reply === undefined ? {} : { id: fieldId(reply.act, name) }), message })));
}
