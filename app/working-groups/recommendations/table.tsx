import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { recommendationTag } from '#app/working-groups/marks';
import type { RegisterRow } from './register.server';

/** The columns of the register on screen; those of its files are in `columns.ts`. */
export const recommendationColumns: readonly Column<RegisterRow>[] = [
  { id: 'title', header: (t) => t('recommendation.one'), cell: (row, { language }) => <><a href={paths.in(language).recommendation(row.ref)} dir="auto">{row.title}</a><span className="ref">{row.ref}</span></> },
  {
    id: 'group', header: (t) => t('group.one'),
    cell: (row, { language }) => <a href={paths.in(language).workingGroup(row.group_ref)} lang={row.group_language === language ? undefined : row.group_language}>{row.group_name}</a>,
  },
  { id: 'made', header: (t) => t('recommendations.made'), sort: 'made', unbroken: true, cell: (row, { language }) => formatDate(language, row.made_on, 'short') },
  {
    id: 'answered', header: (t) => t('responses.title'), numeric: true,
    cell: (row, { t, language }) => (row.asked === 0 ? t('responses.nobody_short') : t('responses.of', { answered: formatNumber(language, row.answered), asked: formatNumber(language, row.asked) })),
  },
  { id: 'status', header: (t) => t('status'), unnamed: true, cell: (row, { t }) => recommendationTag(row.status, t) },
];
