import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

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
  /** Made when somebody asks for it. */
  packed: Buffer | undefined;
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

  const sizeOf = (page: Kept): number => page.body.length + (page.packed?.length ?? 0);
  const forget = (key: string): void => {
    const page = pages.get(key);
    if (page === undefined) return;
    bytes -= sizeOf(page);
    pages.delete(key);
  };
  const remember = (key: string, page: Kept): void => {
    forget(key);
    pages.set(key, page);
    bytes += sizeOf(page);
    for (const oldest of pages.keys()) {
      if (bytes <= mostBytes) break;
      forget(oldest);
    }
  };
  const send = (page: Kept, request: Request, response: Response): void => {
    response.set({ 'Content-Type': page.type, ETag: page.etag, 'Cache-Control': visitorsMay, Vary: 'Accept-Encoding, Cookie' });
    if (request.headers['if-none-match'] === page.etag) return void response.status(304).end();
    const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (packs) response.set('Content-Encoding', 'gzip');
    if (packs && page.packed === undefined) {
      page.packed = gzipSync(page.body);
      if (pages.get(request.originalUrl) === page) bytes += page.packed.length;
    }
    const body = (packs ? page.packed : undefined) ?? page.body;
    response.set('Content-Length', String(body.length)).status(200).end(request.method === 'HEAD' ? undefined : body);
  };

  return {
    answer: (request, response, next) => {
      const key = request.originalUrl;
      const page = isVisitor(request) ? pages.get(key) : undefined;
      if (page === undefined) return next();
      if (page.epoch === epoch() && page.until > clock()) return send(page, request, response);
      forget(key);
      next();
    },
    keep: (request, response, next) => {
      const begun = epoch();
      if (isVisitor(request) && request.method === 'GET' && begun !== undefined) {
        gather(response, (body) => {
          const page = pageOf(body, begun, clock() + longestMs, String(response.getHeader('Content-Type')));
          // A page that was made while the data changed may show either; it is not kept.
          if (epoch() === begun) remember(request.originalUrl, page);
          send(page, request, response);
        });
      }
      next();
    },
  };
}

const pageOf = (body: Buffer, epoch: number, until: number, type: string): Kept =>
  ({ epoch, until, type, body, packed: undefined, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` });

const visitorsMay = 'public, max-age=0, must-revalidate';

/** Public pages carry their language; anybody with a cookie may be somebody. */
function isVisitor(request: { readonly method: string; readonly path: string; readonly headers: { readonly cookie?: string | undefined } }): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && request.headers.cookie === undefined && /^\/(en|fr|es|ar|ru|zh)(\/|$)/.test(request.path);
}

/** Hands over a page as a whole, in place of sending it piece by piece. Whatever is no page, as a file that is streamed, goes its own way. */
function gather(response: Response, whole: (body: Buffer) => void): void {
  const { write, end } = response;
  const parts: Buffer[] = [];
  const isPage = (): boolean => response.statusCode === 200 && !response.headersSent && String(response.getHeader('Content-Type')).startsWith('text/html') && response.getHeader('Set-Cookie') === undefined
    && !/no-store/.test(String(response.getHeader('Cache-Control') ?? ''));
  const take = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  };
  response.write = ((...given: Parameters<typeof write>) => {
    if (parts.length === 0 && !isPage()) {
      Object.assign(response, { write, end });
      return response.write(...given);
    }
    take(given[0]);
    return true;
  }) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    const page = parts.length > 0 || isPage();
    Object.assign(response, { write, end });
    if (!page) return response.end(...given);
    take(given[0]);
    whole(Buffer.concat(parts));
    return response;
  }) as typeof end;
}
