import { Bars } from '#app/charts/bars';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { ListTable } from '#app/table/table';
import { Figure } from '#app/ui/figure';
import { Key } from '#app/ui/key';
import { Section } from '#app/ui/section';
import { coverageColumns } from './columns';
import type { Coverage } from './model';
import { dimensionName, minutesOf } from './words';

interface CoverageSectionProps {
  readonly group: { readonly ref: string };
  /** None where the group has no dimensions. */
  readonly coverage: readonly Coverage[];
  readonly today: string;
  /** Where dimensions are kept, for whoever keeps them. */
  readonly keep?: string | undefined;
}

/** How much of the group’s time each of its dimensions got, and what came of it: every number leads to its rows. */
export function CoverageSection({ group, coverage, today, keep }: CoverageSectionProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const named = coverage.filter((one) => one.dimension !== null);
  if (named.length === 0) return keep === undefined ? null : <p className="small noprint"><a href={keep}>{t('dimensions.keep')}</a></p>;
  const number = (count: number) => formatNumber(language, count);
  const nameOf = (one: Coverage) => dimensionName(one, t, language);
  const minutes = (one: Coverage) => minutesOf(one, t, language);
  const least = named.toSorted((a, b) => a.treated - b.treated)[0];
  const finding = least === undefined ? '' : t('dimensions.finding', { name: nameOf(least), minutes: minutes(least) });
  const untimed = coverage.reduce((sum, one) => sum + one.untimed, 0);
  return (
    <Section id="dimensions" title={t('dimensions.title')} note={<>{t('dimensions.note')}{keep !== undefined && <> <a href={keep}>{t('dimensions.keep')}</a></>}</>}>
      <Figure
        finding={finding} about={t('dimensions.about')} open
        drawing={<Bars id="coverage" title={finding} bars={coverage.map((one) => ({ key: one.dimension?.key ?? 'none', label: nameOf(one), parts: [{ value: one.treated, fill: 'f1' }, { value: one.planned - one.treated, fill: 'k1' }], mark: minutes(one) }))} />}
        legend={<Key entries={[{ swatch: 'c1', label: t('dimensions.treated') }, { swatch: 'q1', label: t('dimensions.planned') }]} />}
        origin={{ source: t('dimensions.source'), asOf: today, ...(untimed === 0 ? {} : { note: t('dimensions.untimed', { count: untimed, shown: number(untimed) }) }) }}
        table={<ListTable caption={finding} columns={coverageColumns(group.ref)} rows={coverage} keyOf={(one) => one.dimension?.key ?? 'none'} t={t} />}
      />
    </Section>
  );
}
