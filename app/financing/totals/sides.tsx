import { addSums, emptySum } from '#app/financing/ladder/model';
import { useMoneyPaths } from '#app/financing/money/show-in';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf } from '#app/paths';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import { MoneyTable, type NamedSum } from './money-table';
import type { FinancingTotals, MoneyRow } from './model';

const shownProviders = 10;

interface SideProps {
  readonly totals: FinancingTotals;
}

/** Who gives: the largest by name, the others in one line unless all are asked for. */
export function Providers({ totals, all }: SideProps & { readonly all: boolean }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const giving = totals.providers.filter(({ money }) => money.total.pledges > 0);
  const named = all || giving.length <= shownProviders + 1 ? giving : giving.slice(0, shownProviders);
  const rest = giving.slice(named.length);
  const rows: NamedSum[] = named.map((row) => ({ key: row.key, name: row.name, href: to.pledges({ provider: row.key }), sum: row.money.total }));
  if (rest.length > 0) rows.push({ key: 'others', name: t('home.others', { count: rest.length, shown: formatNumber(language, rest.length) }), href: `${to.financing({ providers: 'all' })}#providers`, sum: together(rest) });
  return (
    <Section id="providers" title={t('home.providers')}>
      <MoneyTable of="provider" caption={t('home.providers_caption')} rows={rows} whole={{ name: t('home.together_no_guarantees'), sum: totals.all.total }} />
      <Links entries={[
        ...(rest.length > 0 ? [{ href: `${to.financing({ providers: 'all' })}#providers`, label: t('home.all_providers') }] : []),
        { href: to.pledges(), label: t('pledges.title') }, { href: fileOf(to.pledges(), 'csv'), label: 'CSV' }, { href: fileOf(to.pledges(), 'xlsx'), label: 'XLSX' },
      ]} />
    </Section>
  );
}

/** Who receives, by region and by the shares that pledges declare: those with least first. */
export function Recipients({ totals }: SideProps) {
  const t = useText('financing');
  const to = useMoneyPaths();
  const rows = totals.regions.filter(({ money }) => money.total.pledges > 0).map(({ key, name, money }): NamedSum => ({
    key, name: key === '' ? t('home.no_country') : name, href: to.pledges({ region: key === '' ? 'none' : key }), sum: money.total,
  }));
  return (
    <Section id="recipients" title={t('home.recipients')} note={t('home.recipients_note')}>
      <MoneyTable of="region" caption={t('home.recipients_caption')} rows={rows} whole={{ name: t('home.together_no_guarantees'), sum: totals.all.total }} />
      <p className="small muted">{t('home.split')}</p>
    </Section>
  );
}

/** FI-5: kinds beside each other; guarantees are listed and not in the last line. And whether the money is new. */
export function Kinds({ totals }: SideProps) {
  const t = useText('financing');
  const to = useMoneyPaths();
  const whole = { name: t('home.together_no_guarantees'), sum: totals.all.total };
  const kinds = totals.kinds.map(({ kind, money }): NamedSum => {
    const apart = kind === 'guarantee';
    return { key: kind, name: apart ? `${t(`kind.${kind}`)} (${t('home.apart')})` : t(`kind.${kind}`), href: to.pledges({ kind }), sum: apart ? money.guarantees : money.total };
  });
  const answers = totals.newMoney.filter(({ money }) => money.total.pledges > 0).map(({ answer, money }): NamedSum => ({ key: answer, name: t(`new_money.${answer}`), href: to.pledges({ new_money: answer }), sum: money.total }));
  return (
    <Section id="kinds" title={t('home.kinds')} note={t('home.kinds_note')}>
      <MoneyTable of="kind" caption={t('home.kinds_caption')} rows={kinds} whole={whole} />
      <MoneyTable of="answer" caption={t('home.new_caption')} rows={answers} whole={whole} />
    </Section>
  );
}

const together = (rows: readonly MoneyRow[]) => rows.map(({ money }) => money.total).reduce(addSums, emptySum);
