import type { Actor } from '#app/access/actor';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';

/** A receipt for an update, to who sent it. */
export async function noteReceipt(tx: Tx, actor: Actor, update: { readonly id: string; readonly ref: string; readonly cycle: string }, now: Date): Promise<void> {
  if (actor.kind !== 'person') return;
  await sendLetter(tx, {
    to: { personId: actor.id }, words: 'reporting:mails.receipt', values: { ref: update.ref, cycle: update.cycle }, topic: 'commitments',
    path: (language) => paths.in(language).commitment(update.ref), thread: `update:${update.id}`, key: `update-receipt:${update.id}:${now.getTime()}`, now,
  });
}

interface Returned {
  readonly id: string;
  readonly version: number;
  readonly ref: string;
  readonly cycle: string;
  readonly reason: string;
}

/** What to mend in an update, to who wrote it. */
export async function noteReturned(tx: Tx, writer: string, update: Returned, now: Date): Promise<void> {
  await sendLetter(tx, {
    to: { personId: writer }, words: 'reporting:mails.returned', values: { ref: update.ref, reason: update.reason },
    path: paths.updates(update.cycle), thread: `update:${update.id}`, key: `update-returned:${update.id}:${update.version}`, now,
  });
}
