import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { isOnBehalf } from './policy';
import { findReceipt } from './queries.server';

/** Who asks, signed in, and the payment of the address, where they may read it. */
export async function requireReceipt({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const payment = await findReceipt(viewer, params['id'] ?? '', view);
  if (payment === undefined) throw notFound();
  return { viewer, view, payment, onBehalf: isOnBehalf(viewer, payment) };
}
