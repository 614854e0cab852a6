import type { Text } from '#app/languages/catalogue';
import { formatDate, formatMoney, formatMoneyExact } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import type { BudgetLineRow } from './list';
import { fiscalYearName, isOverspent } from './model';

/** Budget lines on screen; the columns of their files are in `columns.ts`. `country` is hidden on the pages of a country. */
export const budgetTable: readonly Column<BudgetLineRow>[] = [
  {
    id: 'line', header: (t) => t('budgets.line'),
    cell: (row, { t, language }) => (
      <>
        <span dir="auto">{row.title}</span> {row.code !== null && <span className="ref">{row.code}</span>}
        {row.code === null && <br />}<a className="small" href={paths.in(language).commitment(row.commitment_ref)}><span lang={row.commitment_language} dir="auto">{row.commitment}</span> <bdi>{row.commitment_ref}</bdi></a>
        {row.withdrawn_on !== null && <><br /><Tag tone="none">{t('budgets.withdrawn_on', { date: formatDate(language, row.withdrawn_on) })}</Tag> <span className="small" dir="auto">{row.withdrawn_reason}</span></>}
      </>
    ),
  },
  { id: 'country', header: (t) => t('requests.country'), cell: (row, { language }) => <a href={`${paths.in(language).country(row.country_iso2)}#budget`}>{row.country}</a> },
  { id: 'year', header: (t) => t('budgets.year'), sort: 'year', cell: (row) => <bdi>{fiscalYearName(row)}</bdi> },
  { id: 'budgeted', header: (t) => t('budgets.budgeted'), numeric: true, cell: (row, { language }) => formatMoneyExact(language, row.budgeted, row.currency) },
  { id: 'spent', header: (t) => t('budgets.spent'), numeric: true, cell: (row, { t, language }) => (row.spent === null ? <span className="muted">{t('budgets.not_reported')}</span> : formatMoneyExact(language, row.spent, row.currency)) },
  { id: 'usd', header: (t) => t('budgets.usd'), numeric: true, cell: (row, { t, language }) => (row.budgeted_usd === null ? <span className="muted">{t('budgets.not_converted')}</span> : formatMoney(language, row.budgeted_usd, 'USD')) },
  { id: 'source', header: (t) => t('budgets.source'), worded: true, cell: (row, { t, language }) => <span className="small"><span dir="auto">{row.source}</span>{remarksOn(row, t, language).map((remark) => <span key={remark} className="muted">{' · '}{remark}</span>)}</span> },
];

/** What stands beside the amounts: what was first voted, by which day it was spent, which rate was taken. */
function remarksOn(row: BudgetLineRow, t: Text, language: Language): string[] {
  return [
    ...(row.first_budgeted === row.budgeted ? [] : [t('budgets.first', { amount: formatMoneyExact(language, row.first_budgeted, row.currency) })]),
    ...(row.spent_as_of === null ? [] : [t(isOverspent(row) ? 'budgets.overspent' : 'budgets.as_of', { date: formatDate(language, row.spent_as_of) })]),
    ...(row.currency === 'USD' || row.rate_source === null || row.rate_on === null ? [] : [t('budgets.rate', { rate: row.rate_source, date: formatDate(language, row.rate_on) })]),
  ];
}

/** Leads to the correction of a line that stands. */
export const correctionColumn: Column<BudgetLineRow> = {
  id: 'correct', header: (t) => t('budgets.entry'), unnamed: true,
  cell: (row, { t }) => (row.withdrawn_on === null ? <a href={paths.budgetLine(row.country_iso2, row.id)} aria-label={t('budgets.correct_of', { line: row.title })}>{t('budgets.correct_short')}</a> : null),
};
