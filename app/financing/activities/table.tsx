import { moneyPathsIn } from '#app/financing/money/show-in';
import { formatNumber } from '#app/languages/format';
import type { Column } from '#app/table/column';
import { findCode } from '#db/reference/codes';
import { ACTIVITY_STATUSES } from '#db/reference/iati/activity-status';
import type { ActivityRow } from './queries.server';

/** The list of published activities on screen; the columns of its files are in `columns.ts`. */
export const activityTable = (currency: string): readonly Column<ActivityRow>[] => [
  {
    id: 'activity', header: (t) => t('activities.activity'), sort: 'identifier',
    cell: (row, { language, t }) => (
      <>
        <a href={moneyPathsIn(language, currency).activity(row.iati_identifier)} lang={row.title === null || row.title_language === language ? undefined : row.title_language} dir="auto">
          {row.title ?? t('activities.untitled')}
        </a>
        <span className="ref">{row.iati_identifier}</span>
      </>
    ),
  },
  { id: 'status', header: (t) => t('activities.status'), cell: (row, { t, language }) => (row.status_code === null ? t('unknown') : (findCode(ACTIVITY_STATUSES, row.status_code)?.name[language] ?? row.status_code)) },
  { id: 'countries', header: (t) => t('activities.countries'), cell: (row, { t }) => row.countries.map(({ name }) => name).join(', ') || t('unknown') },
  { id: 'transactions', header: (t) => t('activities.transactions'), numeric: true, cell: (row, { language }) => formatNumber(language, row.money.transactions) },
  ...(['committed', 'disbursed', 'spent'] as const).map((rung): Column<ActivityRow> => ({
    id: rung, header: (t) => t(`activities.${rung}`, { currency }), numeric: true, cell: (row, { language }) => formatNumber(language, row.shown.ladder[rung], 0),
  })),
];
