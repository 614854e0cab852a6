import { once } from 'node:events';
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { textFor } from '#app/languages/catalogues.server';
import { openWorld, type World } from '#tests/bench/portal.js';
import { fillWorld } from '#tests/bench/world.js';

/** More rows than are read at once, and longer than what a kernel takes for a reader who reads nothing. */
const [commitments, wordy] = [900, 1800];

let world: World;
/** As the portal: nobody else sees what its connections do. */
let sql: postgres.Sql;
beforeAll(async () => {
  world = await openWorld(commitments, (owner, count) => fillWorld(owner, count, { wordy }));
  sql = postgres(world.appUrl, { max: 1 });
}, 240_000);
afterAll(async () => {
  await sql?.end();
  await world?.close();
});

/** Answers as they begin; nothing of them is read before somebody does. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const [answer] = await once(get(world.origin + path, { agent: false, headers }), 'response') as [IncomingMessage];
  return answer.on('error', () => undefined);
}
async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
const closed = (answer: IncomingMessage) => new Promise<void>((resolve) => { answer.once('close', resolve); });

/** The connections that stand in the middle of a file. */
const streams = async (): Promise<number[]> => (await sql<{ pid: number }[]>`select pid from pg_stat_activity where state like 'idle in transaction%' and query like 'fetch%'`).map(({ pid }) => pid);

it('readers who read nothing leave pages their connections, and the others a turn or a word', async () => {
  const slow = await Promise.all([1, 2, 3].map(() => ask('/en/commitments.csv')));
  await vi.waitFor(async () => expect((await streams()).length).toBe(3), 20_000);
  const waiting = Array.from({ length: 12 }, () => get(`${world.origin}/en/commitments.csv`, { agent: false }).on('error', () => undefined));
  const begun: IncomingMessage[] = [];
  for (const one of waiting) one.on('response', (answer: IncomingMessage) => void begun.push(answer.on('error', () => undefined)));
  await vi.waitFor(async () => {
    const busy = await ask('/fr/commitments.csv');
    expect([busy.statusCode, busy.headers['retry-after'], busy.headers['content-language'], await textOf(busy)]).toEqual([503, '10', 'fr', 'De nombreux fichiers sont en cours de téléchargement. Réessayez dans quelques secondes.\n']);
  }, 20_000);
  const page = await ask('/ar/commitments.csv', { Accept: 'text/html' });
  expect([page.statusCode, page.headers['retry-after'], page.headers['cache-control'], (await textOf(page)).includes(textFor('ar', 'site')('errors.503.title'))]).toEqual([503, '10', 'no-store', true]);

  const pages = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(`/en/commitments?type=policy&after=CMT-2025-${String(at + 100).padStart(6, '0')}`)));
  expect(pages.map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200));
  expect((await streams()).length).toBe(3);

  expect(begun).toEqual([]);
  slow[0]?.destroy();
  await vi.waitFor(() => expect(begun.length).toBe(1), 20_000);
  for (const one of [...slow, ...pages, ...waiting]) one.destroy();
  await vi.waitFor(async () => expect(await streams()).toEqual([]), 20_000);
  expect((await textOf(await ask('/en/commitments.csv'))).split('\r\n').length).toBe(commitments + 2);
});

it('a file whose rows end in the middle breaks off, and the next one is whole', async () => {
  const answer = await ask('/en/commitments.csv');
  await vi.waitFor(async () => expect((await streams()).length).toBe(1), 20_000);
  await sql`select pg_terminate_backend(pid) from unnest(${await streams()}::int[]) pid`;
  answer.resume();
  await closed(answer);
  expect(answer.complete).toBe(false);
  expect(JSON.parse(await textOf(await ask('/en/commitments.json')))).toHaveLength(commitments);
});
