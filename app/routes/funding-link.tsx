import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { linkActsOn } from '#app/financing/links/acts.server';
import { LinkPage } from '#app/financing/links/page';
import { linkDesk, linkPolicy } from '#app/financing/links/policy';
import { requireLink } from '#app/financing/links/request.server';
import { exponentOf } from '#app/financing/pledges/place.server';
import { findPledge } from '#app/financing/pledges/queries.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'funding_link:list' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, link } = await requireLink(args);
  permit(linkPolicy.list, viewer, linkDesk);
  const [pledge, countedIn, exponent] = await Promise.all([findPledge(viewer, link.pledge.ref, view), findPledge(viewer, link.counted_in.ref, view), exponentOf(link.pledge.currency)]);
  if (pledge === undefined || countedIn === undefined) throw notFound();
  return { link, sides: [pledge, countedIn] as const, acts: linkActsOn(viewer, link), exponent };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.link.pledge.title);

export default function FundingLink() {
  return <LinkPage {...useLoaderData<typeof loader>()} />;
}
