import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OpenSection } from '#app/countries/requests/section';
import { reportingOf } from '#app/financing/money/reporting.server';
import { FollowButton } from '#app/following/follow-button';
import { followingOf } from '#app/following/queries.server';
import { named } from '#app/frameworks/addresses';
import { ClauseChain } from '#app/frameworks/clauses/chain';
import { clausePage } from '#app/frameworks/clauses/page.server';
import { Behind } from '#app/frameworks/clauses/money';
import { CarriedAcross, ClauseOpening, Promised, Served, Signed, WorkAndFigures } from '#app/frameworks/clauses/views';
import { OtherVersions } from '#app/frameworks/clauses/other-versions';
import { askedVersion } from '#app/frameworks/queries.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reporting = await reportingOf(request);
  const view = { language: requireLanguage(params), now: context.now, currency: reporting.currency };
  const viewer = await context.viewer();
  const page = await clausePage(viewer, params['code'] ?? '', view, askedVersion(request));
  if (page === undefined) throw notFound();
  return { ...page, reporting, following: await followingOf(viewer, { kind: 'clause', id: page.clause.id }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? 'Concord' : `${data.clause.code} ${data.clause.title} | Concord` },
  { name: 'description', content: data?.clause.body ?? '' },
];

export default function Clause() {
  const page = useLoaderData<typeof loader>();
  const t = useText('countries');
  const { language } = useLocale();
  return (
    <>
      <ClauseOpening page={page} />
      <FollowButton following={page.following} />
      <ClauseChain page={page} />
      <OtherVersions page={page} />
      <Promised page={page} />
      <Signed page={page} />
      <Behind page={page} />
      <CarriedAcross page={page} />
      <OpenSection open={page.requests} all={paths.in(language).requests(named(page.clause))} note={t('requests.clause_note')} />
      <Served page={page} />
      <WorkAndFigures page={page} />
    </>
  );
}
