import { formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { findCode } from '#db/reference/codes';
import { ACTIVITY_STATUSES } from '#db/reference/iati/activity-status';
import type { ActivityRow } from './queries.server';

/** The list of published activities on screen; the columns of its files are in `columns.ts`. */
export const activityTable: readonly Column<ActivityRow>[] = [
  {
    id: 'activity', header: (t) => t('activities.activity'), sort: 'identifier',
    cell: (row, { language, t }) => (
      <>
        <a href={paths.in(language).activity(row.iati_identifier)} lang={row.title === null || row.title_language === language ? undefined : row.title_language} dir="auto">
          {row.title ?? t('activities.untitled')}
        </a>
        <span className="ref">{row.iati_identifier}</span>
      </>
    ),
  },
  { id: 'status', header: (t) => t('activities.status'), cell: (row, { t, language }) => (row.status_code === null ? t('unknown') : (findCode(ACTIVITY_STATUSES, row.status_code)?.name[language] ?? row.status_code)) },
  { id: 'countries', header: (t) => t('activities.countries'), cell: (row, { t }) => row.countries.map(({ name }) => name).join(', ') || t('unknown') },
  { id: 'transactions', header: (t) => t('activities.transactions'), numeric: true, cell: (row, { language }) => formatNumber(language, row.money.transactions) },
  { id: 'committed', header: (t) => t('activities.committed'), numeric: true, cell: (row, { language }) => formatNumber(language, row.money.ladder.committed, 0) },
  { id: 'disbursed', header: (t) => t('activities.disbursed'), numeric: true, cell: (row, { language }) => formatNumber(language, row.money.ladder.disbursed, 0) },
  { id: 'spent', header: (t) => t('activities.spent'), numeric: true, cell: (row, { language }) => formatNumber(language, row.money.ladder.spent, 0) },
];
