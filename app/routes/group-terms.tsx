import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { findGroup } from '#app/working-groups/queries.server';
import { TermsPage } from '#app/working-groups/terms/page';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { termsVersions } from '#app/working-groups/terms/queries.server';

export const handle = { access: { loader: 'public' } };

/** Which two versions are laid side by side: those that the address names, else the latest and the one before it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  const versions = await termsVersions(viewer, group.id, view);
  const asked = new URL(request.url).searchParams;
  const among = (name: string, otherwise: number) => versions.find((one) => String(one.version) === asked.get(name))?.version ?? otherwise;
  const latest = versions[0]?.version ?? 1;
  const { ref, name, language } = group;
  return {
    group: { ref, name, language }, versions, from: among('from', latest - 1), to: among('to', latest), today: dayOf(view.now), writes: may(termsPolicy.write, viewer, group).allowed,
    title: `${textFor(view.language, 'working-groups')('group.terms')}: ${name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.title ?? '' }];

export default function GroupTerms() {
  const { title: _, ...facts } = useLoaderData<typeof loader>();
  return <TermsPage {...facts} />;
}
