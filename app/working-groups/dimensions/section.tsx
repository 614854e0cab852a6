import { Bars } from '#app/charts/bars';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Figure } from '#app/ui/figure';
import { FigureTable } from '#app/ui/figure-table';
import { Key } from '#app/ui/key';
import { Section } from '#app/ui/section';
import { spelled, type Coverage } from './model';

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
  const nameOf = ({ dimension }: Coverage) => (dimension === null ? t('dimensions.none') : dimension.ended_on === null ? dimension.name : t('dimensions.ended', { name: dimension.name, day: formatDate(language, dimension.ended_on, 'short') }));
  const minutes = (one: Coverage) => t('dimensions.minutes', { treated: number(one.treated), planned: number(one.planned), count: one.planned });
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
        table={<FigureTable caption={finding} columns={['one', 'time', 'sessions', 'decisions', 'recommendations'].map((key) => ({ label: t(`dimensions.${key}`), words: key === 'one' || key === 'time' }))} rows={coverage.map((one) => cells(one))} />}
      />
    </Section>
  );

  /** A number that leads to its rows; none leads nowhere. */
  function cells(one: Coverage) {
    const to = paths.in(language);
    const asked = { dimension: spelled(group.ref, one.dimension?.key) };
    const link = (href: string, count: number, text = number(count)) => (count === 0 ? text : <a href={href}>{text}</a>);
    const items = to.groupCoverage(group.ref, { dimension: one.dimension?.key ?? 'none' });
    return [
      nameOf(one), link(items, one.items, minutes(one)), link(items, one.sessions, t('dimensions.of', { shown: number(one.sessions), all: number(one.of), count: one.of })),
      link(to.decisions({ group: group.ref, ...asked }), one.decisions), link(to.recommendations({ group: group.ref, ...asked }), one.recommendations),
    ];
  }
}
