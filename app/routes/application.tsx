import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { ChecksSection, RequestSection, TalkSection } from '#app/members/applications/record';
import { applicationPolicy } from '#app/members/applications/policy';
import { requireApplication } from '#app/members/applications/request.server';
import { applicationTag } from '#app/members/applications/table';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'application:list' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, application } = await requireApplication(args);
  permit(applicationPolicy.list, viewer, { desk: true });
  const ask = (act: 'approve' | 'ask' | 'decline') => may(applicationPolicy[act], viewer, application).allowed;
  return { application, may: { approval: ask('approve'), question: ask('ask'), refusal: ask('decline') } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.application.name);

const acts = ['approval', 'question', 'refusal'] as const;

export default function Application() {
  const { application, may: allowed } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const { ref, name, status, since, organisation } = application;
  return (
    <>
      <Crumbs above={[{ href: paths.applications, label: t('applications.title') }]} here={<bdi>{ref}</bdi>} />
      <Head tight kick={t('applications.since_on', { date: formatDate(language, since) })} title={<span dir="auto">{name}</span>} lede={t(`applications.next.${status}`)}>
        {applicationTag(status, t)}
        {acts.filter((act) => allowed[act]).map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.applicationAct(ref, act)}>{t(`applications.to.${act}`)}</ButtonLink>)}
        {organisation !== null && <a href={paths.in(language).member(organisation.ref)}>{organisation.name}</a>}
      </Head>
      <ChecksSection application={application} />
      <RequestSection application={application} />
      <TalkSection application={application} />
    </>
  );
}
