import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { isLanguage, preferredLanguage } from '#app/languages/language';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'public' } };

/** The bare address leads to the home page in the reader's language: the profile's, else the browser's. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const language = viewer.kind === 'person' && isLanguage(viewer.language) ? viewer.language : preferredLanguage(request.headers.get('Accept-Language'));
  return redirect(paths.in(language).home(), { status: 302, headers: { Vary: 'Accept-Language, Cookie' } });
}
