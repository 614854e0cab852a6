import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { readState } from '#app/table/state';
import { listItems } from '#app/working-groups/dimensions/items.server';
import { itemList } from '#app/working-groups/dimensions/list';
import { CoveragePage } from '#app/working-groups/dimensions/page';
import { dimensionsOf } from '#app/working-groups/dimensions/queries.server';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  const { id, ref, name, language } = group;
  const state = readState(itemList, new URL(request.url).searchParams);
  const [dimensions, page] = await Promise.all([dimensionsOf(viewer, id, view), listItems(viewer, id, state, view)]);
  return { group: { ref, name, language }, dimensions, state, page, title: `${textFor(view.language, 'working-groups')('dimensions.items')}: ${name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.title ?? '' }];

export default function GroupCoverage() {
  const { title: _, ...facts } = useLoaderData<typeof loader>();
  return <CoveragePage {...facts} />;
}
