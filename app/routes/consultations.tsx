import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listConsultations } from '#app/frameworks/consultations/queries.server';
import { consultationColumns } from '#app/frameworks/consultations/table';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const t = textFor(view.language, 'frameworks');
  return { consultations: await listConsultations(await context.viewer(), view), title: t('consultations.title'), description: t('consultations.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Consultations() {
  const { consultations, title, description } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.frameworks(), label: t('list.title') }]} here={title} />
      <Head tight title={title} lede={description} />
      {consultations.length === 0 ? <Empty title={t('consultations.none')}><p>{t('consultations.none_hint')}</p></Empty> : (
        <>
          <ListTable caption={t('consultations.caption')} columns={consultationColumns} rows={consultations} keyOf={(row) => row.ref} t={t} />
          <div className="pt-16"><Links entries={[{ href: to.comments(), label: t('comments.title') }]} /></div>
        </>
      )}
    </>
  );
}
