import { Ladder } from '#app/charts/ladder';
import { paidShare, type LadderSum } from '#app/financing/ladder/model';
import { useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { percentOf } from '#app/financing/money/words';
import { useLocale, useText } from '#app/languages/text';
import { fileOf } from '#app/paths';
import { Figure } from '#app/ui/figure';
import { Key } from '#app/ui/key';
import { Section } from '#app/ui/section';
import { MoneyTable } from './money-table';
import type { FinancingTotals } from './model';

interface YearsProps {
  readonly totals: FinancingTotals;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** The ladder of each year's promises, oldest first; the same numbers stand in the table. */
export function Years({ totals, asOf }: YearsProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const { currency } = useReporting();
  const { total } = totals.all;
  const years = totals.years.map(({ key, money }) => ({ key, sum: money.total }));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const said = { first: first.key, firstShare: percentOf(language, paidShare(first.sum)), last: last.key, lastShare: percentOf(language, paidShare(last.sum)) };
  return (
    <Section id="years" title={t('home.years')} note={t('home.years_note')}>
      <Figure
        finding={t(years.length === 1 ? 'home.years_finding_single' : 'home.years_finding', said)} about={t('home.years_about', { currency })}
        drawing={<Ladder id="ladder-years" title={t('home.years_caption', { currency })} rises={years.map(({ key, sum }) => ({ key, label: key, ...numbersOf(sum), mark: percentOf(language, paidShare(sum)), unit: t('percent_paid') }))} />}
        legend={<Key entries={[{ swatch: 'q1', label: t('rung.pledged') }, { swatch: 'q3', label: t('rung.committed') }, { swatch: 'c1', label: t('rung.disbursed') }]} />}
        origin={{ source: t('home.source'), coverage: { known: total.converted, of: total.pledges, what: t('home.coverage') }, asOf, csv: fileOf(to.pledges(), 'csv') }}
        table={
          <MoneyTable
            untitled of="year" caption={t('home.years_caption', { currency })} whole={{ name: t('home.together'), sum: total }}
            rows={years.map(({ key, sum }) => ({ key, name: key, href: to.pledges({ year: key }), sum }))}
          />
        }
      />
    </Section>
  );
}

/** For drawing alone: a chart has no cents. */
const numbersOf = (sum: LadderSum) => ({ pledged: Number(sum.pledged), committed: Number(sum.committed), disbursed: Number(sum.disbursed) });
