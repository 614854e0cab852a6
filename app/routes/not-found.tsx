import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '#app/accounts/viewer.server';
import { withLanguage } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public', action: 'public' } };

/** Every address that is nobody's, and what other addresses refuse without a page of theirs. A public one that came without its language leads to the reader's. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  if (context.refusal !== undefined) throw new Response(context.refusal.said, { status: context.refusal.status });
  const { pathname, search } = new URL(request.url);
  const meant = withLanguage(pathname + search, languageOf(request, await context.viewer()));
  if (meant === undefined) throw notFound();
  return redirect(meant, { status: 302, headers: { Vary: 'Accept-Language, Cookie' } });
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
