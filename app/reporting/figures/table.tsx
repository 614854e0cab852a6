import { formatDate, formatMoneyExact } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { FigureRecord } from './queries.server';

/** The record as it is today; some kinds have no page of their own and lead to the list they stand in. */
export function recordHref(record: Pick<FigureRecord, 'kind' | 'ref' | 'of'>, language: Language): string {
  const to = paths.in(language);
  switch (record.kind) {
    case 'commitment':
      return to.commitment(record.ref);
    case 'pledge':
      return to.pledge(record.ref);
    case 'transaction':
      return record.of === 'pledge' ? to.pledge(record.ref) : to.activity(record.ref);
    case 'member':
      return to.member(record.ref);
    case 'decision':
      return to.decision(record.ref);
    case 'session':
      return to.session(record.ref);
    default:
      return to.endorsements();
  }
}

/** A record with the part that it is counted in, already in words. */
export interface ListedRecord extends FigureRecord {
  readonly label: string;
}

export const recordTable: readonly Column<ListedRecord>[] = [
  { id: 'record', header: (t) => t('records.record'), cell: (record, { language }) => <><a href={recordHref(record, language)}>{record.title ?? record.ref}</a>{record.title !== null && <span className="ref"><bdi>{record.ref}</bdi></span>}</> },
  { id: 'part', header: (t) => t('records.part'), cell: (record) => record.label },
  { id: 'kind', header: (t) => t('records.kind'), cell: (record, { t }) => t(`records.kinds.${record.kind}`) },
  { id: 'on', header: (t) => t('records.on'), unbroken: true, cell: (record, { language }) => (record.on === null ? '' : formatDate(language, record.on, 'short')) },
  { id: 'amount', header: (t) => t('records.amount'), numeric: true, cell: (record, { language }) => (record.amount === null || record.currency === null ? '' : <bdi>{formatMoneyExact(language, record.amount, record.currency)}</bdi>) },
  { id: 'usd', header: () => 'USD', numeric: true, cell: (record, { t, language }) => (record.amount === null ? '' : record.amount_usd === null ? t('records.not_converted') : <bdi>{formatMoneyExact(language, record.amount_usd, 'USD')}</bdi>) },
];

/** Columns that say nothing of a kind of record: money of what is no money, the date of what has none. */
export const withoutMoney = ['amount', 'usd'];
