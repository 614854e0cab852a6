import { addSums, emptySum } from '#app/financing/ladder/model';
import { moneyPathsIn } from '#app/financing/money/show-in';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf } from '#app/paths';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import { MoneyTable, type NamedSum } from './money-table';
import type { ClauseRow, FinancingTotals, MoneyRow } from './model';

const shownParties = 10;

interface SideProps {
  readonly totals: FinancingTotals;
  readonly currency: string;
}

/** Everything that counts, under the name of the last line. */
function useWhole({ all }: FinancingTotals, currency: string): Omit<NamedSum, 'key'> {
  const t = useText('financing');
  const { language } = useLocale();
  return { name: t('home.together_no_guarantees'), href: moneyPathsIn(language, currency).pledges({ counted: 'a' }), sum: all.total };
}

const counting = <Row extends MoneyRow>(rows: readonly Row[]): readonly Row[] => rows.filter(({ money }) => money.total.pledges > 0);

/** The largest by name, the others in one line that leads to all of them; everybody where all are asked for. */
function useLargest(parties: readonly MoneyRow[], all: boolean, everybody: string, line: (row: MoneyRow) => NamedSum, others: string): NamedSum[] {
  const t = useText('financing');
  const { language } = useLocale();
  const counted = counting(parties);
  const shown = all || counted.length <= shownParties + 1 ? counted : counted.slice(0, shownParties);
  const rest = counted.slice(shown.length);
  if (rest.length === 0) return shown.map(line);
  const sum = rest.map(({ money }) => money.total).reduce(addSums, emptySum);
  return [...shown.map(line), { key: 'others', name: t(others, { count: rest.length, shown: formatNumber(language, rest.length) }), href: everybody, sum }];
}

/** Who gives. */
export function Providers({ totals, currency, all }: SideProps & { readonly all: boolean }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const everybody = `${to.financing({ providers: 'all' })}#providers`;
  const rows = useLargest(totals.providers, all, everybody, (row) => ({ key: row.key, name: row.name, href: to.pledges({ provider: row.key, counted: 'a' }), sum: row.money.total }), 'home.others');
  const list = to.pledges({ counted: 'a' });
  return (
    <Section id="providers" title={t('home.providers')}>
      <MoneyTable of="provider" caption={t('home.providers_caption')} currency={currency} rows={rows} whole={useWhole(totals, currency)} />
      <Links entries={[
        ...(rows.at(-1)?.key === 'others' ? [{ href: everybody, label: t('home.all_providers') }] : []),
        { href: list, label: t('pledges.title') }, { href: fileOf(list, 'csv'), label: 'CSV' }, { href: fileOf(list, 'xlsx'), label: 'XLSX' },
      ]} />
    </Section>
  );
}

/** Who receives, by region and by the shares that pledges declare, those with least first; and the largest by name. */
export function Recipients({ totals, currency, all }: SideProps & { readonly all: boolean }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const whole = useWhole(totals, currency);
  const regions = counting(totals.regions).map(({ key, name, money }): NamedSum => ({
    key, name: key === '' ? t('home.no_country') : name, href: to.pledges({ region: key === '' ? 'none' : key, counted: 'a' }), sum: money.total,
  }));
  const parties = useLargest(totals.recipients, all, `${to.financing({ recipients: 'all' })}#recipients`, ({ key, name, money }) => ({
    key, name: key === '' ? t('totals.nobody') : name, href: to.pledges({ recipient: key === '' ? 'none' : key, counted: 'a' }), sum: money.total,
  }), 'totals.other_recipients');
  return (
    <Section id="recipients" title={t('home.recipients')} note={t('home.recipients_note')}>
      <MoneyTable of="region" caption={t('home.recipients_caption')} currency={currency} rows={regions} whole={whole} />
      <p className="small muted">{t('home.split')}</p>
      <details open={all}><summary>{t('totals.recipients')}</summary><MoneyTable untitled of="recipient" caption={t('totals.recipients')} currency={currency} rows={parties} whole={whole} /></details>
    </Section>
  );
}

/** What the money is for: topmost clauses add up to the whole; those under them are in further lines. */
export function Clauses({ totals, currency }: SideProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const all = counting(totals.clauses);
  const line = ({ key, code, name, money }: ClauseRow): NamedSum => ({
    key, name: key === '' ? t('totals.no_clause') : <><bdi>{code}</bdi> {name}</>, href: to.pledges({ clause: key === '' ? 'none' : key, counted: 'a' }), sum: money.total,
  });
  const lower = all.filter(({ topmost }) => !topmost);
  return (
    <Section id="clauses" title={t('totals.clauses')} note={t('totals.clauses_note')}>
      <MoneyTable of="clause" caption={t('totals.clauses_caption')} currency={currency} rows={all.filter(({ topmost }) => topmost).map(line)} whole={useWhole(totals, currency)} />
      {lower.length > 0 && <details><summary>{t('totals.clauses_under')}</summary><MoneyTable untitled of="clause" caption={t('totals.clauses_under')} currency={currency} rows={lower.map(line)} /></details>}
    </Section>
  );
}

/** FI-5: kinds beside each other; guarantees are listed and not in the last line. And whether the money is new. */
export function Kinds({ totals, currency }: SideProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = moneyPathsIn(language, currency);
  const whole = useWhole(totals, currency);
  const kinds = totals.kinds.map(({ kind, money }): NamedSum => {
    const apart = kind === 'guarantee';
    return { key: kind, name: apart ? `${t(`kind.${kind}`)} (${t('home.apart')})` : t(`kind.${kind}`), href: to.pledges({ kind, ...(apart ? { converted: 'yes' } : { counted: 'a' }) }), sum: apart ? money.guarantees : money.total };
  });
  const answers = totals.newMoney.filter(({ money }) => money.total.pledges > 0).map(({ answer, money }): NamedSum => ({ key: answer, name: t(`new_money.${answer}`), href: to.pledges({ new_money: answer, counted: 'a' }), sum: money.total }));
  return (
    <Section id="kinds" title={t('home.kinds')} note={t('home.kinds_note')}>
      <MoneyTable of="kind" caption={t('home.kinds_caption')} currency={currency} rows={kinds} whole={whole} />
      <MoneyTable of="answer" caption={t('home.new_caption')} currency={currency} rows={answers} whole={whole} />
    </Section>
  );
}
