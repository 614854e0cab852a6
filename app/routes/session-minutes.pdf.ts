import type { LoaderFunctionArgs } from '@remix-run/node';
import { printed } from '#app/document/press.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { printableMinutes } from '#app/working-groups/minutes/printable';
import { findMinutes } from '#app/working-groups/minutes/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const session = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  const minutes = session === undefined ? undefined : await findMinutes(viewer, session);
  if (session === undefined || minutes === undefined || minutes.seal === null) throw notFound();
  const bytes = await printed(printableMinutes(minutes, minutes.seal, { t: textFor(language, 'working-groups'), press: textFor(language, 'document'), language, demo: context.demo }));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${minutes.seal.ref}.${language}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}
