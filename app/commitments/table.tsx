import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { freshMark, resultSoFar, standingTag } from './marks';
import { Written } from '#app/ui/written';
import type { CommitmentRow } from './list/model';

/** The columns of the list on screen; the columns of its files are in `columns.ts`. */
export const commitmentColumns: readonly Column<CommitmentRow>[] = [
  {
    id: 'title', header: (t) => t('list.commitment'),
    cell: (row, { language }) => (
      <>
        <a href={paths.in(language).commitment(row.ref)}><Written in={row.title_language}>{row.title}</Written></a>
        <span className="ref">{row.ref}</span>
      </>
    ),
  },
  { id: 'lead', header: (t) => t('list.lead'), cell: (row, { t }) => (row.attended === false ? <>{row.lead} <Tag tone="none">{t('attention.mark')}</Tag></> : row.lead) },
  { id: 'standing', header: (t) => t('list.status'), unnamed: true, cell: (row, { t }) => standingTag(row.standing, t) },
  { id: 'fresh', header: (t) => t('list.last_update'), sort: 'updated', unnamed: true, cell: (row, { t, language }) => freshMark(row.freshness, t, language) },
  { id: 'result', header: (t) => t('list.result'), cell: (row, { t, language }) => resultSoFar(row.goal, t, language) },
  { id: 'due', header: (t) => t('list.due'), sort: 'due', unbroken: true, cell: (row, { t, language }) => (row.ends_on === null ? t('list.no_date') : formatDate(language, row.ends_on, 'short')) },
];
