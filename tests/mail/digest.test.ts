import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendLetter } from '#app/mail/letter.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { deliverMail } from '#app/platform/mail/delivery.server';
import { openSecret } from '#app/platform/secret.server';
import { openTestDatabase } from '#tests/harness/database';
import { startResend } from './resend';

beforeAll(async () => {
  openDatabase((await openTestDatabase()).appUrl);
  await openSecret(join(await mkdtemp(join(tmpdir(), 'concord-mail-')), 'secret'));
});
afterAll(closeDatabase);

it('a digest arrives with its records, how to stop it, and the same for the program that shows it', async () => {
  // The first answer is lost: what is sent again is the same to the byte.
  const resend = await startResend((request) => (request === 1 ? 'lost' : 'answer'));
  const secret = 'x'.repeat(43);
  await database().transaction().execute((tx) => sendLetter(tx, {
    to: { address: 'reader@portal.org', name: 'Salma', language: 'ar' }, words: 'following:mails.digest', values: { count: 3, since: '1', rhythm: '' },
    entries: [{ title: 'Connect 140 schools', language: 'en', path: '/ar/commitments/CMT-2026-0001', lines: ['a line', 'a line'] }],
    path: '/my/following', stop: '/following/stop/', secret, thread: 'digest', key: 'digest:1', now: new Date(),
  }));
  const carrier = { key: 're_test', baseUrl: resend.url, from: 'Concord <portal@example.org>', answerWithinMs: 800, firstPauseMs: 1 };
  while ((await database().selectFrom('outbox_mails').select('id').where('status', '=', 'queued').execute()).length > 0) await deliverMail(carrier);
  await resend.stop();
  expect([resend.requests(), resend.delivered.size, resend.refused]).toEqual([2, 1, []]);
  const mail = JSON.parse([...resend.delivered.values()][0]?.body ?? '{}') as { subject: string; html: string; text: string; headers: Record<string, string> };
  const stop = `http://127.0.0.1:3000/following/stop/${secret}?lang=ar`;
  expect(mail.headers).toEqual({ 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  expect(mail.subject).toBe('جديد في 3 التزامات تتابعها');
  for (const words of [mail.html, mail.text]) for (const part of ['Connect 140 schools', '/ar/commitments/CMT-2026-0001', 'a line', stop, 'إيقاف هذه الرسائل', '/my/following']) expect(words).toContain(part);
  expect(mail.html).toContain('dir="rtl"');
  expect(mail.text).not.toContain('<');
});
