import type { IncomingHttpHeaders } from 'node:http';

/**
 * What a request must be like before the framework sees it. The framework's own cross-site check leaves resource routes and
 * requests without `Origin` open, so this one stands before it, on every method that can change something.
 */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}
export interface Refusal {
  readonly status: 400 | 403 | 405 | 413 | 414;
  readonly why: string;
}

const safeMethods = ['GET', 'HEAD'];
const longestUrl = 4096;
export const largestForm = 1_048_576;
export const largestUpload = 12 * 1_048_576;

/**
 * Where the secret in the address is all that is asked for: mail programs post here without an origin (RFC 8058, one-click unsubscription).
 * What answers there acts by the secret, whatever cookie comes along: a form of another site can do no more than whoever holds the link.
 */
const secretAlone = /^\/following\/stop\/[\w-]{43}(\?lang=[a-z]{2})?$/;

/** The first thing that is wrong with a request, or undefined. `publicUrl` is the only accepted origin. */
export function refusalOf(asked: Asked, publicUrl: string): Refusal | undefined {
  if (asked.url.length > longestUrl) return { status: 414, why: 'The address is too long.' };
  if (![...safeMethods, 'POST'].includes(asked.method)) return { status: 405, why: 'This method is not used here.' };
  if (!isWellFormed(asked.url)) return { status: 400, why: 'The address is not well formed.' };
  const query = asked.url.includes('?') ? new URLSearchParams(asked.url.slice(asked.url.indexOf('?'))) : undefined;
  if (query?.has('_data') === true) return { status: 400, why: 'This kind of request is not answered.' };
  if (safeMethods.includes(asked.method)) return undefined;
  if (!isSameOrigin(asked.headers, publicUrl) && !secretAlone.test(asked.url)) return { status: 403, why: 'This form was not sent from this site.' };
  const length = Number(asked.headers['content-length'] ?? Number.NaN);
  if (!Number.isFinite(length)) return { status: 413, why: 'The length of what was sent is not known.' };
  const limit = asked.headers['content-type']?.startsWith('multipart/form-data') === true ? largestUpload : largestForm;
  return length > limit ? { status: 413, why: 'What was sent is too large.' } : undefined;
}

function isWellFormed(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false;
  try {
    return !decodeURIComponent(url.replaceAll('+', ' ')).includes('\u0000');
  } catch {
    return false;
  }
}

/** Browsers that know `Sec-Fetch-Site` say where a request comes from; for the others the `Origin` has to be exactly ours. */
function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin !== undefined && headers.origin === new URL(publicUrl).origin;
}
