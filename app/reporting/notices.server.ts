import type { Actor } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import { formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { Remark } from '#app/records/remarks/model';
import { fieldName } from './updates/remarks';

/** A receipt to who sent updates: one for all that were sent together. */
export async function noteReceipt(tx: Tx, actor: Actor, sent: { readonly id: string; readonly cycle: string; readonly refs: readonly string[] }, now: Date): Promise<void> {
  const [ref] = sent.refs;
  if (actor.kind !== 'person' || ref === undefined) return;
  const single = sent.refs.length === 1;
  await sendLetter(tx, {
    to: { personId: actor.id }, words: single ? 'reporting:mails.receipt' : 'reporting:mails.receipts', values: (language) => ({ ref, refs: formatList(language, sent.refs), count: sent.refs.length, cycle: sent.cycle }), topic: 'commitments',
    path: (language) => (single ? paths.in(language).commitment(ref) : paths.updates(sent.cycle)), thread: `update:${sent.id}`, key: `update-receipt:${sent.id}:${now.getTime()}`, now,
  });
}

interface Returned {
  readonly id: string;
  readonly version: number;
  readonly ref: string;
  readonly cycle: string;
  readonly reason: string;
  readonly remarks: readonly Remark[];
}

/** What to mend in an update, to who wrote it: the reason, then each field that something is asked of. */
export async function noteReturned(tx: Tx, writer: string, update: Returned, now: Date): Promise<void> {
  const lines = (language: Language) => update.remarks.map(({ field, note }) => `${fieldName(field, textFor(language, 'reporting'))}: ${note}`);
  await sendLetter(tx, {
    to: { personId: writer }, words: 'reporting:mails.returned', values: (language) => ({ ref: update.ref, reason: [...(update.reason.trim() === '' ? [] : [update.reason]), ...lines(language)].join('\n\n') }),
    path: paths.updates(update.cycle), thread: `update:${update.id}`, key: `update-returned:${update.id}:${update.version}`, now,
  });
}
