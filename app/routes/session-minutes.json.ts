import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { sealedBytes } from '#app/working-groups/minutes/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'public' } };

/** The bytes that were sealed, and nothing else: their SHA-256 is the seal. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = await findSession(await context.viewer(), params['ref'] ?? '', { language: requireLanguage(params), now: context.now });
  const sealed = session === undefined ? undefined : await sealedBytes(session);
  if (sealed === undefined) throw notFound();
  return new Response(sealed.record, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${sealed.ref}.json"`, 'Cache-Control': 'private, no-cache' } });
}
