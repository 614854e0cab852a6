import { sql } from 'kysely';
import { database, type Tx } from '../database.server';
import { newId } from '../identity';

/** A file that a mail brings along, as text. */
export interface MailFile {
  readonly name: string;
  /** Its media type, with parameters. */
  readonly type: string;
  readonly text: string;
}

/** A mail as it waits: everything is said, nothing is rendered. Domains do not come here; they use `sendLetter` of `#app/mail/letter.server`. */
export interface Waiting {
  readonly address: string;
  readonly personId: string | null;
  readonly language: string;
  readonly template: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Mails of one thread to one recipient leave one after the other, oldest first. */
  readonly thread: string;
  /** The same key is the same mail: put twice, it is sent once. */
  readonly key: string;
  /** Sealed; stands for the placeholder in the rendered mail until it has left. */
  readonly secret?: Uint8Array | undefined;
  /** For the program that shows it; the placeholder stands in them too. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly files?: readonly MailFile[] | undefined;
  readonly now: Date;
}

/** What a rendered mail holds where its secret will be. */
export const secretPlaceholder = 'secret-is-added-when-this-mail-leaves';

/** Addresses that cannot exist (RFC 2606): mails of the demo world end here and never leave. */
const neverLeaves = (address: string): boolean => /[@.]example$/.test(address) || /\.(test|invalid|localhost)$/.test(address);

/** Writes a mail into the outbox, in the transaction that causes it. A key that is there already changes nothing. */
export async function putInOutbox(tx: Tx, mail: Waiting): Promise<void> {
  await tx
    .insertInto('outbox_mails')
    .values({
      id: newId(),
      recipient: mail.address,
      person_id: mail.personId,
      thread: mail.thread,
      template: mail.template,
      language: mail.language,
      props: mail.props as Record<string, string>,
      secret: mail.secret === undefined ? null : Buffer.from(mail.secret),
      headers: mail.headers ?? null,
      attachments: mail.files === undefined ? null : sql`${JSON.stringify(mail.files)}::text::jsonb`,
      idempotency_key: mail.key,
      next_attempt_at: sql`clock_timestamp()`, // by the clock that asks what is due: one that runs ahead holds no letter back
      ...(neverLeaves(mail.address) ? { keep_here: true, status: 'kept', settled_at: mail.now } : {}),
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .execute();
}

/** Calls off the mails of a thread that have not been tried yet: their reader wants them no longer. */
export async function dropWaiting(tx: Tx, thread: string): Promise<void> {
  await tx.updateTable('outbox_mails').set({ status: 'failed', last_error: 'called off', settled_at: sql`clock_timestamp()`, secret: null })
    .where('thread', '=', thread).where('status', '=', 'queued').where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', sql<Date>`clock_timestamp()`)])).execute();
}

/**
 * Forgets where mails to people without an account went, once they have settled before an instant: their words stay, the address does not,
 * neither in the key that it was part of. `threads` are beginnings of threads.
 */
export async function forgetRecipients(threads: readonly string[], before: Date): Promise<void> {
  await sql`update outbox_mails set recipient = '', idempotency_key = id::text
    where person_id is null and status <> 'queued' and settled_at < ${before} and recipient <> '' and thread like any(${threads.map((thread) => `${thread}%`)}::text[])`.execute(database());
}
