import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import type { Comparison, DifferingRow } from './comparison.server';

const columns: readonly Column<DifferingRow>[] = [
  { id: 'record', header: (t) => t('records.record'), cell: (row) => <>{row.title ?? ''} <span className="ref"><bdi>{row.ref}</bdi></span></> },
  { id: 'kind', header: (t) => t('records.kind'), cell: (row, { t }) => t(`since.kinds.${row.kind}`) },
  { id: 'fate', header: (t) => t('since.fate'), cell: (row, { t }) => t(`since.fates.${row.fate}`) },
];

/** What became of the frozen records since: it belongs to the next report. */
export function Since({ counts, rows }: Comparison) {
  const t = useText('reporting');
  const { language } = useLocale();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p>{t('since.none')}</p>;
  return (
    <>
      <p>{t('since.some', { total: formatNumber(language, total, 0), shown: formatNumber(language, rows.length, 0) })}</p>
      <ListTable caption={t('since.title')} columns={columns} rows={rows} keyOf={(row) => `${row.kind} ${row.record_id}`} t={t} />
    </>
  );
}
