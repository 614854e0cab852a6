import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { findMinutes, openedNames } from '#app/working-groups/minutes/queries.server';
import { SealPage } from '#app/working-groups/minutes/seal';
import { checkSeal } from '#app/working-groups/minutes/seal.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'public' } };

/** Computed at every question: what somebody changed since the last one shows. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const session = await findSession(viewer, params['ref'] ?? '', { language: requireLanguage(params), now: context.now });
  const minutes = session === undefined ? undefined : await findMinutes(viewer, session);
  if (session === undefined || minutes === undefined || minutes.seal === null) throw notFound();
  const [check, names] = await Promise.all([checkSeal(session.ref), openedNames(session.id, session.inside)]);
  if (check === undefined) throw notFound();
  return { session, minutes, seal: minutes.seal, check, names };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.seal.ref ?? ''} ${data?.session.ref ?? ''} | Concord` }];

export default function SessionMinutesSeal() {
  return <SealPage {...useLoaderData<typeof loader>()} />;
}
