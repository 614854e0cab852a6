import { useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { inMillions } from '#app/financing/money/words';
import { formatMoney, formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { isPositive } from '#app/financing/money/model';
import type { FinancingTotals } from './model';

/** The named totals, what is not in them, and what stands apart (FI-5, FI-6, FI-7). */
export function Headline({ totals }: { readonly totals: FinancingTotals }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency } = useReporting();
  const { total, inKind, guarantees } = totals.all;
  const rungs = [['announced', 'home.a', 'home.a_note'], ['pledged', 'rung.pledged', 'home.pledged_note'], ['committed', 'rung.committed', 'home.committed_note'], ['disbursed', 'rung.disbursed', 'home.disbursed_note']] as const;
  return (
    <Section id="totals" title={t('home.totals')} note={t('home.totals_note')}>
      <Stats stats={rungs.map(([rung, label, note]) => ({ key: rung, label: t(label), value: inMillions(language, total[rung]), notes: [t(note, { currency })] }))} />
      <NotConverted totals={totals} />
      <p className="small muted">
        {isPositive(guarantees.announced) && <>{t('home.guarantees', { amount: formatMoney(language, guarantees.announced, currency) })} </>}
        {isPositive(inKind.announced) && <>{t('home.in_kind', { amount: formatMoney(language, inKind.announced, currency) })} </>}
        <a href={`${paths.in(language).methods()}#money`}>{t('definitions')}</a>
      </p>
    </Section>
  );
}

/** FI-6: what no rate is known for, counted and listed, never turned into a number. */
function NotConverted({ totals }: { readonly totals: FinancingTotals }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const count = totals.unconverted.reduce((sum, { pledges }) => sum + pledges, 0);
  if (count === 0) return null;
  return (
    <Notice tone="none" small title={t('home.not_converted', { count, shown: formatNumber(language, count) })}>
      {t('home.not_converted_text')} <a href={to.pledges({ converted: 'no' })}>{t('home.not_converted_list')}</a>:{' '}
      {totals.unconverted.map(({ currency, pledges, announced }) =>
        `${t('home.in_currency', { count: pledges, shown: formatNumber(language, pledges), currency })} (${formatMoneyExact(language, announced, currency)})`).join(' · ')}
    </Notice>
  );
}
