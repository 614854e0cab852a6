import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { Head } from '#app/ui/head';
import { boardColumns, boardState, BoardTally } from '#app/working-groups/actions/board';
import { choicesOfActions, countActions, listActions } from '#app/working-groups/actions/board.server';
import { actionList, boardStates } from '#app/working-groups/actions/list';
import { Register } from '#app/working-groups/register';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(actionList, new URL(request.url).searchParams);
  const [page, counts, choices] = await Promise.all([listActions(viewer, state, view), countActions(viewer, state, view), choicesOfActions(viewer, view)]);
  const t = textFor(view.language, 'working-groups');
  return { state, page, counts, choices, inside: viewer.kind === 'person', title: t('actions.title'), description: t('actions.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Actions() {
  const { state, page, counts, choices, inside, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const whose = inside ? { whose: (['mine', 'groups'] as const).map((value) => ({ value, label: t(`actions.whose.${value}`) })) } : {};
  return (
    <>
      <Head title={title} lede={description} />
      <Register
        list="actions" path={paths.in(language).actions()} spec={actionList} state={state} page={page} columns={boardColumns} keyOf={(row) => row.id} tally={<BoardTally counts={counts} state={state} />}
        choices={{ group: choices.groups, status: boardStates.map((value) => ({ value, label: t(boardState(value)) })), year: choices.years.map((value) => ({ value, label: value })), ...whose }}
      />
    </>
  );
}
