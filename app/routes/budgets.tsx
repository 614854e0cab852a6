import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { BudgetFilters } from '#app/countries/budgets/filter-form';
import { budgetList } from '#app/countries/budgets/list';
import { listBudgetLines } from '#app/countries/budgets/queries.server';
import { budgetTable } from '#app/countries/budgets/table';
import { ListPage } from '#app/countries/list-page';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const state = readState(budgetList, new URL(request.url).searchParams);
  const page = await listBudgetLines(await context.viewer(), state, view);
  const t = textFor(view.language, 'countries');
  return { state, page, places: placeChoices(view.language), title: t('budgets.lines'), description: t('budgets.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Budgets() {
  const { state, page, places, title, description } = useLoaderData<typeof loader>();
  return (
    <ListPage of="budgets" path={paths.in(useLocale().language).budgets()} spec={budgetList} state={state} page={page} columns={budgetTable} title={title} lede={description}>
      <BudgetFilters state={state} places={places} />
    </ListPage>
  );
}
