import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConsultationNotices } from '#app/frameworks/consultations/notice';
import { listConsultations } from '#app/frameworks/consultations/queries.server';
import { cellsFor } from '#app/frameworks/coverage/cells.server';
import { CoverageHeat, type Mapped } from '#app/frameworks/coverage/heat';
import { cellFinder, coverageOf, everything } from '#app/frameworks/coverage/model';
import { columnsOf } from '#app/frameworks/coverage/places.server';
import { spellVersion } from '#app/frameworks/coverage/question';
import { countByVersion, countParties } from '#app/frameworks/endorsements/counts.server';
import { declarationCode, linesOf } from '#app/frameworks/model';
import { keepsTexts } from '#app/frameworks/policy';
import { Opening, StandBehind } from '#app/frameworks/opening';
import { crosswalkOf } from '#app/frameworks/crosswalk/queries.server';
import { askedVersion, clausesOf, findVersion } from '#app/frameworks/queries.server';
import { DeclarationText } from '#app/frameworks/text';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { latestReport } from '#app/reporting/extracts/queries.server';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const version = await findVersion(viewer, declarationCode, view, askedVersion(request));
  if (version === undefined) throw notFound();
  const { id, framework_id } = version;
  const clauses = await clausesOf(viewer, id, view);
  const lines = linesOf(clauses);
  const scopes = lines.map((line) => line.id);
  const [crossings, cells, versions, parties, consultations, report] = await Promise.all([
    crosswalkOf(viewer, id, view), cellsFor(viewer, { scopes: [...scopes, id, everything], kinds: ['all', 'region', 'beneficiary'] }, view), countByVersion(viewer, framework_id, view), countParties(viewer, framework_id, view),
    listConsultations(viewer, view, { framework: declarationCode }), latestReport(viewer, view),
  ]);
  const table = (kind: 'region' | 'beneficiary') => coverageOf(cells, scopes, id, kind, columnsOf(kind, view.language, cells, id));
  const of = cellFinder(cells)(everything, 'all', '').commitments;
  const mapped: Mapped = { question: { measure: 'commitments', status: undefined, coalition: undefined, asOf: undefined }, version: spellVersion(version), endorsed: true, lines, of, asOf: dayOf(context.now) };
  return { version, clauses, crossings, versions, parties, consultations, mapped, report, keeps: keepsTexts(viewer), regions: table('region'), groups: table('beneficiary') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.version.name ?? ''} | Concord` }, { name: 'description', content: data?.mapped.lines.map(({ title }) => title).join('. ') ?? '' }];

export default function Declaration() {
  const { version, clauses, crossings, versions, parties, consultations, mapped, report, keeps, regions, groups } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const reporting = useText('reporting');
  const { language } = useLocale();
  const [least, rarest] = [mapped.lines.find(({ id }) => id === regions.rows[0]?.scope), groups.columns[0]];
  return (
    <>
      <Opening version={version} versions={versions} clauses={clauses} coverage={regions} of={mapped.of} />
      <ConsultationNotices consultations={consultations} version_id={version.id} />
      <StandBehind versions={versions} parties={parties.parties} without={parties.without} keeps={keeps} />
      <Section id="text" title={t('declaration.text', { number: version.number })} note={t('declaration.text_note')}>
        <DeclarationText version={version} several={versions.length > 1} clauses={clauses} crossings={crossings} />
        <p className="small muted">{t('crosswalk.note')} <a href={paths.in(language).crosswalk({ from: spellVersion(version) })}>{t('crosswalk.open')}</a></p>
      </Section>
      <Section id="coverage" title={t('coverage.title')} note={t('coverage.lede')}>
        <CoverageHeat
          mapped={mapped} coverage={regions}
          finding={t('coverage.least_line', { title: least?.title ?? '' })} about={t('coverage.by_region')} note={t('coverage.by_region_note')}
        />
        <CoverageHeat
          mapped={mapped} coverage={groups}
          finding={t('coverage.least_group', { group: rarest?.name ?? '' })} about={t('coverage.by_group')} note={t('coverage.by_group_note')}
        />
        <Links entries={[
          { href: paths.in(language).coverage(), label: t('coverage.whole_map') },
          ...(report === null ? [] : [{ href: paths.in(language).extract(report.ref, 'principles'), label: reporting('extracts.principles.in', { title: report.title }) }]),
        ]} />
      </Section>
    </>
  );
}
