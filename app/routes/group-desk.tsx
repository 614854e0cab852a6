import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { groupDeskOf } from '#app/working-groups/planning/queries.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'group:plan' } };

/** What the desk shows; each act below it is a route of its own, which shows the same desk with what was wrong. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  permit(groupPolicy.plan, viewer, group);
  return groupDeskOf(viewer, group, view);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.group.name);

export default function GroupDeskPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
