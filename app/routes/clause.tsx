import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClauseChain } from '#app/frameworks/clauses/chain';
import { clausePage } from '#app/frameworks/clauses/page.server';
import { Behind, ClauseOpening, Promised, Served, Signed, WorkAndFigures } from '#app/frameworks/clauses/views';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const page = await clausePage(await context.viewer(), params['code'] ?? '', view);
  if (page === undefined) throw notFound();
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? 'Concord' : `${data.clause.code} ${data.clause.title} | Concord` },
  { name: 'description', content: data?.clause.body ?? '' },
];

export default function Clause() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <ClauseOpening page={page} />
      <ClauseChain page={page} />
      <Promised page={page} />
      <Signed page={page} />
      <Behind page={page} />
      <Served page={page} />
      <WorkAndFigures page={page} />
    </>
  );
}
