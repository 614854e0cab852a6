import { Ladder } from '#app/charts/ladder';
import { paidOfNet, type LadderSum } from '#app/financing/ladder/model';
import { moneyPathsIn } from '#app/financing/money/show-in';
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
  readonly currency: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** The ladder of each year's promises in total B, oldest first; the same numbers stand in the table. */
export function Years({ totals, currency, asOf }: YearsProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const { total } = totals.all;
  const years = totals.years.filter(({ money }) => money.total.pledges > 0).map(({ key, money }) => ({ key, sum: money.total }));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const said = { first: first.key, firstShare: percentOf(language, paidOfNet(first.sum)), last: last.key, lastShare: percentOf(language, paidOfNet(last.sum)) };
  const to = moneyPathsIn(language, currency);
  const caption = t('totals.years_caption', { currency });
  return (
    <Section id="years" title={t('home.years')} note={t('home.years_note')}>
      <Figure
        finding={t(years.length === 1 ? 'totals.years_finding_single' : 'totals.years_finding', said)} about={t('totals.years_about', { currency })}
        drawing={<Ladder id="ladder-years" title={caption} rises={years.map(({ key, sum }) => ({ key, label: key, ...numbersOf(sum), mark: percentOf(language, paidOfNet(sum)), unit: t('percent_paid') }))} />}
        legend={<Key entries={[{ swatch: 'q1', label: t('totals.net_pledged') }, { swatch: 'q3', label: t('totals.net_committed') }, { swatch: 'c1', label: t('totals.net_disbursed') }]} />}
        origin={{ source: t('home.source'), coverage: { known: total.converted, of: total.pledges, what: t('home.coverage') }, asOf, csv: fileOf(to.pledges({ counted: 'a' }), 'csv') }}
        open
        table={
          <MoneyTable
            untitled of="year" caption={caption} currency={currency} whole={{ name: t('home.together'), href: to.pledges({ counted: 'a' }), sum: total }}
            rows={years.map(({ key, sum }) => ({ key, name: key, href: to.pledges({ year: key, counted: 'a' }), sum }))}
          />
        }
      />
    </Section>
  );
}

/** For drawing alone: a chart has no cents. */
const numbersOf = (sum: LadderSum) => ({ pledged: Number(sum.net_pledged), committed: Number(sum.net_committed), disbursed: Number(sum.net_disbursed) });
