import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declarationCode } from '#app/frameworks/model';
import { spellVersion } from '#app/frameworks/coverage/question';
import { listFrameworks } from '#app/frameworks/queries.server';
import { StandingMark } from '#app/frameworks/text';
import { listTexts } from '#app/frameworks/versions/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const [viewer, view] = [await context.viewer(), { language, now: context.now }];
  const [frameworks, texts] = await Promise.all([listFrameworks(viewer, view, declarationCode), listTexts(viewer, view)]);
  const t = textFor(language, 'frameworks');
  return { frameworks, texts, title: t('list.title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Frameworks() {
  const { frameworks, texts, title, description } = useLoaderData<typeof loader>();
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
              <p className="small pt-8"><a href={to.crosswalk({ from: spellVersion(one) })}>{t('crosswalk.open')}<span className="vh"> {one.short_name}</span></a></p>
            </Item>
          ))}
        </List>
      )}
      <div className="pt-16"><Links entries={[{ href: to.consultations(), label: t('consultations.title') }]} /></div>
      {texts.length > 0 && (
        <Section id="desk" title={t('list.desk')} note={t('list.desk_note')}>
          <List>
            {texts.map((one) => (
              <Item key={one.code} href={paths.textVersions(one.code)} title={one.name} note={one.drafts ? `${one.code} · ${t('list.in_draft')}` : one.code}>
                {one.endorsements > 0 && <p className="small"><a href={to.endorsements(one.code === declarationCode ? undefined : { framework: one.code })}>{t('list.ledger')}</a></p>}
              </Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
