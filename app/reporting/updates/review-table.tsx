import { formatDate } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Tag } from '#app/ui/tag';
import { Written } from '#app/ui/written';
import type { Review } from './queries.server';

interface Listed extends Review {
  readonly cycle: string;
}

const columns: readonly Column<Listed>[] = [
  { id: 'update', header: (t) => t('review.update'), cell: (row) => <><a href={paths.updateReview(row.cycle, row.ref)}><Written in={row.title_language}>{row.title}</Written></a><span className="ref"><bdi>{row.ref}</bdi></span></> },
  { id: 'member', header: (t) => t('board.member'), cell: (row) => row.lead },
  { id: 'answer', header: (t) => t('review.answer'), cell: (row, { t }) => t(`answers.${row.now.answer ?? 'update'}`) },
  { id: 'sent', header: (t) => t('review.sent'), unbroken: true, cell: (row, { language }) => (row.now.submitted_on === null ? '' : formatDate(language, row.now.submitted_on, 'short')) },
  {
    id: 'checks', header: (t) => t('review.checks'), unnamed: true,
    cell: (row, { t }) => (row.checks.length === 0 ? <Tag tone="ok">{t('review.all_passed')}</Tag> : <Tag tone="late" icon="off">{t('review.to_look_at', { count: row.checks.length })}</Tag>),
  },
];

/** Updates in a row, each leading to where it is read. */
export function ReviewTable({ rows, cycle, caption }: { readonly rows: readonly Review[]; readonly cycle: string; readonly caption: string }) {
  const t = useText('reporting');
  return <ListTable caption={caption} columns={columns} rows={rows.map((row) => ({ ...row, cycle }))} keyOf={(row) => row.ref} t={t} />;
}
