import { createHash } from 'node:crypto';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { calendarFile, type CalendarEntry } from './file.server';

interface Asked {
  readonly name: string;
  readonly language: Language;
  readonly publicUrl: string;
  readonly request: Request;
  /** Whether everybody is given the same. */
  readonly open: boolean;
}

/** A calendar as an answer. A program that has the same already is told so, and nothing is sent again. */
export function calendarAnswer(entries: readonly CalendarEntry[], { name, language, publicUrl, request, open }: Asked): Response {
  const text = calendarFile(entries, { method: 'PUBLISH', name, language, pageOf: (ref) => `${publicUrl}${paths.in(language).session(ref)}` });
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': open ? 'public, no-cache' : 'private, no-cache' };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `inline; filename="calendar.ics"` } });
}
