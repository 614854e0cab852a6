import { createHash } from 'node:crypto';
import type { PrintedDocument } from './document';
import { renderPdf } from './pdf.server';

/** Documents that are kept, the last asked for last; and how many may wait for the press. */
const mostKept = 60;
const mostWaiting = 8;

const kept = new Map<string, Uint8Array>();
const underWay = new Map<string, Promise<Uint8Array>>();

/**
 * A document that is composed anew each time it is asked for: equal contents are set once and kept, two who ask at once wait for one
 * setting. Throws 503 where too many different ones wait: each takes a second.
 */
export async function printed(document: PrintedDocument): Promise<Uint8Array> {
  const key = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const setting = underWay.get(key);
  if (setting !== undefined) return setting;
  if (underWay.size >= mostWaiting) throw new Response('The press is busy. Try again in a few seconds.', { status: 503, headers: { 'Retry-After': '10' } });
  const set = renderPdf(document).then((pdf) => keep(key, pdf)).finally(() => underWay.delete(key));
  underWay.set(key, set);
  return set;
}

function keep(key: string, pdf: Uint8Array): Uint8Array {
  kept.set(key, pdf);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return pdf;
}
