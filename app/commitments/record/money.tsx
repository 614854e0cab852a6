import { netRungs, type Counted } from '#app/financing/ladder/model';
import { moneyPathsIn, ShowIn, useReporting } from '#app/financing/money/show-in';
import { exactly } from '#app/financing/money/sum';
import { formatMoney, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

/** The rungs of the money's ladder in the reporting currency, as financing sums them: decimal strings. */
type Rungs = Pick<Counted, (typeof netRungs)[number]>;
/** Cash and what is given in kind together; `converted` of `pledges` are in it. */
export interface MoneyTotal extends Rungs {
  readonly pledges: number;
  readonly converted: number;
}
export interface MoneyRow {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly currency: string;
  readonly provider: { readonly name: string };
  readonly ladder: { readonly announced: string };
  /** Null where a rate is missing: then it is told in its own currency and is in no sum. */
  readonly shown: Rungs | null;
}

interface MoneyProps {
  /** The commitment, where the page has a list of its pledges to lead to. */
  readonly commitmentRef?: string;
  readonly pledges: readonly MoneyRow[];
  readonly total: MoneyTotal | undefined;
  readonly inKind: MoneyTotal | undefined;
  /** Where those who are signed in log a pledge for this commitment. */
  readonly addPledge?: string | undefined;
}

/** Who pays, and how far each promise of money has come. Nothing that cannot be converted is counted as nothing. */
export function MoneySection({ commitmentRef, pledges, total, inKind, addPledge }: MoneyProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const { currency } = useReporting();
  if (pledges.length === 0 || total === undefined) {
    return <Section id="money" title={t('money.title')}><p>{t('money.none')}</p><AddPledge href={addPledge} /></Section>;
  }
  const money = (amount: string) => formatMoney(language, amount, currency);
  const to = moneyPathsIn(language, currency);
  const left = pledges.filter(({ shown }) => shown === null).length;
  return (
    <Section id="money" title={t('money.title')}>
      <ListTable
        caption={t('money.caption', { count: pledges.length, currency })} titled columns={columnsIn(currency)} rows={pledges} keyOf={(row) => row.ref} t={t}
        foot={{ provider: commitmentRef === undefined ? t('money.together') : <a href={to.pledges({ commitment: commitmentRef, counted: 'a' })}>{t('money.together')}</a>, ...Object.fromEntries(netRungs.map((name) => [name, commitmentRef === undefined ? money(total[name]) : exactly(name, total[name], money(total[name]))])) }}
      />
      {inKind !== undefined && Number(inKind.net_pledged) > 0 && <p className="small muted">{t('money.in_kind', { amount: money(inKind.net_pledged) })}</p>}
      {left > 0 && <Notice tone="none" small>{t('money.not_converted', { count: left })}</Notice>}
      <ShowIn anchor="#money" left={{ count: left, filters: { commitment: commitmentRef } }} />
      <p className="small"><a href={`${paths.in(language).methods()}#totals`}>{t('money.why')}</a></p>
      <AddPledge href={addPledge} />
    </Section>
  );
}

function AddPledge({ href }: { readonly href: string | undefined }) {
  const t = useText('commitments');
  return href === undefined ? null : <p className="noprint"><ButtonLink weight="second" href={href}>{t('form.add_pledge')}</ButtonLink></p>;
}

const rung = (id: keyof Rungs, currency: string): Column<MoneyRow> => ({
  id, header: (t) => t(`financing:totals.${id}`), numeric: true,
  cell: (row, { t, language }) => (row.shown === null ? (id === 'net_pledged' ? formatMoney(language, row.ladder.announced, row.currency) : t('money.no_rate')) : formatMoney(language, row.shown[id], currency)),
});
const columnsIn = (currency: string): readonly Column<MoneyRow>[] => [
  {
    id: 'provider', header: (t) => t('money.provider'),
    cell: (row, { t, language }) => <><a href={paths.in(language).pledge(row.ref)}>{row.provider.name}</a> <span className="muted tiny">{t(`financing:kind.${row.kind}`)}{row.currency !== currency && ` · ${formatMoneyExact(language, row.ladder.announced, row.currency)}`}</span></>,
  },
  ...netRungs.map((name) => rung(name, currency)),
];
