import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import { standingTag } from '../marks';
import { SmartWords } from '../smart/words';
import type { QueueRow, ReviewQueue } from './queries.server';

/** Commitments that wait to be read, fewest days left first; one's own never appear here. */
export function QueueSection({ rows, more }: ReviewQueue) {
  const t = useText('commitments');
  const { language } = useLocale();
  return (
    <Section id="commitments" title={t('list.title')} note={t('review.note')}>
      {rows.length === 0 ? <Empty title={t('review.empty')} /> : <ListTable caption={t('review.caption')} columns={columns} rows={rows.toSorted((a, b) => a.days_left - b.days_left)} keyOf={(row) => row.id} t={t} />}
      {more > 0 && <p className="small">{t('review.more', { count: more, shown: formatNumber(language, more, 0) })}</p>}
    </Section>
  );
}

const columns: readonly Column<QueueRow>[] = [
  { id: 'title', header: (t) => t('list.commitment'), cell: (row, { language }) => <><a href={paths.in(language).commitment(row.ref)}><Written in={row.title_language}>{row.title}</Written></a><span className="ref">{row.ref}</span></> },
  { id: 'lead', header: (t) => t('list.lead'), cell: (row) => row.lead },
  { id: 'sent', header: (t) => t('review.sent'), unbroken: true, cell: (row, { t, language }) => (row.submitted_on === null ? t('not_known') : formatDate(language, row.submitted_on, 'short')) },
  { id: 'state', header: (t) => t('list.status'), unnamed: true, cell: (row, { t }) => standingTag(row.status === 'verified' ? 'verified' : 'submitted', t) },
  { id: 'smart', header: (t) => t('review.smart'), cell: (row, { t, language }) => <SmartWords score={row.smart_score} t={t} language={language} /> },
  { id: 'left', header: (t) => t('review.days_left'), numeric: true, cell: (row, { language }) => formatNumber(language, row.days_left) },
];
