import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { minutesAt } from '#app/working-groups/minutes/request.server';
import { workFacts } from '#app/working-groups/minutes/work-facts.server';

export const handle = { access: { loader: 'minutes:work' } };

/** What the page shows; each act is an address below it, which shows the same page with what was wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, session } = await minutesAt(args);
  permit(minutesPolicy.work, viewer, session);
  return workFacts(viewer, session, args.context.now);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.session.ref} ${data.session.title}`);

export default function MinutesWorkPages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
