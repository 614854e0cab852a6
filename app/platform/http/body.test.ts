import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendBody } from './body.server';

/** It repeats itself only where no compressor sees it. */
const noise = randomBytes(65_536);
/** More than the kernel takes for a reader who reads nothing, and much less than all. */
const [held, all] = [200, 600];

/** A body of pieces, and what became of it. */
function bodyOf(pieces: number, failsAt = Infinity) {
  const facts = { made: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (facts.made >= failsAt) throw new Error('the database went away');
      if (facts.made >= pieces) return controller.close();
      facts.made += 1;
      controller.enqueue(Uint8Array.from(noise));
    },
    cancel: () => void (facts.cancelled = true),
  }, { highWaterMark: 0 });
  return { facts, body };
}

let server: Server;
let sent: Promise<void>;
let made: ReturnType<typeof bodyOf>;
let patienceMs: number;
let warnings: Error[];
const heard = (warning: Error) => warnings.push(warning);
beforeEach(async () => {
  [patienceMs, warnings] = [20_000, []];
  process.on('warning', heard);
  const app = express();
  app.use(compression({ threshold: 1024 }));
  app.use((_, answer) => {
    answer.type('text/csv');
    sent = sendBody(made.body, answer, patienceMs);
    sent.catch(() => undefined);
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  process.off('warning', heard);
  server.closeAllConnections();
  server.close();
});

async function ask(encoding: string): Promise<IncomingMessage> {
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', headers: { 'Accept-Encoding': encoding } });
  const [answer] = await once(request, 'response') as [IncomingMessage];
  return answer.on('error', () => undefined);
}

const closed = (answer: IncomingMessage) => new Promise<void>((resolve) => { answer.once('close', resolve); });

async function atRest(): Promise<void> {
  for (let before = -1; before !== made.facts.made;) {
    before = made.facts.made;
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
}

describe.each(['identity', 'gzip'])('a body that is sent as %s', (encoding) => {
  it('is not made before it is taken, and comes whole', async () => {
    made = bodyOf(all);
    const answer = await ask(encoding);
    await atRest();
    expect(made.facts.made).toBeLessThan(held);
    answer.resume();
    await once(answer, 'end');
    expect([answer.complete, made.facts]).toEqual([true, { made: all, cancelled: false }]);
    expect(warnings).toEqual([]);
  });

  it('begins before its second piece is there', async () => {
    let more = (): void => undefined;
    const rest = new Promise<void>((resolve) => { more = resolve; });
    let pulled = 0;
    made = { facts: { made: 0, cancelled: false }, body: new ReadableStream<Uint8Array>({
      async pull(controller) {
        pulled += 1;
        if (pulled > 1) return rest.then(() => controller.close());
        controller.enqueue(Buffer.from('ref,title\r\n'));
      },
    }, { highWaterMark: 0 }) };
    const answer = await ask(encoding);
    const text = answer.pipe(encoding === 'gzip' ? createGunzip() : new PassThrough());
    expect(String((await once(text, 'data'))[0])).toBe('ref,title\r\n');
    more();
    await once(text.resume(), 'end');
  });

  it('is made no further when its reader goes away', async () => {
    made = bodyOf(all);
    const answer = await ask(encoding);
    await atRest();
    answer.destroy();
    await sent;
    await vi.waitFor(() => expect(made.facts.cancelled).toBe(true));
    expect(made.facts.made).toBeLessThan(held);
  });

  it('is cut off when nobody takes it', async () => {
    patienceMs = 300;
    made = bodyOf(all);
    const answer = await ask(encoding);
    await sent;
    expect([made.facts.cancelled, made.facts.made < held]).toEqual([true, true]);
    answer.resume();
    await closed(answer);
    expect(answer.complete).toBe(false);
  });

  it('that fails in the middle breaks the transfer', async () => {
    made = bodyOf(all, 40);
    const answer = await ask(encoding);
    answer.resume();
    await closed(answer);
    expect(answer.complete).toBe(false);
    await expect(sent).rejects.toThrow('the database went away');
  });
});
