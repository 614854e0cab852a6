import { netRungs } from '#app/financing/ladder/model';
import { ShowIn, useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { exactly } from '#app/financing/money/sum';
import { formatMoney, formatNumber, formatPercent } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Section } from '#app/ui/section';
import { named } from '../addresses';
import type { ClausePage } from './page.server';

/** The money behind those promises: total B and what became of it up to C, each step under its name. */
export function Behind({ page: { clause, unconverted, money: { total, inKind, guarantees } } }: { readonly page: ClausePage }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { currency } = useReporting();
  const to = paths.in(language);
  const amount = (value: string) => formatMoney(language, value, currency);
  const words = useText('financing');
  const share = (value: string) => (Number(total.net_pledged) === 0 ? t('not_known') : formatPercent(language, Number(value) / Number(total.net_pledged)));
  const list = useMoneyPaths().pledges({ ...named(clause), counted: 'a' });
  const columns: readonly Column<{ readonly rung: (typeof netRungs)[number] }>[] = [
    { id: 'step', header: () => t('money.step'), cell: ({ rung }) => <a href={list}>{words(`totals.${rung}`)}</a> },
    { id: 'amount', header: () => currency, numeric: true, cell: ({ rung }) => exactly(rung, total[rung], amount(total[rung])) },
    { id: 'share', header: () => t('money.share'), numeric: true, cell: ({ rung }) => share(total[rung]) },
  ];
  return (
    <Section id="money" title={t('clause.money')} note={t('clause.money_note')}>
      {total.pledges + guarantees.pledges === 0 ? <Empty title={t('clause.no_money')} /> : (
        <>
          <ListTable titled caption={t('clause.money_of', { code: clause.code, currency })} columns={columns} rows={netRungs.map((rung) => ({ rung }))} keyOf={({ rung }) => rung} t={t} />
          <p className="meta">
            {t('money.origin', { known: formatNumber(language, total.converted), total: formatNumber(language, total.pledges) })}
            {inKind.pledges > 0 && <> {t('money.in_kind', { amount: amount(inKind.net_pledged) })}</>}
            {guarantees.pledges > 0 && <> {t('money.guarantees', { amount: amount(guarantees.net_pledged) })}</>}
            {' '}<a href={`${to.methods()}#totals`}>{t('how_we_count')}</a>
          </p>
          <ShowIn anchor="#money" left={{ count: unconverted, filters: named(clause) }} />
        </>
      )}
    </Section>
  );
}
