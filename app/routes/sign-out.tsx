import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { blankCookie } from '#app/accounts/cookies.server';
import { endLogin } from '#app/accounts/login/login.server';
import { languageOf } from '#app/accounts/viewer.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'public', action: 'public' } };

/** A link does not sign anybody out. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return redirect(paths.in(languageOf(request, await context.viewer())).home(), 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const home = paths.in(languageOf(request, await context.viewer())).home();
  const headers = new Headers({ 'Clear-Site-Data': '"cache"' });
  headers.append('Set-Cookie', await endLogin(request.headers.get('Cookie') ?? undefined, context.now));
  headers.append('Set-Cookie', blankCookie('concord-kept'));
  return redirect(home, { status: 303, headers });
}
