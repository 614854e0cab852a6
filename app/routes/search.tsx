import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { questionOf } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { SearchForm, SearchResults } from '#app/site/search/results';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const q = questionOf(new URL(request.url).searchParams);
  const found = q === '' ? [] : await searchEverything(await context.viewer(), q, view);
  const t = textFor(view.language, 'site');
  return { q, found, title: t('search.title'), description: t('search.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined || data.q === '' ? `${data?.title ?? ''} | Concord` : `${data.q}, ${data.title} | Concord` },
  { name: 'description', content: data?.description ?? '' },
  { name: 'robots', content: 'noindex' },
];

export default function Search() {
  const { q, found, title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = useLocale();
  const count = found.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <>
      <Head title={title} lede={description} />
      <SearchForm q={q} />
      {q !== '' && (
        <>
          <div className="sumline"><p role="status"><strong>{t('search.found', { count, shown: formatNumber(language, count), q })}</strong></p></div>
          <SearchResults q={q} found={found} />
        </>
      )}
    </>
  );
}
