import { adding, exactly } from '#app/financing/money/sum';
import { formatDate, formatMoneyExact, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { seenKey } from './model';
import type { PaymentRow } from './payments.server';
import type { ReceiptSum } from './queries.server';
import { bothSay, receivedFigure, stateTag } from './words';

const dateColumn: Column<PaymentRow> = { id: 'date', header: (t) => t('transactions.date'), sort: 'date', unbroken: true, cell: (row, { language }) => formatDate(language, row.transaction_on, 'short') };
const fromTo: Column<PaymentRow> = {
  id: 'payment', header: (t) => t('reconciliation.payment'),
  cell: (row, { t, language }) => (
    <>
      {t('reconciliation.from_to', { provider: row.provider, receiver: row.receiver ?? t('reconciliation.no_receiver') })}
      <span className="ref"><a href={paths.in(language).pledge(row.pledge_ref)}>{row.pledge_ref}</a></span>
    </>
  ),
};
const receiverColumn: Column<PaymentRow> = { id: 'receiver', header: (t) => t('transactions.receiver'), cell: (row, { t }) => <bdi>{row.receiver ?? t('reconciliation.no_receiver')}</bdi> };
const figures: readonly Column<PaymentRow>[] = [
  { id: 'told', header: (t) => t('reconciliation.told'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.value, row.currency) },
  { id: 'received', header: (t) => t('reconciliation.received'), numeric: true, cell: (row, { t, language }) => receivedFigure(row, t, language) },
  { id: 'state', header: (t) => t('transactions.state'), cell: (row, { t }) => stateTag(row, t) },
  { id: 'say', header: (t) => t('reconciliation.both_say'), worded: true, cell: (row, { t, language }) => bothSay(row, t, language) ?? null },
];

/** All payments, for everybody. */
export const receiptTable: readonly Column<PaymentRow>[] = [fromTo, dateColumn, ...figures];

/** A payment with what the viewer may do with it. */
export interface BoardRow extends PaymentRow {
  readonly tickable: boolean;
  readonly answerable: boolean;
  /** Published data holds what may be the receiver's account of it. */
  readonly proposed: boolean;
}

const answer: Column<BoardRow> = {
  id: 'answer', header: (t) => t('reconciliation.answer'), unnamed: true,
  cell: (row, { t, language }) => (
    <>
      <a href={paths.receipt(row.transaction_id)}>{t(row.answerable ? 'reconciliation.answer' : 'reconciliation.look')}<span className="vh"> {named(row, language)}</span></a>
      {row.proposed && row.state === 'unpaired' && <span className="tiny muted"> {t('reconciliation.proposed')}</span>}
    </>
  ),
};

/** The payments of one pledge; `answering` leads those who may answer to where they do. */
export const pledgeReceiptTable: readonly Column<PaymentRow>[] = [dateColumn, receiverColumn, ...figures];
export const answerTable: readonly Column<BoardRow>[] = [...pledgeReceiptTable, answer];

const named = ({ value, currency, transaction_on, provider }: PaymentRow, language: Parameters<typeof formatDate>[0]): string =>
  `${provider}, ${formatMoneyExact(language, value, currency)}, ${formatDate(language, transaction_on)}`;

/** The payments of those who speak for a side: each that can be confirmed as it is can be ticked. */
export const boardTable: readonly Column<BoardRow>[] = [
  {
    ...fromTo, cell: (row, words) => (
      <div className="grid grid-cols-[auto_1fr] gap-8">
        {row.tickable ? <label className="choice"><input type="checkbox" name="payments" value={seenKey(row)} /> <span className="vh">{words.t('reconciliation.tick', { payment: named(row, words.language) })}</span></label> : <span />}
        <div>{fromTo.cell(row, words)}</div>
      </div>
    ),
  },
  dateColumn, ...figures, answer,
];

const sumParts = { value: 'provider_amount', confirmed: 'confirmed', no_record: 'no_record', differs: 'differs', contested: 'contested' } as const;

/** Sums by currency: the four parts add up to what was disbursed; `rowsOf` leads to the payments of one. */
export const receiptSums = (rowsOf: (row: ReceiptSum) => string): readonly Column<ReceiptSum>[] => [
  { id: 'currency', header: (t) => t('filter.currency'), cell: (row) => <a href={rowsOf(row)}>{row.currency}</a> },
  { id: 'count', header: (t) => t('transactions.count'), numeric: true, cell: (row, { language }) => exactly('rows', row.count, formatNumber(language, row.count)) },
  ...(Object.keys(sumParts) as (keyof typeof sumParts)[]).map((part): Column<ReceiptSum> => ({
    id: part, header: (t) => t(`reconciliation.sums.${part}`), numeric: true, cell: (row, { language }) => adding(sumParts[part], row[part], formatMoneyExact(language, row[part], row.currency)),
  })),
];
