import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ComparisonPage } from '#app/frameworks/compare/page';
import { compareVersions } from '#app/frameworks/compare/queries.server';
import { maySomewhereDeclare } from '#app/frameworks/endorsements/policy';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const asked = new URL(request.url).searchParams;
  const viewer = await context.viewer();
  const comparison = await compareVersions(viewer, params['code'] ?? '', { from: asked.get('from'), to: asked.get('to') }, view);
  if (comparison === undefined) throw notFound();
  return { comparison, endorses: comparison.to.status === 'published' && maySomewhereDeclare(viewer), title: textFor(view.language, 'frameworks')('compare.title', { from: comparison.from.number, to: comparison.to.number }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.comparison.name ?? '' }];

export default function FrameworkCompare() {
  const { comparison, endorses } = useLoaderData<typeof loader>();
  return <ComparisonPage comparison={comparison} endorses={endorses} />;
}
