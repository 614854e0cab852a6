import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { SubjectList } from '#app/reporting/own-reports/list';
import { membersIn } from '#app/reporting/own-reports/subjects.server';
import { requireEdition } from '#app/reporting/publication/edition.server';

export const handle = { access: { loader: 'public' } };

export async function loader(asked: LoaderFunctionArgs) {
  const { edition, named, viewer } = await requireEdition(asked);
  const t = textFor(edition.language, 'reporting');
  const after = new URL(asked.request.url).searchParams.get('after');
  return { edition, named, page: await membersIn(viewer, edition, after), after, title: t('own.list.member'), description: t('own.list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''}, ${data?.edition.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function ReportMembers() {
  const { edition, named, page, after } = useLoaderData<typeof loader>();
  return <SubjectList edition={edition} named={named} kind="member" page={page} after={after} />;
}
