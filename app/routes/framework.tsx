import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConsultationNotices } from '#app/frameworks/consultations/notice';
import { listConsultations } from '#app/frameworks/consultations/queries.server';
import { carriedTo } from '#app/frameworks/crosswalk/carried.server';
import { Mapped } from '#app/frameworks/crosswalk/mapped';
import { crosswalkOf } from '#app/frameworks/crosswalk/queries.server';
import { spellVersion } from '#app/frameworks/coverage/question';
import { declarationCode, treeOf } from '#app/frameworks/model';
import { askedVersion, clausesOf, findVersion } from '#app/frameworks/queries.server';
import { StandingMark } from '#app/frameworks/text';
import { formatDate } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const code = params['code'] ?? '';
  if (code === declarationCode) return redirect(paths.in(view.language).declaration({ version: new URL(request.url).searchParams.get('version') ?? undefined }));
  const version = await findVersion(viewer, code, view, askedVersion(request));
  if (version === undefined) throw notFound();
  const { id } = version;
  const [clauses, crossings, carried, consultations] = await Promise.all([clausesOf(viewer, id, view), crosswalkOf(viewer, id, view), carriedTo(viewer, id, view), listConsultations(viewer, view, { framework: code })]);
  return { version, consultations, clauses, crossings, carried, tree: treeOf(clauses) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.version.name ?? ''} | Concord` }, { name: 'description', content: data?.clauses.map(({ title }) => title).join('. ').slice(0, 300) ?? '' }];

export default function Framework() {
  const { version, consultations, crossings, carried, tree } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const { language } = useLocale();
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).frameworks(), label: t('list.title') }]} here={version.short_name} />
      <Head tight kick={t('list.version', { number: version.number, date: formatDate(language, version.published_on) })} title={version.name} lede={t('crosswalk.lede')}>
        <StandingMark version={version} />
      </Head>
      <ConsultationNotices consultations={consultations} version_id={version.id} />
      <div className="pb-16"><a href={paths.in(language).crosswalk({ from: spellVersion(version) })}>{t('crosswalk.open')}</a></div>
      <div className="pb-32"><Notice small title={t('crosswalk.apart')}>{t('crosswalk.apart_text')}</Notice></div>
      {tree.map(({ node: top, children }) => (
        <div key={top.code}>
          {[top, ...children.map(({ node }) => node)].map((clause) => (
            <Section key={clause.code} id={clause.code} title={<><bdi>{clause.code}</bdi> {clause.title}</>}>
              <p lang={clause.language === language ? undefined : clause.language}>{clause.body}</p>
              {!(clause === top && children.length > 0) && <Mapped version={version} clause={clause} crossings={crossings} carried={carried} />}
            </Section>
          ))}
        </div>
      ))}
    </>
  );
}
