import { sql } from 'kysely';
import { Resend, type Attachment } from 'resend';
import { render } from '#emails/render';
import { database } from '../database.server';
import { log } from '../log.server';
import { unseal } from '../secret.server';
import { secretPlaceholder, type MailFile } from './outbox.server';

/** How mail leaves: with a key through Resend, without one not at all (it stays readable in the mail log). */
export interface Carrier {
  readonly key: string;
  readonly baseUrl: string | undefined;
  readonly from: string;
  /** How long an answer is waited for, in milliseconds; 15 seconds unless told. */
  readonly answerWithinMs?: number;
  /** The pause after the first try, in milliseconds; it doubles with each. One second unless told. */
  readonly firstPauseMs?: number;
}

interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly template: string;
  readonly language: string;
  readonly props: Record<string, unknown>;
  readonly secret: Buffer | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly attachments: readonly MailFile[] | null;
  readonly subject: string | null;
  readonly html: string | null;
  readonly body_text: string | null;
  readonly idempotency_key: string;
  readonly attempts: number;
  readonly first_attempt_at: Date | null;
  readonly keep_here: boolean;
}

const leaseSeconds = 60;
/** Resend forgets an idempotency key after 24 hours: retries end before that, so that a late one can never be a second mail. */
const lastRetryAfterMs = 23 * 3_600_000;
/** Between tries: 1 s, 2 s, 4 s … at most 15 minutes, with some chance so that many do not come back at once. */
const pauseMs = (first: number, attempts: number, chance: number): number => Math.min(900_000, first * 2 ** Math.min(attempts - 1, 20)) * (0.5 + chance / 2);

/** Delivers what is due, `most` at a time. Several processes may do so at once: each row is claimed by one, for a lease. */
export async function deliverMail(carrier: Carrier | undefined, most = 10): Promise<number> {
  const claimed = await claim(most);
  await Promise.all(claimed.map((mail) => deliverOne(carrier, mail).catch((error: unknown) => log.error('mail', error, { mail: mail.id }))));
  return claimed.length;
}

/** Due mails of which no older one of the same thread and recipient still waits. */
async function claim(most: number): Promise<Claimed[]> {
  const rows = await sql<Claimed>`
    update outbox_mails set attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, clock_timestamp()),
      locked_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where id in (
      select id from outbox_mails m
      where status = 'queued' and next_attempt_at <= clock_timestamp() and (locked_until is null or locked_until < clock_timestamp())
        and not exists (
          select from outbox_mails older
          where older.status = 'queued' and older.recipient = m.recipient and older.thread = m.thread and (older.created_at, older.id) < (m.created_at, m.id))
      order by next_attempt_at, id limit ${most} for update skip locked)
    returning id, recipient, template, language, props, secret, headers, attachments, subject, html, body_text, idempotency_key, attempts, first_attempt_at, keep_here`.execute(database());
  return rows.rows;
}

async function deliverOne(carrier: Carrier | undefined, mail: Claimed): Promise<void> {
  // What stays here is rendered when somebody reads it in the mail log.
  if (carrier === undefined || mail.keep_here) return settle(mail.id, 'kept', {});
  const rendered = await renderedOnce(mail);
  const secret = mail.secret === null ? undefined : unseal(mail.secret);
  const complete = (text: string) => (secret === undefined ? text : text.replaceAll(secretPlaceholder, secret));
  const headers = mail.headers === null ? {} : { headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, complete(value)])) };
  const answer = await post(carrier, { to: mail.recipient, subject: rendered.subject, html: complete(rendered.html), text: complete(rendered.text), ...headers, ...attached(mail) }, mail.idempotency_key);
  if (answer.outcome === 'sent') return settle(mail.id, 'sent', { provider_id: answer.id });
  const age = Date.now() - (mail.first_attempt_at?.getTime() ?? Date.now());
  if (answer.outcome === 'refused' || age > lastRetryAfterMs) return settle(mail.id, 'failed', { last_error: answer.why });
  const pause = Math.max(answer.waitMs, pauseMs(carrier.firstPauseMs ?? 1000, mail.attempts, Math.random()));
  await database().updateTable('outbox_mails').set({ locked_until: null, last_error: answer.why, next_attempt_at: sql`clock_timestamp() + make_interval(secs => ${pause / 1000})` })
    .where('id', '=', mail.id).where('status', '=', 'queued').execute();
}

/** The files of a mail, as the service takes them. */
const attached = ({ attachments }: Claimed): { attachments?: Attachment[] } =>
  (attachments === null ? {} : { attachments: attachments.map(({ name, type, text }) => ({ filename: name, contentType: type, content: Buffer.from(text, 'utf8').toString('base64') })) });

/** Rendered at the first try and kept, so that every later try sends the same bytes. */
async function renderedOnce(mail: Claimed): Promise<{ subject: string; html: string; text: string }> {
  if (mail.subject !== null && mail.html !== null && mail.body_text !== null) return { subject: mail.subject, html: mail.html, text: mail.body_text };
  const made = await render(mail.template, mail.props);
  await database().updateTable('outbox_mails').set({ subject: made.subject, html: made.html, body_text: made.text }).where('id', '=', mail.id).execute();
  return made;
}

/** The end of a mail's way; a secret that was sent is kept no longer (a kept mail's stays sealed, for its reader in demo mode). */
async function settle(id: string, status: 'sent' | 'kept' | 'failed', facts: { provider_id?: string; last_error?: string }): Promise<void> {
  await database().updateTable('outbox_mails').set({ status, locked_until: null, settled_at: sql`clock_timestamp()`, ...facts, ...(status === 'kept' ? {} : { secret: null }) })
    .where('id', '=', id).where('status', '=', 'queued').execute();
}

type Posted = { outcome: 'sent'; id: string } | { outcome: 'refused'; why: string } | { outcome: 'later'; why: string; waitMs: number };

/** Errors that another try cannot mend; everything else (rate, server, network, no answer) is tried again under the same key. */
const final = new Set(['validation_error', 'missing_required_field', 'invalid_from_address', 'invalid_parameter', 'invalid_idempotent_request', 'invalid_idempotency_key', 'missing_api_key', 'invalid_api_key', 'restricted_api_key']);
const patienceMs = 15_000;

async function post(carrier: Carrier, mail: { to: string; subject: string; html: string; text: string; headers?: Record<string, string>; attachments?: Attachment[] }, idempotencyKey: string): Promise<Posted> {
  const resend = new Resend(carrier.key, carrier.baseUrl === undefined ? {} : { baseUrl: carrier.baseUrl });
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, carrier.answerWithinMs ?? patienceMs, 'late').unref());
  try {
    const answer = await Promise.race([resend.emails.send({ from: carrier.from, ...mail }, { idempotencyKey }), late]);
    if (answer === 'late') return { outcome: 'later', why: 'no answer', waitMs: 0 };
    if (answer.error === null) return { outcome: 'sent', id: answer.data.id };
    const why = `${answer.error.name}: ${answer.error.message}`.slice(0, 500);
    return final.has(answer.error.name) ? { outcome: 'refused', why } : { outcome: 'later', why, waitMs: answer.error.name === 'rate_limit_exceeded' ? (carrier.firstPauseMs ?? 1000) : 0 };
  } catch (error) {
    return { outcome: 'later', why: error instanceof Error ? error.message : String(error), waitMs: 0 };
  }
}
