import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { versionHref } from '#app/frameworks/addresses';
import { deskOf, draftAt } from '#app/frameworks/versions/desk-facts.server';
import { isLanguage } from '#app/languages/language';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'framework:draft' } };

/** One clause of a draft, and the language that is being written; each act is an address below it. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, draft, view } = await draftAt(args);
  if (draft.status !== 'draft') throw redirect(versionHref(draft.framework, draft.number, view.language));
  const desk = await deskOf(viewer, draft, view);
  const clause = desk.clauses.find(({ id }) => id === args.params['clause']);
  if (clause === undefined) throw notFound();
  const asked = [new URL(args.request.url).searchParams.get('language') ?? undefined, draft.authoritative_language].find(isLanguage);
  return { ...desk, clause, writing: asked ?? view.language };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data === undefined ? undefined : `${data.clause.code} ${data.draft.name}`);

export default function VersionClausePages() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
