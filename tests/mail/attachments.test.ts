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

it('a letter brings its files and facts along, made for its reader, the same to the byte at every try', async () => {
  const resend = await startResend((request) => (request === 1 ? 'lost' : 'answer'));
  const text = 'BEGIN:VCALENDAR\r\nSUMMARY:جلسة\r\nEND:VCALENDAR\r\n';
  await database().transaction().execute((tx) => sendLetter(tx, {
    to: { address: 'reader@portal.org', name: 'Salma', language: 'ar' }, words: 'working-groups:mails.convened', values: { ref: 'WG-01-S01', title: 'Title', group: 'Group', when: '' },
    path: '/sessions/WG-01-S01/invitation?lang=ar&key=', secret: 's'.repeat(43),
    facts: (reader) => [{ label: 'UTC', value: `13:00 ${reader.name}` }],
    files: (reader, linkTo) => [{ name: 'WG-01-S01.ics', type: 'text/calendar; charset=utf-8; method=REQUEST', text: `${text}${reader.address} ${linkTo('/x')}` }],
    thread: 'session', key: 'session:1', now: new Date(),
  }));
  const carrier = { key: 're_test', baseUrl: resend.url, from: 'Concord <portal@example.org>', answerWithinMs: 800, firstPauseMs: 1 };
  while ((await database().selectFrom('outbox_mails').select('id').where('status', '=', 'queued').execute()).length > 0) await deliverMail(carrier);
  await resend.stop();
  expect([resend.requests(), resend.delivered.size, resend.refused]).toEqual([2, 1, []]);
  const mail = JSON.parse([...resend.delivered.values()][0]?.body ?? '{}') as { html: string; text: string; attachments: { filename: string; content: string; content_type: string }[] };
  expect(mail.attachments.map(({ filename, content_type }) => [filename, content_type])).toEqual([['WG-01-S01.ics', 'text/calendar; charset=utf-8; method=REQUEST']]);
  expect(Buffer.from(mail.attachments[0]?.content ?? '', 'base64').toString('utf8')).toBe(`${text}reader@portal.org http://127.0.0.1:3000/x`);
  for (const words of [mail.text, mail.html.replaceAll('&amp;', '&')]) for (const part of ['13:00 Salma', `/sessions/WG-01-S01/invitation?lang=ar&key=${'s'.repeat(43)}`]) expect(words).toContain(part);
});
