import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import type { FieldError } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { paths, type SessionAct } from '#app/paths';
import type { DeskFacts } from './queries.server';

/** What a form of the desk was answered: shown at that form, with what was typed. */
export interface DeskReply {
  readonly act: SessionAct;
  readonly result: SubmissionResult<string[]> | undefined;
}

export interface Desk extends DeskFacts {
  readonly reply: DeskReply | undefined;
}

interface ActFormProps {
  readonly desk: Desk;
  readonly act: SessionAct;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form of the desk: one act, one address. The key makes a second posting harmless. */
export function ActForm({ desk, act, className, children }: ActFormProps) {
  return (
    <form method="post" action={paths.sessionDeskAct(desk.session.ref, act)} className={className}>
      {children}
      <FormKey />
    </form>
  );
}

/** The id of a field: several forms of the desk have fields of the same name. */
export const fieldId = (act: SessionAct, name: string): string => `${act}-${name}`;

/** What was typed into a form of the desk, and what is wrong with it; nothing where another form was sent. */
export function useReply<Fields extends Record<string, unknown>>(desk: Desk, act: SessionAct) {
  const lastResult = desk.reply?.act === act ? desk.reply.result : undefined;
  const [form, fields] = useForm<Fields>({ id: act, ...(lastResult === undefined ? {} : { lastResult }) });
  return {
    fields,
    sent: lastResult !== undefined,
    field: (name: keyof Fields & string) => ({ name, id: fieldId(act, name), errors: form.allErrors[name], defaultValue: typed(fields[name]?.initialValue) }),
  };
}

const typed = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** All errors of the form that was sent, each leading to its field. */
export function errorsOfReply(reply: DeskReply | undefined): FieldError[] {
  return Object.entries(reply?.result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ ...(name === '' || reply === undefined ? {} : { id: fieldId(reply.act, name) }), message })));
}
