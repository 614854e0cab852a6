import { Bars } from '#app/charts/bars';
import type { Money } from '#app/financing/ladder/model';
import { formatMoney, formatNumber, formatPercent } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { Empty } from '#app/ui/empty';
import { Figure } from '#app/ui/figure';
import { FigureTable } from '#app/ui/figure-table';
import { Section } from '#app/ui/section';

const rungs = ['announced', 'pledged', 'committed', 'disbursed'] as const;
const fills = { announced: 'k2', pledged: 'k3', committed: 'k4', disbursed: 'f1' } as const;

/** From what was announced to what was paid: total A, each step under its name. */
export function MoneySteps({ money: { total, guarantees }, today }: { readonly money: Money; readonly today: string }) {
  const t = useText('site');
  const { language } = useLocale();
  const to = paths.in(language);
  if (total.pledges + guarantees.pledges === 0) return <Section id="money" title={t('home.money.title')} note={t('home.money.note')}><Empty title={t('home.money.nothing')} /></Section>;
  const whole = Number(total.pledged);
  const share = (rung: (typeof rungs)[number]) => formatPercent(language, whole === 0 ? 0 : Number(total[rung]) / whole);
  const usd = (amount: string) => formatMoney(language, amount, 'USD');
  const finding = whole === 0 ? t('home.money.unpaid') : t('home.money.finding', { share: share('disbursed') });
  return (
    <Section id="money" title={t('home.money.title')} note={t('home.money.note')}>
      <Figure
        finding={finding} about={t('home.money.about')}
        drawing={<Bars id="ladder" title={finding} bars={rungs.map((rung) => ({ key: rung, label: t(`home.money.${rung}`), parts: [{ value: Number(total[rung]), fill: fills[rung] }], mark: rung === 'announced' ? usd(total[rung]) : `${usd(total[rung])} · ${share(rung)}` }))} />}
        origin={{
          coverage: { known: total.converted + guarantees.converted, of: total.pledges + guarantees.pledges, what: t('home.money.pledges') }, asOf: today, csv: fileOf(to.pledges(), 'csv'),
          note: <>{t('home.money.unconverted')}{guarantees.pledges > 0 && <> {t('home.money.guarantees', { amount: usd(guarantees.pledged) })}</>}</>,
        }}
        table={
          <FigureTable
            caption={finding} columns={[{ label: t('home.money.step') }, { label: t('home.money.dollars') }, { label: t('home.money.share') }]}
            rows={rungs.map((rung) => [t(`home.money.${rung}`), formatNumber(language, total[rung], 0), share(rung)])}
          />
        }
      />
      <p className="small"><a href={`${to.methods()}#totals`}>{t('home.money.why')}</a> · <a href={to.financing()}>{t('nav.financing')}</a></p>
    </Section>
  );
}
