import { adding } from '#app/financing/money/sum';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Column, Words } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { trancheTones } from './model';
import type { PlannedTranche, TrancheAct } from './plan.server';
import type { TrancheRow } from './queries.server';
import { trancheWords } from './words';
import type { PlannedYear } from './years.server';

const stateColumn: Column<TrancheRow> = { id: 'state', header: (t) => t('tranches.state_head'), unnamed: true, cell: (row, { t }) => <Tag tone={trancheTones[row.state]}>{t(`tranches.state.${row.state}`)}</Tag> };
const amountColumn: Column<TrancheRow> = { id: 'amount', header: (t) => t('tranches.exact'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.amount, row.currency) };
const paidColumn: Column<TrancheRow> = { id: 'paid', header: (t) => t('tranches.paid'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.paid, row.currency) };

/** What it waits for, and why it will not be paid. */
const asides = ({ condition, cancelled_on, cancelled_why }: TrancheRow, { t, language }: Words) => (
  <>
    {condition !== null && <span className="block muted tiny" dir="auto">{t('tranches.if', { condition })}</span>}
    {cancelled_on !== null && <span className="block muted tiny" dir="auto">{t('tranches.cancelled_why', { on: formatDate(language, cancelled_on), why: cancelled_why ?? '' })}</span>}
  </>
);

const whatColumn = (today: Day): Column<TrancheRow> => ({ id: 'what', header: (t) => t('tranches.what'), cell: (row, words) => <>{trancheWords(row, words.t, words.language, today)}{asides(row, words)}</> });

/** The tranches of one pledge; `acting` adds what the viewer may do with them. */
export const ownTrancheTable = (today: Day, acting: boolean): readonly Column<PlannedTranche>[] => [whatColumn(today), stateColumn, amountColumn, paidColumn, ...(acting ? [actsColumn] : [])];

const actsColumn: Column<PlannedTranche> = {
  id: 'acts', header: (t) => t('tranches.acts'), unnamed: true,
  cell: (row, { t, language }) => (
    <span className="row">{row.acts.map((act) => <a key={act} href={paths.trancheAct(row.id, act)}>{t(actWords[act])}<span className="vh"> {formatDate(language, row.due_on)}</span></a>)}</span>
  ),
};
const actWords: Readonly<Record<TrancheAct, string>> = { payments: 'tranches.pay', edit: 'tranches.edit', cancellation: 'tranches.cancel' };

/** The list of all tranches on screen; the columns of its files are in `columns.ts`. */
export const trancheTable = (today: Day): readonly Column<TrancheRow>[] => [
  whatColumn(today), stateColumn, amountColumn, paidColumn,
  {
    id: 'pledge', header: (t) => t('tranches.of'),
    cell: (row, { language }) => <><a href={`${paths.in(language).pledge(row.pledge_ref)}#tranches`} dir="auto">{row.pledge_title}</a><span className="ref">{row.pledge_ref}</span> <span className="muted tiny" dir="auto">{row.provider}</span></>,
  },
];

const money = (row: PlannedYear, of: 'planned' | 'paid', amount: string, language: Words['language']) => adding(of, amount, formatMoneyExact(language, amount, row.currency));

/** What is planned for each year, beside what went out in it. */
export const yearTable = (inYear: (row: PlannedYear) => string): readonly Column<PlannedYear>[] => [
  { id: 'year', header: (t) => t('tranches.year'), unbroken: true, cell: (row) => <a href={inYear(row)}>{String(row.year)} <bdi>{row.currency}</bdi></a> },
  { id: 'planned', header: (t) => t('tranches.planned'), numeric: true, cell: (row, { language }) => money(row, 'planned', row.planned, language) },
  { id: 'paid', header: (t) => t('tranches.paid_of_it'), numeric: true, cell: (row, { language }) => money(row, 'paid', row.paid, language) },
  { id: 'disbursed', header: (t) => t('tranches.disbursed'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.disbursed, row.currency) },
];
