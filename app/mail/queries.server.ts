import { sql } from 'kysely';
import { holds, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { secretPlaceholder } from '#app/platform/mail/outbox.server';
import { unseal } from '#app/platform/secret.server';
import { isId } from '#app/platform/identity';
import { render } from '#emails/render';
import type { mailPolicy } from './policy';

export interface MailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly language: string;
  readonly status: string;
  readonly attempts: number;
  readonly created_at: Date;
  readonly last_error: string | null;
}

const pageSize = 50;
const subject = sql<string>`coalesce(subject, props ->> 'subject', '')`;

/** The newest mails first; `after` is the id of the last one of the page before (ids rise with time). */
export async function listMails(_granted: PermitFor<typeof mailPolicy.log>, filter: { readonly status: string; readonly q: string }, after: string | null): Promise<{ rows: MailRow[]; next: string | null; total: { count: number; exact: boolean } }> {
  const matching = database().selectFrom('outbox_mails')
    .$if(filter.status !== '', (query) => query.where('status', '=', filter.status))
    .$if(filter.q !== '', (query) => query.where((eb) => eb.or([eb('recipient', 'ilike', `%${filter.q.replace(/[%_\\]/g, '\\$&')}%`), eb(subject, 'ilike', `%${filter.q.replace(/[%_\\]/g, '\\$&')}%`)])));
  const rows = await matching.select(['id', 'recipient', subject.as('subject'), 'language', 'status', 'attempts', 'created_at', 'last_error'])
    .$if(after !== null && isId(after), (query) => query.where('id', '<', after))
    .orderBy('id', 'desc').limit(pageSize + 1).execute();
  const counted = await database().selectFrom(matching.select('id').limit(10_001).as('some')).select((eb) => eb.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null, total: { count: Math.min(10_000, Number(counted.n)), exact: Number(counted.n) <= 10_000 } };
}

export interface MailDetail extends MailRow {
  readonly person_id: string | null;
  readonly text: string;
}

/**
 * One mail as its reader has it. A secret in it is masked, but in a demonstration, where nothing ever leaves: there everybody reads their own,
 * and an administrator those to addresses that cannot exist of people who have never signed in, whose links nobody else could ever open.
 */
export async function findMail(viewer: Actor, id: string, demo: boolean): Promise<MailDetail | undefined> {
  if (!isId(id) || viewer.kind !== 'person') return undefined;
  const mail = await database().selectFrom('outbox_mails').selectAll().where('id', '=', id).executeTakeFirst();
  if (mail === undefined) return undefined;
  const text = mail.body_text ?? (await render(mail.template, mail.props)).text;
  const whole = demo && (mail.person_id === viewer.id || (mail.keep_here && holds(viewer, ['platform_admin']) && !(await hasSignedIn(mail.person_id))));
  const { recipient, language, status, attempts, created_at, last_error, person_id } = mail;
  const said = mail.subject ?? (mail.props as { subject?: string }).subject ?? '';
  return { id, recipient, subject: said, language, status, attempts, created_at, last_error, person_id, text: text.replaceAll(secretPlaceholder, whole && mail.secret !== null ? unseal(mail.secret) : '••••••') };
}

async function hasSignedIn(personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const found = await sql<{ known: boolean }>`select exists (select from credentials where person_id = ${personId}) or exists (select from login_sessions where person_id = ${personId}) as known`.execute(database());
  return found.rows[0]?.known === true;
}
