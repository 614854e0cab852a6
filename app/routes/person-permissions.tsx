import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { permissionsOf } from '#app/members/people/permissions/queries.server';
import { mayColumns, mayNotColumns } from '#app/members/people/permissions/table';
import { peoplePolicy } from '#app/members/people/policy';
import { findPerson } from '#app/members/people/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'person:explain' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const person = await findPerson(viewer, params['id'] ?? '', { language, now: context.now });
  if (person === undefined) throw notFound();
  const granted = permit(peoplePolicy.explain, viewer, { id: person.id });
  const explained = await permissionsOf(granted, { language, now: context.now });
  const may = explained.filter(({ reason }) => reason === undefined);
  const isSelf = viewer.id === person.id;
  const t = textFor(language, 'accounts');
  return {
    title: isSelf ? t('permissions.own_title') : t('permissions.title', { name: person.name }), suspended: person.standing === 'suspended', may, mayNot: explained.filter(({ reason }) => reason !== undefined),
    above: isSelf ? { href: paths.account, label: t('account.title') } : { href: paths.person(person.id), label: person.name },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function PersonPermissions() {
  const { title, suspended, may, mayNot, above } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  return (
    <>
      <Crumbs above={[{ ...above, current: false }]} here={title} />
      <Head tight title={title} lede={t('permissions.lede')} />
      {suspended && <Notice tone="err" title={t('people.standings.suspended')}>{t('permissions.suspended')}</Notice>}
      <Section id="may" wide title={t('permissions.may')} note={t('permissions.may_note')}>
        <ListTable caption={t('permissions.may')} columns={mayColumns} rows={suspended ? [] : may} keyOf={(row) => row.rule} t={t} />
      </Section>
      <Section id="may-not" wide title={t('permissions.may_not')} note={t('permissions.may_not_note')}>
        <ListTable caption={t('permissions.may_not')} columns={mayNotColumns} rows={mayNot} keyOf={(row) => row.rule} t={t} />
      </Section>
    </>
  );
}
