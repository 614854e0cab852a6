import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facets } from '#app/site/search/facets';
import { questionOf, searchList } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { SearchForm, SearchResults } from '#app/site/search/results';
import { hrefOf, readState, withAfter } from '#app/table/state';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const state = readState(searchList, new URL(request.url).searchParams);
  const found = await searchEverything(await context.viewer(), state, view);
  const t = textFor(view.language, 'site');
  return { state, q: questionOf(state), found, title: t('search.title'), description: t('search.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined || data.q === '' ? `${data?.title ?? ''} | Concord` : `${data.q}, ${data.title} | Concord` },
  { name: 'description', content: data?.description ?? '' },
  { name: 'robots', content: 'noindex' },
];

export default function Search() {
  const { state, q, found, title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = useLocale();
  const path = paths.in(language).search();
  return (
    <>
      <Head title={title} lede={description} />
      <SearchForm state={state} q={q} />
      {q !== '' && (
        <>
          <Facets state={state} q={q} found={found} />
          {found.rows.length === 0 ? <Empty title={t('search.nothing', { q })}><p>{t('search.nothing_hint')}</p></Empty> : <SearchResults state={state} found={found} />}
          {(state.after !== null || found.next !== null) && (
            <Pager
              shown={found.rows.length} total={found} first={state.after === null ? undefined : hrefOf(path, searchList, withAfter(state, null))}
              next={found.next === null ? undefined : hrefOf(path, searchList, withAfter(state, found.next))}
            />
          )}
        </>
      )}
    </>
  );
}
