import type { ReactNode } from 'react';
import { netRungs, type AmountName, type LadderSum, type Money } from '#app/financing/ladder/model';
import { ShowIn, useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { exactly } from '#app/financing/money/sum';
import { pledgeTable } from '#app/financing/pledges/table';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

interface MoneyLine {
  readonly label: string;
  readonly money: Money;
  /** What the list of pledges is asked for, so that it holds those that this was added from. */
  readonly filters: Readonly<Record<string, string | readonly string[]>>;
}

interface MoneySectionProps {
  readonly note: string;
  /** What the table holds: "Money for digital learning in Kenya". */
  readonly caption: string;
  /** Sums that are never added to each other. */
  readonly lines: readonly MoneyLine[];
  readonly pledges: readonly PledgeRow[];
  readonly pledgesCaption: string;
  /** The list of all of the pledges, how many, and how many of them have no rate. */
  readonly all?: { readonly filters: Readonly<Record<string, string>>; readonly count: number; readonly unconverted: number };
  /** One column more: the share of the one whose page it is. */
  readonly extra?: Column<PledgeRow>;
  /** What it means that there is none. */
  readonly none: string;
}

/** Money of a party in the reporting currency, total B and what became of it up to C, with what could not be converted, and the pledges it comes from. */
export function MoneySection({ note, caption, lines, pledges, pledgesCaption, all, extra, none }: MoneySectionProps) {
  const t = useText('members');
  const words = useText('financing');
  const { language } = useLocale();
  const { currency } = useReporting();
  const to = useMoneyPaths();
  const own = pledgeTable(currency);
  const known = lines.filter(({ money }) => money.total.pledges + money.guarantees.pledges > 0);
  const columns: readonly Column<MoneyLine>[] = [
    { id: 'which', header: () => t('trail.which_money'), cell: ({ label, filters }) => <a href={to.pledges({ ...filters, counted: 'a' })}>{label}</a> },
    ...netRungs.map((rung): Column<MoneyLine> => ({ id: rung, header: () => words(`totals.${rung}`), numeric: true, cell: ({ money: { total } }) => sumOf(total, rung) })),
    { id: 'converted', header: () => t('trail.converted'), numeric: true, cell: ({ money: { total } }) => t('trail.n_of_n', { known: formatNumber(language, total.converted), total: formatNumber(language, total.pledges) }) },
  ];
  const sumOf = (total: LadderSum, rung: AmountName): ReactNode => {
    if (total.pledges === 0) return t('trail.none');
    return total.converted === 0 ? words('conversion.not') : exactly(rung, total[rung], formatMoney(language, total[rung], currency));
  };
  return (
    <Section id="money" title={t('trail.money')} note={note}>
      {known.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{none}</Notice>
      ) : (
        <>
          <ListTable titled caption={caption} columns={columns} rows={known} keyOf={({ label }) => label} t={t} />
          <p className="meta">{t('trail.money_meta', { currency })} <a href={paths.in(language).methods()}>{t('trail.how')}</a></p>
          {known.flatMap(({ label, money }) => remarks(money).map((remark) => <p key={remark.key + label} className="small muted">{t(remark.key, { label, amount: formatMoney(language, remark.amount, currency) })}</p>))}
          {pledges.length > 0 && <ListTable titled caption={pledgesCaption} columns={extra === undefined ? own : [...own.slice(0, 1), extra, ...own.slice(1)]} rows={pledges} keyOf={(row) => row.id} t={words} />}
          <ShowIn anchor="#money" left={all && { count: all.unconverted, filters: all.filters }} />
          {all !== undefined && all.count > pledges.length && <p className="small"><a href={to.pledges(all.filters)}>{t('trail.all_pledges', { shown: formatNumber(language, all.count) })}</a></p>}
        </>
      )}
    </Section>
  );
}

/** FI-5: what is in kind and what is contingent is said beside the sum. */
function remarks({ inKind, guarantees }: Money): readonly { readonly key: string; readonly amount: string }[] {
  return [
    ...(inKind.converted > 0 ? [{ key: 'trail.in_kind', amount: inKind.net_pledged }] : []),
    ...(guarantees.converted > 0 ? [{ key: 'trail.guarantees', amount: guarantees.net_pledged }] : []),
  ];
}
