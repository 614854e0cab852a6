import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { hashOf } from './secrets.server';

/** The mails of this folder. A link's secret is sealed while the mail waits; the key of a mail is made of the secret's hash. */
export const sendInvitation = (tx: Tx, personId: string, secret: string, now: Date): Promise<void> =>
  sendLetter(tx, { to: { personId }, words: 'accounts:mails.invitation', path: paths.invitation(''), secret, thread: `invitation:${personId}`, key: `invitation:${hashOf(secret)}`, now });

export const sendResetLink = (tx: Tx, personId: string, secret: string, now: Date): Promise<void> =>
  sendLetter(tx, { to: { personId }, words: 'accounts:mails.reset', path: paths.passwordReset(''), secret, thread: `password:${personId}`, key: `reset:${hashOf(secret)}`, now });

/** Whoever did not do it learns of it. */
export const tellOfPassword = (tx: Tx, personId: string, now: Date): Promise<void> =>
  sendLetter(tx, { to: { personId }, words: 'accounts:mails.changed', path: paths.forgotten(), thread: `password:${personId}`, key: `password:${personId}:${now.toISOString()}`, now });

/** Their organisation is a member now, and they speak for it. Who cannot sign in yet gets the link of an invitation with it (AC-3). */
export const sendAdmission = (tx: Tx, personId: string, { name, ref, secret, key }: { name: string; ref: string; secret: string | undefined; key: string }, now: Date): Promise<void> =>
  sendLetter(tx, {
    to: { personId }, words: secret === undefined ? 'members:mails.admitted' : 'members:mails.admitted_invited', values: { name, ref },
    path: secret === undefined ? paths.my : paths.invitation(''), secret, thread: `invitation:${personId}`, key: `admission:${key}`, now,
  });
