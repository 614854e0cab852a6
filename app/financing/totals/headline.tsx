import type { AmountName } from '#app/financing/ladder/model';
import { isPositive, minus } from '#app/financing/money/model';
import { moneyPathsIn } from '#app/financing/money/show-in';
import { exactly, millions } from '#app/financing/money/sum';
import { formatMoney, formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { Bridges } from './bridges';
import type { FinancingTotals } from './model';

interface HeadlineProps {
  readonly totals: FinancingTotals;
  readonly currency: string;
}

/** The three totals with what lies between them, what is in none of them, and what stands apart (FI-5, FI-6, FI-7). */
export function Headline({ totals, currency }: HeadlineProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const { total, inKind, guarantees } = totals.all;
  const amount = (value: string) => formatMoney(language, value, currency);
  const hrefOf = (of: AmountName) => to.pledges({ counted: of === 'announced' ? 'a' : of === 'net_pledged' ? 'b' : of === 'confirmed' ? 'c' : of });
  const stats = [['a', 'announced', {}], ['b', 'net_pledged', { amount: amount(minus(total.announced, total.net_pledged)) }], ['c', 'confirmed', { amount: amount(total.net_disbursed) }]] as const;
  return (
    <Section id="totals" title={t('totals.title')} note={t('totals.title_note')}>
      <Stats stats={stats.map(([letter, of, said]) => ({ key: of, label: t(`totals.line.${of}`), value: millions(language, of, total[of]), notes: [<>{t(`totals.${letter}_note`, { ...said, currency })} <a href={hrefOf(of)}>{t('totals.rows')}</a></>] }))} />
      <Bridges sum={total} hrefOf={hrefOf} />
      <NotConverted totals={totals} currency={currency} />
      <p className="small muted">
        {isPositive(guarantees.announced) && <><a href={to.pledges({ kind: 'guarantee', converted: 'yes' })}>{t('home.guarantees', { amount: amount(guarantees.net_pledged) })}</a> </>}
        {isPositive(inKind.announced) && <>{t('totals.in_kind', { amount: amount(inKind.net_pledged) })} </>}
        {totals.givers.of > 0 && <>{t('totals.givers', { reporting: formatNumber(language, totals.givers.reporting), of: formatNumber(language, totals.givers.of) })} </>}
        <a href={`${to.methods()}#money`}>{t('definitions')}</a>
      </p>
    </Section>
  );
}

/** FI-6: what no rate is known for, counted and listed, never turned into a number. */
function NotConverted({ totals, currency }: HeadlineProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const count = totals.unconverted.reduce((sum, { pledges }) => sum + pledges, 0);
  if (count === 0) return null;
  return (
    <Notice tone="none" small title={t('home.not_converted', { count, shown: formatNumber(language, count) })}>
      {t('home.not_converted_text')} <a href={to.pledges({ converted: 'no' })}>{exactly('rows', count, t('home.not_converted_list'))}</a>:{' '}
      {totals.unconverted.map(({ currency: own, pledges, announced }, at) => (
        <span key={own}>
          {at > 0 && ' · '}
          <a href={to.pledges({ converted: 'no', currency: own })}>{exactly('rows', pledges, t('home.in_currency', { count: pledges, shown: formatNumber(language, pledges), currency: own }))}</a> ({formatMoneyExact(language, announced, own)})
        </span>
      ))}
    </Notice>
  );
}
