import { useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { adding, columnIn, exactly } from '#app/financing/money/sum';
import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import { Section } from '#app/ui/section';
import type { PublishedTotals } from './model';

/** What published aid data says, beside the pledges and never added to them. */
export function Published({ published }: { readonly published: PublishedTotals }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const { currency } = useReporting();
  if (published.activities === 0) return null;
  const { transactions, unconverted, ladder } = published;
  return (
    <Section id="published" title={t('home.published')} note={t('home.published_note')}>
      <Facts facts={[
        { label: t('home.activities'), value: <a href={to.activities()}>{exactly('rows', published.activities, formatNumber(language, published.activities))}</a> },
        { label: t('home.transactions'), value: <a href={to.transactions({ belongs: 'activities' })}>{exactly('rows', transactions, formatNumber(language, transactions))}</a> },
        ...(['committed', 'disbursed', 'spent'] as const).map((rung) => ({ label: t(`rung.${rung}`), value: <a href={to.activities()}>{adding(columnIn(rung, currency), ladder[rung], formatMoneyExact(language, ladder[rung], currency))}</a> })),
      ]} />
      <p className="small muted">
        {t('home.one_leg')}{' '}
        {unconverted > 0 && <a href={to.transactions({ belongs: 'activities', converted: 'no' })}>{exactly('rows', unconverted, t('home.published_unconverted', { count: unconverted, shown: formatNumber(language, unconverted) }))}</a>}
      </p>
    </Section>
  );
}
