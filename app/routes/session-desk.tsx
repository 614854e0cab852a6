import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { sessionPolicy } from '#app/working-groups/policy';
import { deskOf } from '#app/working-groups/sessions/desk/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'session:desk' } };

/** What the desk shows; each act below it is a route of its own, which shows the same desk with what was wrong. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const session = await findSession(viewer, params['ref'] ?? '', view);
  if (session === undefined) throw notFound();
  permit(sessionPolicy.desk, viewer, session);
  return deskOf(viewer, session, view);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.session.ref} ${data.session.title}`);

export default function SessionDeskPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
