import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { coalitionPolicy } from '#app/coalitions/policy';
import { listCoalitions } from '#app/coalitions/queries.server';
import { coalitionColumns } from '#app/coalitions/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const coalitions = await listCoalitions(viewer, { language, now: context.now });
  const mayForm = coalitions.some(({ id, status }) => status !== 'closed' && may(coalitionPolicy.form, viewer, { parent_id: id }).allowed);
  const t = textFor(language, 'coalitions');
  return { coalitions, mayForm, title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Coalitions() {
  const { coalitions, mayForm, title, description } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const { language } = useLocale();
  const top = coalitions.filter(({ parent_id }) => parent_id === null);
  return (
    <>
      <Head title={title} lede={description}>{mayForm && <ButtonLink weight="second" href={paths.newCoalition()}>{t('new.title')}</ButtonLink>}</Head>
      {coalitions.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.empty_hint')}</p></Empty>
      ) : (
        <ListTable caption={t('list.caption')} columns={coalitionColumns} rows={coalitions} keyOf={(row) => row.id} t={t} />
      )}
      {top.map((row) => (
        <p key={row.id} className="small muted">{t('list.rolled_up', { name: row.name, members: formatNumber(language, row.all_members), commitments: formatNumber(language, row.all_commitments) })}</p>
      ))}
    </>
  );
}
