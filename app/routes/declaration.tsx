import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CoverageHeat } from '#app/frameworks/coverage/heat';
import { coverageOf, type Cell, type CoverageColumn } from '#app/frameworks/coverage/model';
import { countPromises, coverageByGroup, coverageByRegion } from '#app/frameworks/coverage/queries.server';
import { groupColumns, regionColumns } from '#app/frameworks/coverage/places.server';
import { countByVersion, countParties } from '#app/frameworks/endorsements/counts.server';
import { declarationCode, linesOf } from '#app/frameworks/model';
import { Opening, StandBehind } from '#app/frameworks/opening';
import { clausesOf, crosswalkOf, findVersion } from '#app/frameworks/queries.server';
import { DeclarationText } from '#app/frameworks/text';
import { requireLanguage } from '#app/languages/request.server';
import { useText } from '#app/languages/text';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const version = await findVersion(viewer, declarationCode, view);
  if (version === undefined) throw notFound();
  const { id, framework_id } = version;
  const [clauses, crossings, byRegion, byGroup, versions, parties, of] = await Promise.all([
    clausesOf(viewer, id, view), crosswalkOf(viewer, id, view), coverageByRegion(viewer, id, view), coverageByGroup(viewer, id, view),
    countByVersion(viewer, framework_id), countParties(viewer, framework_id, view), countPromises(viewer, view),
  ]);
  const lines = linesOf(clauses);
  const codes = new Map(clauses.map((clause) => [clause.id, clause.code]));
  const table = (cells: readonly Cell[], columns: readonly CoverageColumn[]) =>
    coverageOf(cells.map((cell) => ({ ...cell, clause: cell.clause === null ? null : (codes.get(cell.clause) ?? null) })), lines.map(({ code }) => code), columns);
  return {
    version, clauses, crossings, versions, parties, of, lines, today: dayOf(context.now),
    regions: table(byRegion, regionColumns(view.language, byRegion)), groups: table(byGroup, groupColumns(view.language, byGroup)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.version.name ?? ''} | Concord` }, { name: 'description', content: data?.lines.map(({ title }) => title).join('. ') ?? '' }];

export default function Declaration() {
  const { version, clauses, crossings, versions, parties, of, lines, today, regions, groups } = useLoaderData<typeof loader>();
  const t = useText('frameworks');
  const [least, rarest] = [lines.find(({ code }) => code === regions.rows[0]?.key), groups.columns[0]];
  return (
    <>
      <Opening version={version} versions={versions} clauses={clauses} coverage={regions} of={of} />
      <StandBehind versions={versions} parties={parties.parties} without={parties.without} />
      <Section id="text" title={t('declaration.text', { number: version.number })} note={t('declaration.text_note')}>
        <DeclarationText clauses={clauses} crossings={crossings} />
        <p className="small muted">{t('crosswalk.note')}</p>
      </Section>
      <Section id="coverage" title={t('coverage.title')} note={t('coverage.lede')}>
        <CoverageHeat
          coverage={regions} clauses={lines} of={of} today={today}
          finding={t('coverage.least_line', { title: least?.title ?? '' })} about={t('coverage.by_region')} note={t('coverage.by_region_note')}
        />
        <CoverageHeat
          coverage={groups} clauses={lines} of={of} today={today}
          finding={t('coverage.least_group', { group: rarest?.name ?? '' })} about={t('coverage.by_group')} note={t('coverage.by_group_note')}
        />
      </Section>
    </>
  );
}
