import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendLetter } from '#app/mail/letter.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { openSecret } from '#app/platform/secret.server';
import { openTestDatabase, type TestDatabase } from '#tests/harness/database';
import { startResend } from './resend';

let store: TestDatabase;
let folder: string;

beforeAll(async () => {
  store = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'concord-mail-'));
  openDatabase(store.appUrl);
  await openSecret(join(folder, 'secret'));
});
afterAll(async () => {
  await closeDatabase();
  await rm(folder, { recursive: true, force: true });
});

const mails = 200;
const secret = 'a-secret-that-waits-sealed';

/** Half of the mails share a thread with another, every tenth carries a secret. */
async function writeMails(): Promise<void> {
  for (let number = 0; number < mails; number += 1) {
    await database().transaction().execute((tx) => sendLetter(tx, {
      to: { address: `reader${number % 120}@portal.org`, name: `Reader ${number}`, language: number % 3 === 0 ? 'ar' : 'en' },
      words: 'reporting:mails.receipt', values: { ref: `CMT-${number}`, cycle: '2026' }, path: '/invitations/', thread: 'test', key: `faults:${number}`,
      secret: number % 10 === 0 ? secret : undefined, now: new Date(),
    }));
  }
}

const startWorkerProcess = (url: string): ChildProcess => spawn(process.execPath, ['tests/mail/worker.js', store.appUrl, url, join(folder, 'secret')], { stdio: ['ignore', 'pipe', 'inherit'] });

describe('200 mails through a service that is busy, broken, silent, forgetful, and workers that are killed', () => {
  it('are all delivered, and none twice', async () => {
    const moods = ['answer', 'busy', 'answer', 'broken', 'lost', 'answer', 'silent', 'answer', 'answer', 'answer', 'answer', 'lost', 'answer', 'busy', 'answer', 'hangs', 'answer', 'answer', 'silent', 'answer'] as const;
    const resend = await startResend((request) => moods[request % moods.length] ?? 'answer');
    await writeMails();
    let worker = startWorkerProcess(resend.url);
    for (let kill = 0; kill < 5; kill += 1) {
      const before = resend.requests();
      while (resend.requests() < before + 15) await sleep(20);
      worker.kill('SIGKILL');
      // A lease that a killed worker leaves behind runs out; the test does not wait a minute for it.
      await database().updateTable('outbox_mails').set({ locked_until: null }).where('status', '=', 'queued').execute();
      worker = startWorkerProcess(resend.url);
    }
    const left = () => database().selectFrom('outbox_mails').select((eb) => eb.fn.countAll<string>().as('n')).where('status', '=', 'queued').executeTakeFirstOrThrow();
    while ((await left()).n !== '0') await sleep(200);
    worker.kill('SIGKILL');
    const states = await database().selectFrom('outbox_mails').select(['status', (eb) => eb.fn.countAll<string>().as('n')]).groupBy('status').execute();
    expect(states).toEqual([{ status: 'sent', n: String(mails) }]);
    // The service counts a key once, so a second delivery could only come from another key or another body.
    expect(resend.delivered.size).toBe(mails);
    expect(resend.refused).toEqual([]);
    process.stdout.write(`mail faults: ${resend.delivered.size} delivered in ${resend.requests()} requests, 0 twice, 5 workers killed\n`);
    await resend.stop();
  }, 300_000);

  it('carried their secrets, which are kept no longer', async () => {
    const kept = await database().selectFrom('outbox_mails').select(['secret', 'html', 'body_text']).execute();
    expect(kept.filter((mail) => mail.secret !== null)).toEqual([]);
    expect(kept.filter((mail) => `${mail.html} ${mail.body_text}`.includes(secret))).toEqual([]);
  });
});

describe('mail without a key', () => {
  it('stays in the portal, and mail to an address that cannot exist never leaves', async () => {
    const { startWorker } = await import('#app/worker.server');
    await database().transaction().execute((tx) => sendLetter(tx, { to: { address: 'someone@portal.org', name: 'Someone', language: 'en' }, words: 'reporting:mails.receipt', values: { ref: 'CMT-1', cycle: '2026' }, thread: 't', key: 'kept:1', now: new Date() }));
    await database().transaction().execute((tx) => sendLetter(tx, { to: { address: 'member@demo.example', name: 'Member', language: 'en' }, words: 'reporting:mails.receipt', values: { ref: 'CMT-1', cycle: '2026' }, thread: 't', key: 'kept:2', now: new Date() }));
    const worker = startWorker({ mail: undefined });
    const waiting = () => database().selectFrom('outbox_mails').select('id').where('status', '=', 'queued').execute();
    while ((await waiting()).length > 0) await sleep(50);
    await worker.stop();
    const kept = await database().selectFrom('outbox_mails').select(['idempotency_key', 'status']).where('idempotency_key', 'like', 'kept:%').orderBy('idempotency_key').execute();
    expect(kept.map((mail) => mail.status)).toEqual(['kept', 'kept']);
  });
});
