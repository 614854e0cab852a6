import { adding, columnIn, exactly } from '#app/financing/money/sum';
import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column, Words } from '#app/table/column';
import { asPublished, changedAtSource, typeName } from './model';
import type { TransactionRow, TransactionSum } from './queries.server';

/** Whether it was reversed or is a reversal, and why it went beyond the commitment (FI-1, FI-4). */
function stateOf(row: TransactionRow, { t }: Words) {
  const words = [
    row.reversal_of === null ? undefined : t('transactions.reversal'),
    row.reversed_by === null ? undefined : t('transactions.reversed'),
    row.excess_explanation === null ? undefined : t('transactions.beyond', { why: saidBySource(row.excess_explanation, t) }),
  ].filter((word) => word !== undefined);
  return [t(`verification.${row.verification}`), ...words].join(' · ');
}

/** What imports write in place of a person's words, in the reader's language. */
const saidBySource = (words: string, t: Words['t']): string => (words === asPublished ? t('transactions.as_published') : words === changedAtSource ? t('transactions.changed_at_source') : words);

/** FI-8: a reduction or cancellation of a pledge. */
const isTakenBack = ({ type_code, pledge_ref, value }: TransactionRow): boolean => type_code === '12' && pledge_ref !== null && value.startsWith('-');

const typeColumn: Column<TransactionRow> = {
  id: 'type', header: (t) => t('transactions.type'),
  cell: (row, { language, t }) => (
    <>
      <a href={paths.in(language).transaction(row.id)}>{row.type_code === null ? t('unknown') : isTakenBack(row) ? t('transactions.taken_back') : typeName(row.type_code, language)}</a>
      {row.description !== null && <span className="muted tiny" dir="auto"> {saidBySource(row.description, t)}</span>}
    </>
  ),
};
const dateColumn: Column<TransactionRow> = { id: 'date', header: (t) => t('transactions.date'), sort: 'date', unbroken: true, cell: (row, { language }) => formatDate(language, row.transaction_on, 'short') };
const receiverColumn: Column<TransactionRow> = { id: 'receiver', header: (t) => t('transactions.receiver'), cell: (row, { t }) => row.receiver ?? (row.recipient_names.join(', ') || t('unknown')) };
const valueColumn: Column<TransactionRow> = { id: 'value', header: (t) => t('transactions.value'), numeric: true, cell: (row, { language }) => `${row.currency} ${formatNumber(language, row.value, 6)}` };
const shownColumn = (currency: string): Column<TransactionRow> => ({ id: 'shown', header: (t) => t('transactions.usd', { currency }), numeric: true, cell: (row, { t, language }) => (row.shown === null ? t('conversion.not') : formatNumber(language, row.shown, 2)) });
const stateColumn: Column<TransactionRow> = { id: 'state', header: (t) => t('transactions.state'), cell: (row, words) => <span className="small">{stateOf(row, words)}</span> };

/** The list of all transactions on screen, in a reporting currency; the columns of its files are in `columns.ts`. */
export const transactionTable = (currency: string): readonly Column<TransactionRow>[] => [
  typeColumn,
  {
    id: 'of', header: (t) => t('transactions.of'),
    cell: (row, { language }) => {
      const to = paths.in(language);
      return row.pledge_ref === null
        ? <a href={to.activity(row.activity_identifier ?? '')}><bdi className="small">{row.activity_identifier}</bdi></a>
        : <a href={to.pledge(row.pledge_ref)}><bdi className="nw">{row.pledge_ref}</bdi></a>;
    },
  },
  dateColumn,
  { id: 'provider', header: (t) => t('transactions.provider'), cell: (row, { t }) => <span dir="auto">{row.provider ?? t('unknown')}</span> },
  receiverColumn, valueColumn, shownColumn(currency), stateColumn,
];

/** The transactions of one pledge or activity; `reversing` adds a way to reverse what can be reversed. */
export const ownTransactionTable = (currency: string, reversing: boolean): readonly Column<TransactionRow>[] => [
  typeColumn, dateColumn, receiverColumn, valueColumn, shownColumn(currency), stateColumn,
  ...(reversing ? [reverseColumn] : []),
];

const reverseColumn: Column<TransactionRow> = {
  id: 'reverse', header: (t) => t('transactions.reverse'), unnamed: true,
  cell: (row, { t, language }) =>
    row.reversal_of === null && row.reversed_by === null && (
      <a href={paths.transactionReversal(row.id)}>{t('transactions.reverse')}<span className="vh"> {formatDate(language, row.transaction_on)} {row.value}</span></a>
    ),
};

/** Sums of the whole list by type and currency; `rowsOf` leads to the rows of one. */
export const sumTable = (currency: string, rowsOf: (row: TransactionSum) => string): readonly Column<TransactionSum>[] => [
  { id: 'type', header: (t) => t('transactions.type'), cell: (row, { language, t }) => <a href={rowsOf(row)}>{row.type_code === null ? t('unknown') : typeName(row.type_code, language)}<span className="vh"> {row.currency}</span></a> },
  { id: 'count', header: (t) => t('transactions.count'), numeric: true, cell: (row, { language }) => exactly('rows', row.count, formatNumber(language, row.count)) },
  { id: 'sum', header: (t) => t('transactions.sum'), numeric: true, cell: (row, { language }) => adding('value', row.value, `${row.currency} ${formatNumber(language, row.value, 6)}`) },
  {
    id: 'shown', header: (t) => t('transactions.usd', { currency }), numeric: true,
    cell: (row, { language, t }) => {
      const missing = row.count - row.converted;
      if (row.converted === 0) return t('conversion.not');
      return (
        <>
          {adding(columnIn('value', currency), row.shown, formatNumber(language, row.shown, 2))}
          {missing > 0 && <span className="tiny muted"> {t('transactions.partly', { count: missing, shown: formatNumber(language, missing) })}</span>}
        </>
      );
    },
  },
];
