import type { ReactNode } from 'react';
import { useActReply, type ActReply } from '#app/form/acts';
import { FormKey } from '#app/form/hidden';
import { paths, type SessionAct } from '#app/paths';
import type { DeskFacts } from './queries.server';

export { errorsOfReply, fieldId } from '#app/form/acts';

/** What a form of the desk was answered: shown at that form, with what was typed. */
export type DeskReply = ActReply<SessionAct>;

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

export const useReply = <Fields extends Record<string, unknown>>(desk: Desk, act: SessionAct) => useActReply<Fields>(desk.reply, act);
