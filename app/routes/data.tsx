import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { datasets } from '#app/site/downloads/datasets.server';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const t = textFor(language, 'site');
  return { lists: datasets(language), publicUrl: context.publicUrl, today: dayOf(context.now), title: t('data.title'), description: t('data.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Data() {
  const { lists, publicUrl, today, title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = useLocale();
  const to = paths.in(language);
  const example = `${publicUrl}${fileOf(to.commitments({ country: 'KE', status: 'on_track' }), 'csv')}`;
  const catalogue = fileOf(to.data(), 'json');
  return (
    <>
      <Head title={title} lede={description} />
      <Section id="lists" title={t('data.lists')} note={t('data.lists_note')}>
        <List>
          {lists.map((list) => (
            <Item key={list.key} id={list.key} href={list.address} title={list.title} note={list.about}>
              <Links entries={[{ href: list.files.csv, label: 'CSV' }, { href: list.files.xlsx, label: 'XLSX' }, { href: list.files.json, label: 'JSON' }]} />
              <details>
                <summary>{t('data.columns', { count: list.columns.length, shown: formatNumber(language, list.columns.length) })}</summary>
                <p className="small ltr" dir="ltr">{list.columns.map((column, at) => <span key={column}>{at > 0 && ', '}<code>{column}</code></span>)}</p>
                <p className="small">{t('data.filters')} <span dir="ltr">{list.filters.map((filter, at) => <span key={filter}>{at > 0 && ', '}<code>{filter}</code></span>)}</span></p>
              </details>
            </Item>
          ))}
        </List>
      </Section>
      <Section id="formats" title={t('data.formats')}>
        <p>{t('data.formats_csv')}</p>
        <p className="pt-16">{t('data.formats_missing')}</p>
      </Section>
      <Section id="addresses" title={t('data.addresses')}>
        <p>{t('data.addresses_text')}</p>
        <p className="small pt-8" dir="ltr"><code>{example}</code></p>
        <p className="pt-16">{t('data.machine')} <a href={catalogue}><bdi>{catalogue}</bdi></a></p>
      </Section>
      <Section id="citation" title={t('data.citation')}>
        <p>{t('data.citation_text')}</p>
        <p className="small pt-8"><code>{t('data.citation_form', { list: lists[0]?.title ?? '', date: formatDate(language, today), address: `${publicUrl}${to.commitments()}` })}</code></p>
        <p className="pt-16">{t('data.reports')} <a href={to.reports()}>{t('nav.reports')}</a></p>
        <p className="pt-16"><a href={to.methods()}>{t('nav.methods')}</a></p>
      </Section>
    </>
  );
}
