import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { coalitionsServedBy } from '#app/coalitions/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { ApplicationFilters } from '#app/members/applications/filter-form';
import { applicationList } from '#app/members/applications/list';
import { answerWithinDays } from '#app/members/applications/model';
import { applicationPolicy } from '#app/members/applications/policy';
import { listApplications } from '#app/members/applications/queries.server';
import { applicationColumns } from '#app/members/applications/table';
import { paths } from '#app/paths';
import { NothingFound } from '#app/table/filters';
import { hrefOf, readState, withAfter } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'application:list' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(applicationPolicy.list, person, { desk: true });
  const view = { language: languageOf(request, person), now: context.now };
  const state = readState(applicationList, new URL(request.url).searchParams);
  const [page, served] = await Promise.all([listApplications(person, state, view), coalitionsServedBy(person, view)]);
  return { state, page, coalitions: served.map(({ slug, name }) => ({ value: slug, label: name })), title: textFor(view.language, 'members')('applications.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Applications() {
  const { state, page, coalitions, title } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const path = paths.applications;
  return (
    <>
      <Head kick={t('applications.promise', { days: answerWithinDays })} title={title} lede={t('applications.lede')}>
        {coalitions.length > 0 && <ButtonLink href={paths.applicationInvitation}>{t('inviting.title')}</ButtonLink>}
      </Head>
      <ApplicationFilters state={state} coalitions={coalitions} total={page.total} />
      {page.rows.length === 0 ? <NothingFound all={path} /> : <ListTable caption={t('applications.caption')} columns={applicationColumns} rows={page.rows} keyOf={(row) => row.id} t={t} />}
      <Pager
        shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(path, applicationList, withAfter(state, null))}
        next={page.next === null ? undefined : hrefOf(path, applicationList, withAfter(state, page.next))}
      />
      <Links entries={[{ href: paths.in(language).apply(), label: t('apply.title') }, { href: paths.in(language).members(), label: t('list.title') }]} />
    </>
  );
}
