import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { Head } from '#app/ui/head';
import { choicesOfDecisions } from '#app/working-groups/decisions/choices.server';
import { decisionRules } from '#app/working-groups/model';
import { decisionList } from '#app/working-groups/decisions/list';
import { decisionStatuses } from '#app/working-groups/decisions/model';
import { listDecisions } from '#app/working-groups/decisions/queries.server';
import { decisionColumns } from '#app/working-groups/decisions/table';
import { dimensionChoices } from '#app/working-groups/dimensions/queries.server';
import { Register } from '#app/working-groups/register';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(decisionList, new URL(request.url).searchParams);
  const t = textFor(view.language, 'working-groups');
  const [page, choices, dimensions] = await Promise.all([listDecisions(viewer, state, view), choicesOfDecisions(viewer, view), dimensionChoices(viewer, view, t('dimensions.none'))]);
  return { state, page, choices, dimensions, title: t('decisions.title'), description: t('decisions.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Decisions() {
  const { state, page, choices, dimensions, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <>
      <Head title={title} lede={description} />
      <Register
        list="decisions" path={paths.in(language).decisions()} spec={decisionList} state={state} page={page} columns={decisionColumns} keyOf={(row) => row.id}
        choices={{
          group: choices.groups, status: decisionStatuses.map((value) => ({ value, label: t(`decision_status.${value}`) })), rule: decisionRules.map((value) => ({ value, label: t(`rule.${value}`) })),
          year: plain(choices.years), clause: plain(choices.clauses), taken: (['session', 'written'] as const).map((value) => ({ value, label: t(`filter.${value}`) })), dimension: dimensions,
        }}
      />
    </>
  );
}
