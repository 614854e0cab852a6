import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declarationCode } from '#app/frameworks/model';
import { listFrameworks } from '#app/frameworks/queries.server';
import { StandingMark } from '#app/frameworks/text';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const frameworks = await listFrameworks(await context.viewer(), { language, now: context.now }, declarationCode);
  const t = textFor(language, 'frameworks');
  return { frameworks, title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Frameworks() {
  const { frameworks, title, description } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Head title={title} lede={description} />
      {frameworks.length === 0 ? <Empty title={t('list.empty')}><p>{t('list.empty_hint')}</p></Empty> : (
        <List>
          {frameworks.map((one) => (
            <Item key={one.framework} href={one.framework === declarationCode ? to.declaration() : to.framework(one.framework)} title={one.name}
              note={t('list.note', { number: one.number, date: formatDate(language, one.published_on), clauses: t('list.clauses', { count: one.clauses, shown: formatNumber(language, one.clauses) }) })}>
              <div className="row pt-8"><StandingMark version={one} /></div>
            </Item>
          ))}
        </List>
      )}
    </>
  );
}
