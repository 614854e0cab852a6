import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { versionHref } from '#app/frameworks/addresses';
import { deskOf, draftAt } from '#app/frameworks/versions/desk-facts.server';

export const handle = { access: { loader: 'framework:draft' } };

/** What the desk of a draft shows; each act below it is a route of its own, which shows the same desk with what was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, draft, view } = await draftAt(args);
  if (draft.status !== 'draft') throw redirect(versionHref(draft.framework, draft.number, view.language));
  return deskOf(viewer, draft, view);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.draft.name} ${data.draft.number}`);

export default function VersionDeskPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
