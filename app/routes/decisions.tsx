import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { Head } from '#app/ui/head';
import { decisionList } from '#app/working-groups/decisions/list';
import { decisionStatuses } from '#app/working-groups/decisions/model';
import { listDecisions } from '#app/working-groups/decisions/queries.server';
import { decisionColumns } from '#app/working-groups/decisions/table';
import { Register } from '#app/working-groups/register';
import { choicesOfSessions } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(decisionList, new URL(request.url).searchParams);
  const [page, choices] = await Promise.all([listDecisions(viewer, state, view), choicesOfSessions(viewer, view)]);
  const t = textFor(view.language, 'working-groups');
  return { state, page, choices, title: t('decisions.title'), description: t('decisions.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Decisions() {
  const { state, page, choices, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <Head title={title} lede={description} />
      <Register
        list="decisions" path={paths.in(language).decisions()} spec={decisionList} state={state} page={page} columns={decisionColumns} keyOf={(row) => row.id}
        choices={{ group: choices.groups, status: decisionStatuses.map((value) => ({ value, label: t(`decision_status.${value}`) })), year: choices.years.map((value) => ({ value, label: value })) }}
      />
    </>
  );
}
