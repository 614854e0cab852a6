import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { Head } from '#app/ui/head';
import { addresseesToFilter } from '#app/working-groups/recommendations/addressees.server';
import { recommendationList } from '#app/working-groups/recommendations/list';
import { recommendationStatuses } from '#app/working-groups/recommendations/model';
import { choicesOfRecommendations, listRecommendations } from '#app/working-groups/recommendations/register.server';
import { recommendationColumns } from '#app/working-groups/recommendations/table';
import { dimensionChoices } from '#app/working-groups/dimensions/queries.server';
import { Register } from '#app/working-groups/register';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(recommendationList, new URL(request.url).searchParams);
  const t = textFor(view.language, 'working-groups');
  const [page, choices, addressees, dimensions] = await Promise.all([
    listRecommendations(viewer, state, view), choicesOfRecommendations(viewer, view), addresseesToFilter(viewer, view), dimensionChoices(viewer, view, t('dimensions.none')),
  ]);
  return { state, page, choices, addressees, dimensions, title: t('recommendations.title'), description: t('recommendations.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Recommendations() {
  const { state, page, choices, addressees, dimensions, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <>
      <Head title={title} lede={description} />
      <Register
        list="recommendations" path={paths.in(language).recommendations()} spec={recommendationList} state={state} page={page} columns={recommendationColumns} keyOf={(row) => row.id}
        choices={{ group: choices.groups, status: recommendationStatuses.map((value) => ({ value, label: t(`recommendation_status.${value}`) })), year: plain(choices.years), clause: plain(choices.clauses), addressee: addressees, dimension: dimensions }}
      />
    </>
  );
}
