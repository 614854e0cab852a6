import { personOf, type Actor } from '#app/access/actor';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { ActionRef } from './policy';

/** An action as it stands before what is told of it; its version tells one act from the next. */
interface Told extends ActionRef {
  readonly ref: string;
  readonly text: string;
  readonly due_on: string;
  readonly version: number;
}
type Happened = { readonly what: 'blocked' | 'reopened' | 'cancelled' | 'moved'; readonly reason: string };

/** The chair of a group, and its co-chairs. */
export async function chairsOf(tx: Tx, groupId: string, now: Date): Promise<string[]> {
  const found = await tx.selectFrom('roles').select('person_id').distinct().where('working_group_id', '=', groupId).where('role', 'in', ['wg_chair', 'wg_cochair'])
    .where('starts_at', '<=', now).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)])).orderBy('person_id').execute();
  return found.map(({ person_id }) => person_id);
}

/** Tells who has the action and who has the chair, but not who did it themselves. */
export async function tellConcerned(tx: Tx, actor: Actor, action: Told, { what, reason }: Happened, now: Date): Promise<void> {
  const readers = new Set([action.owner_id, ...(await chairsOf(tx, action.working_group_id, now))]);
  for (const personId of readers) if (personId !== personOf(actor)) await tell(tx, action, personId, what, reason, now);
}

/** Tells whoever has it now, and whoever had it. */
export async function tellOwners(tx: Tx, actor: Actor, action: Told, { owner_id, reason }: { readonly owner_id: string; readonly reason: string }, now: Date): Promise<void> {
  if (owner_id !== personOf(actor)) await tell(tx, action, owner_id, 'given', reason, now);
  if (action.owner_id !== personOf(actor)) await tell(tx, action, action.owner_id, 'passed_on', reason, now);
}

const tell = (tx: Tx, { id, ref, text, due_on, version }: Told, personId: string, what: Happened['what'] | 'given' | 'passed_on', reason: string, now: Date): Promise<void> =>
  sendLetter(tx, {
    to: { personId }, words: `working-groups:mails.action_${what}`, values: (language) => ({ ref, text, reason, due: formatDate(language, due_on) }),
    path: (language) => paths.in(language).action(ref), thread: `action:${id}`, key: `action:${id}:${what}:${version}:${personId}`, now,
  });
