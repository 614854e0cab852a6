import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signInToTry } from '#app/accounts/login/sign-in.server';
import { fieldsOf } from '#app/form/reading.server';
import { paths, safeNext } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public', action: 'public' } };

/** AC-8: only a demonstration has this address. */
export function loader() {
  return redirect(paths.signIn(), 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.demo) throw notFound();
  const fields = await fieldsOf(request);
  const result = await signInToTry(String(fields.get('account') ?? ''), { cookieHeader: request.headers.get('Cookie') ?? undefined, client: context.client, now: context.now });
  if (!result.ok) throw notFound();
  return redirect(safeNext(String(fields.get('next') ?? '')) ?? paths.my, { status: 303, headers: { 'Set-Cookie': result.value.cookie } });
}
