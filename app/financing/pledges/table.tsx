import { paidShare } from '#app/financing/ladder/model';
import { percentOf } from '#app/financing/money/words';
import { formatDate, formatMoneyExact, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { statusTag } from './marks';
import type { PledgeRow } from './queries.server';

/** The list of pledges on screen, in a reporting currency; the columns of its files are in `columns.ts`. */
export const pledgeTable = (currency: string): readonly Column<PledgeRow>[] => [
  {
    id: 'pledge', header: (t) => t('pledges.pledge'),
    cell: (row, { language, t }) => (
      <>
        <a href={paths.in(language).pledge(row.ref)} dir="auto">{row.title}</a>
        <span className="ref">{row.ref}</span> <span className="muted tiny">{row.provider.name}{row.kind === 'cash' ? '' : ` · ${t(`kind.${row.kind}`)}`}</span>
      </>
    ),
  },
  { id: 'status', header: (t) => t('pledges.status'), unnamed: true, cell: (row, { t }) => statusTag(row.status, t) },
  { id: 'amount', header: (t) => t('pledges.amount'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.ladder.announced, row.currency) },
  { id: 'usd', header: (t) => t('pledges.usd', { currency }), numeric: true, cell: (row, { t, language }) => (row.shown === null ? t('conversion.not') : formatNumber(language, row.shown.announced, 0)) },
  { id: 'paid', header: (t) => t('pledges.paid'), numeric: true, cell: (row, { language }) => percentOf(language, paidShare(row.ladder)) },
  { id: 'announced', header: (t) => t('pledges.announced'), sort: 'announced', unbroken: true, cell: (row, { language }) => formatDate(language, row.announced_on, 'short') },
];
