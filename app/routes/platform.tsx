import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { actsOnPlatform } from '#app/registries/platforms/asked.server';
import { charterPrinciples } from '#app/registries/platforms/charter.server';
import { findPlatform } from '#app/registries/platforms/queries.server';
import { PlatformPage } from '#app/registries/platforms/record';
import { shownPlatform } from '#app/registries/platforms/shown.server';

export const handle = { access: { loader: 'public' } };

/** `?edition=2`: another edition than the one that everybody reads, for whoever may read it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const asked = new URL(request.url).searchParams.get('edition');
  if (asked !== null && !/^[1-9]\d{0,3}$/.test(asked)) throw notFound();
  const platform = await findPlatform(viewer, params['ref'] ?? '', view, asked === null ? undefined : Number(asked));
  if (platform === undefined) throw notFound();
  return { platform: shownPlatform(platform), acts: actsOnPlatform(viewer, platform), charter: await charterPrinciples(view.language), title: platform.name, description: platform.description.slice(0, 200) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Platform() {
  return <PlatformPage {...useLoaderData<typeof loader>()} />;
}
