import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test asks of the mail service: how it answers the nth request. */
export type Temper = (request: number) => 'answer' | 'busy' | 'broken' | 'silent' | 'lost' | 'hangs';

export interface Delivered {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * A service that speaks Resend's protocol: POST /emails with an `Idempotency-Key`. A key that it has seen is answered as the first
 * time and delivers nothing more; the same key with another body is refused, as Resend does.
 */
export async function startResend(temper: Temper) {
  const delivered = new Map<string, Delivered & { readonly id: string }>();
  const refused: string[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    // Who goes away while speaking has brought no letter.
    handle(request, response).catch(() => request.socket.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (request.method !== 'POST' || !request.complete) return void request.socket.destroy();
    const mood = temper((requests += 1));
    if (mood === 'busy') return say(response, 429, { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' });
    if (mood === 'broken') return say(response, 500, { statusCode: 500, name: 'internal_server_error', message: 'Something went wrong.' });
    if (mood === 'silent') return void request.socket.destroy();
    const key = String(request.headers['idempotency-key'] ?? '');
    const known = delivered.get(key);
    if (known !== undefined && known.body !== body) {
      refused.push(key);
      return say(response, 409, { statusCode: 409, name: 'invalid_idempotent_request', message: 'Same key, another body.' });
    }
    const mail = known ?? { id: `mail-${delivered.size + 1}`, key, body, ...(JSON.parse(body) as { to: string; subject: string }) };
    delivered.set(key, mail);
    // Delivered, and the answer never arrives: the next try must not deliver it again.
    if (mood === 'lost') return void request.socket.destroy();
    if (mood === 'hangs') return undefined;
    return say(response, 200, { id: mail.id });
  }

  const say = (response: ServerResponse, status: number, answer: object): void => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delivered,
    refused,
    requests: () => requests,
    stop: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
