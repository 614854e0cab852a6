import { once } from 'node:events';
import { Agent, request as send, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { databaseOf, startPortal, type Portal } from '#tests/harness/portal';

let standing: Portal;
let restarted: Portal;
beforeAll(async () => {
  standing = await startPortal({ DEMO: '0', WORKER: '0' });
  restarted = await standing.another();
}, 240_000);
afterAll(async () => {
  await restarted?.stop();
  await standing?.stop();
});

/** As browsers and proxies ask: over lines that are kept. */
const agent = new Agent({ keepAlive: true });

function ask(path: string, form?: Readonly<Record<string, string>>): Promise<IncomingMessage> {
  const body = new URLSearchParams(form).toString();
  const headers = form === undefined ? {} : { Origin: restarted.url, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    send(restarted.url + path, { method: form === undefined ? 'GET' : 'POST', agent, headers }, (answer) => resolve(answer.resume())).on('error', reject).end(body);
  });
}

it('what is under way when a process is told to end, and told again, gets its answer; the other one goes on', async () => {
  const sql = await databaseOf(standing, 2);
  const waiting = async () => Number((await sql`select count(distinct relation) as tables from pg_locks where not granted`)[0]?.['tables']);
  let answers: Promise<IncomingMessage[]> | undefined;
  const ended = once(restarted.process, 'exit');
  await sql.begin(async (tx) => {
    await tx`lock table commitments, person_mails in access exclusive mode`;
    answers = Promise.all([ask('/en/commitments'), ask('/sign-in', { mail: 'nobody@learning.example', password: 'violet harbour umbrella' })]);
    await vi.waitFor(async () => expect(await waiting()).toBe(2), 20_000);
    restarted.process.kill('SIGTERM');
    await vi.waitFor(() => expect(ask('/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' }), 10_000);
    restarted.process.kill('SIGTERM');
    expect((await fetch(`${standing.url}/healthz`)).status).toBe(200);
  });
  const [page, form] = (await answers) ?? [];
  expect([page?.statusCode, form?.statusCode]).toEqual([200, 422]);
  // Lines that stayed open would keep the process until they are idle for long enough.
  expect([page?.headers.connection, form?.headers.connection]).toEqual(['close', 'close']);
  expect(await ended).toEqual([0, null]);
  restarted = await standing.another({ PORT: new URL(restarted.url).port });
  expect((await ask('/en/commitments')).statusCode).toBe(200);
  await sql.end();
}, 120_000);
