import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

/**
 * Pages for visitors without a cookie, kept by their address until the data change or a short time has passed. The clock alone can
 * change a page too (an embargo ends, an update grows old): the time is short, and it never shows anything earlier than it may be seen.
 * What somebody sees who is signed in is never kept.
 */
interface Kept {
  readonly epoch: number;
  readonly until: number;
  readonly etag: string;
  readonly body: Buffer;
  readonly packed: Buffer;
  readonly type: string;
}

const longestMs = 30_000;
const mostBytes = 64 * 1_048_576;

export interface PageCache {
  /** Answers what is kept; stands before anything that compresses. */
  readonly answer: RequestHandler;
  /** Keeps what is made; stands after it. */
  readonly keep: RequestHandler;
}

export function createPageCache(epoch: () => number | undefined, clock: () => number = Date.now): PageCache {
  const pages = new Map<string, Kept>();
  let bytes = 0;

  const forget = (key: string): void => {
    const page = pages.get(key);
    if (page === undefined) return;
    bytes -= page.body.length + page.packed.length;
    pages.delete(key);
  };
  const remember = (key: string, page: Kept): void => {
    forget(key);
    pages.set(key, page);
    bytes += page.body.length + page.packed.length;
    for (const oldest of pages.keys()) {
      if (bytes <= mostBytes) break;
      forget(oldest);
    }
  };

  return {
    answer: (request, response, next) => {
      const key = request.originalUrl;
      const page = isVisitor(request) ? pages.get(key) : undefined;
      if (page === undefined) return next();
      if (page.epoch !== epoch() || page.until <= clock()) {
        forget(key);
        return next();
      }
      response.set({ 'Content-Type': page.type, ETag: page.etag, 'Cache-Control': visitorsMay, Vary: 'Accept-Encoding, Cookie' });
      if (request.headers['if-none-match'] === page.etag) return void response.status(304).end();
      const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (packed) response.set('Content-Encoding', 'gzip');
      const body = packed ? page.packed : page.body;
      response.set('Content-Length', String(body.length)).status(200).end(request.method === 'HEAD' ? undefined : body);
    },
    keep: (request, response, next) => {
      const begun = epoch();
      if (isVisitor(request) && request.method === 'GET' && begun !== undefined) {
        collect(response, (body) => {
          const type = String(response.getHeader('Content-Type') ?? '');
          // A page that was made while the data changed may show either; it is not kept.
          if (response.statusCode !== 200 || !type.startsWith('text/html') || response.getHeader('Set-Cookie') !== undefined || epoch() !== begun) return;
          if (/no-store/.test(String(response.getHeader('Cache-Control') ?? ''))) return;
          const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
          remember(request.originalUrl, { epoch: begun, until: clock() + longestMs, etag, body, packed: gzipSync(body), type });
        });
      }
      next();
    },
  };
}

const visitorsMay = 'public, max-age=0, must-revalidate';

/** Public pages carry their language; anybody with a cookie may be somebody. */
function isVisitor(request: { readonly method: string; readonly path: string; readonly headers: { readonly cookie?: string | undefined } }): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && request.headers.cookie === undefined && /^\/(en|fr|es|ar|ru|zh)(\/|$)/.test(request.path);
}

/** Hands over the whole body once it has been sent. */
function collect(response: Response, whole: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => Response;
  const note = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  };
  response.write = (...given: unknown[]) => {
    note(given[0]);
    return write(...given);
  };
  response.end = (...given: unknown[]) => {
    note(given[0]);
    const ended = end(...given);
    whole(Buffer.concat(parts));
    return ended;
  };
}
