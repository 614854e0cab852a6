import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { SubjectList } from '#app/reporting/own-reports/list';
import { countriesIn } from '#app/reporting/own-reports/subjects.server';
import { requireEdition } from '#app/reporting/publication/edition.server';

export const handle = { access: { loader: 'public' } };

export async function loader(asked: LoaderFunctionArgs) {
  const { edition, named, viewer } = await requireEdition(asked);
  const t = textFor(edition.language, 'reporting');
  return { edition, named, page: await countriesIn(viewer, edition), title: t('own.list.country'), description: t('own.list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''}, ${data?.edition.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function ReportCountries() {
  const { edition, named, page } = useLoaderData<typeof loader>();
  return <SubjectList edition={edition} named={named} kind="country" page={page} after={null} />;
}
