import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { readState } from '#app/table/state';
import { Head } from '#app/ui/head';
import { Register } from '#app/working-groups/register';
import { sessionList } from '#app/working-groups/sessions/list';
import { choicesOfSessions, listSessions } from '#app/working-groups/sessions/queries.server';
import { sessionColumns } from '#app/working-groups/sessions/table';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(sessionList, new URL(request.url).searchParams);
  const [page, choices] = await Promise.all([listSessions(viewer, state, view), choicesOfSessions(viewer, view)]);
  const t = textFor(view.language, 'working-groups');
  return { state, page, choices, title: t('sessions.title'), description: t('sessions.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

const shownStatuses = ['convened', 'in_progress', 'adjourned', 'published', 'cancelled'] as const;

export default function Sessions() {
  const { state, page, choices, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <Head title={title} lede={description} />
      <Register
        list="sessions" path={paths.in(language).sessions()} spec={sessionList} state={state} page={page} columns={sessionColumns} keyOf={(row) => row.id}
        choices={{
          group: choices.groups, status: shownStatuses.map((value) => ({ value, label: t(`session_status.${value}`) })),
          when: [{ value: 'to_come', label: t('filter.to_come') }, { value: 'past', label: t('filter.past') }], year: choices.years.map((value) => ({ value, label: value })),
        }}
      />
    </>
  );
}
