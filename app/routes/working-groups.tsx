import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsAnywhere, secretariat } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { MeetingsSection } from '#app/working-groups/meetings/list';
import { listMeetings } from '#app/working-groups/meetings/queries.server';
import { GroupList } from '#app/working-groups/list';
import { listGroups } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const t = textFor(view.language, 'working-groups');
  const viewer = await context.viewer();
  const [groups, meetings] = await Promise.all([listGroups(viewer, view), listMeetings(viewer, view)]);
  const proposes = holdsAnywhere(viewer, [...secretariat, 'platform_admin']);
  return { groups, meetings, proposes, title: t('groups.title'), description: t('groups.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function WorkingGroups() {
  const { groups, meetings, proposes, title, description } = useLoaderData<typeof loader>();
  const t = useText('working-groups');
  const to = paths.in(useLocale().language);
  return (
    <>
      <Head title={title} lede={description} />
      <Links entries={[{ href: to.sessions(), label: t('sessions.all') }, { href: to.decisions(), label: t('decisions.register') }, ...(proposes ? [{ href: paths.newGroup, label: t('charter.act') }] : [])]} />
      <div className="spacer" />
      {groups.length === 0 ? <Empty title={t('groups.none')} /> : <GroupList groups={groups} />}
      <MeetingsSection meetings={meetings} />
    </>
  );
}
