import { countedStandings } from '#app/commitments/list/model';
import { DateField, SelectField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { inOrder } from '../model';
import { columnKinds, measures } from './model';
import type { CoveragePage } from './page.server';
import { spellVersion } from './question';

/** What the map shows, as a form that is sent by GET: every map has an address. */
export function CoverageFilters({ page }: { readonly page: CoveragePage }) {
  const t = useText('frameworks');
  const standing = useText('commitments');
  const any = useText('table')('any');
  const { language } = useLocale();
  const { question, version, versions, clauses, regions, coalitions } = page;
  const worded = (values: readonly string[], key: string) => values.map((value) => ({ value, label: t(`coverage.${key}.${value}`) }));
  return (
    <Filters action={paths.in(language).coverage()} label={t('coverage.filter.label')}>
      <SelectField name="version" label={t('coverage.filter.version')} empty={null} defaultValue={spellVersion(version)}
        options={versions.map((one) => ({ value: spellVersion(one), label: `${one.short_name} ${one.number}` }))} />
      <SelectField name="node" label={t('coverage.filter.node')} empty={t('coverage.every_line')} defaultValue={question.node} options={inOrder(clauses).map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))} />
      <SelectField name="columns" label={t('coverage.filter.columns')} empty={null} defaultValue={question.columns} options={worded(columnKinds, 'columns')} />
      <SelectField name="measure" label={t('coverage.filter.measure')} empty={null} defaultValue={question.measure} options={worded(measures, 'measure')} />
      <details className="col-span-full" open={[question.region, question.status, question.coalition, question.asOf].some((value) => value !== undefined)}>
        <summary>{standing('filter.more')}</summary>
        <div className="filters pt-16">
          <SelectField name="region" label={t('coverage.filter.region')} empty={t('coverage.least_served')} defaultValue={question.region} options={regions.map(({ m49, name }) => ({ value: m49, label: name }))} />
          <SelectField name="status" label={standing('filter.status')} empty={any} defaultValue={question.status} options={countedStandings.map((value) => ({ value, label: standing(`standing.${value}`) }))} />
          <SelectField name="coalition" label={t('coverage.filter.coalition')} empty={any} defaultValue={question.coalition} options={coalitions.map(({ slug, name }) => ({ value: slug, label: name }))} />
          <DateField name="as_of" label={t('coverage.filter.as_of')} hint={t('coverage.filter.as_of_hint')} defaultValue={question.asOf} />
        </div>
      </details>
    </Filters>
  );
}
