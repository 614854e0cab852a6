import { inMillions } from '#app/financing/money/words';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { BudgetsBeside, BudgetYear } from './beside.server';
import { dayOfYear, fiscalYearName } from './model';

interface BudgetSectionProps {
  readonly budgets: BudgetsBeside;
  readonly iso2: string;
  readonly name: string;
  /** Leads to where lines are written down, for those who may. */
  readonly edit?: boolean;
}

/** A country's own budget by its fiscal year, beside what others committed and paid; the two are never added (BU-4). */
export function BudgetSection({ budgets: { start, years }, iso2, name, edit = false }: BudgetSectionProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const lines = years.reduce((sum, year) => sum + year.lines, 0);
  const missing = years.reduce((sum, year) => sum + year.unconverted + year.outside_unconverted, 0);
  const note = start === undefined ? t('budgets.calendar_years') : t('budgets.starts', { day: formatDate(language, dayOfYear(start), 'yearly') });
  return (
    <Section id="budget" title={t('budgets.title')} note={note}>
      {years.length === 0 ? <Notice tone="none" small title={t('budgets.none')}>{t('budgets.none_text', { name })}</Notice> : (
        <>
          <ListTable titled caption={t('budgets.caption', { name })} columns={yearColumns(iso2)} rows={years} keyOf={({ year_from }) => year_from} t={t} />
          <p className="meta">{t('budgets.meta')} <a href={`${paths.in(language).methods()}#money`}>{t('list.how')}</a></p>
          {missing > 0 && <p className="small muted">{t('budgets.missing', { count: missing, shown: formatNumber(language, missing) })}</p>}
          {lines > 0 && <p className="small"><a href={paths.in(language).budgets({ country: iso2 })}>{t('budgets.all', { count: lines, shown: formatNumber(language, lines) })}</a></p>}
        </>
      )}
      {edit && <p className="noprint"><ButtonLink weight="second" href={paths.countryBudget(iso2)}>{t('budgets.write')}</ButtonLink></p>}
    </Section>
  );
}

const muted = (text: string) => <span className="muted">{text}</span>;

const yearColumns = (iso2: string): readonly Column<BudgetYear>[] => [
  {
    id: 'year', header: (t) => t('budgets.year'),
    cell: (year, { language }) => (year.lines === 0 ? <bdi>{fiscalYearName(year)}</bdi> : <a href={paths.in(language).budgets({ country: iso2, year: year.year_from.slice(0, 4), state: 'standing' })}><bdi>{fiscalYearName(year)}</bdi></a>),
  },
  { id: 'budgeted', header: (t) => t('budgets.own_budgeted'), numeric: true, cell: (year, { t, language }) => (year.lines === 0 ? muted(t('budgets.no_line')) : inMillions(language, year.budgeted)) },
  { id: 'spent', header: (t) => t('budgets.own_spent'), numeric: true, cell: (year, { t, language }) => (year.lines === 0 ? muted(t('budgets.no_line')) : year.reported === 0 ? muted(t('budgets.not_reported')) : inMillions(language, year.spent)) },
  { id: 'committed', header: (t) => t('budgets.outside_committed'), numeric: true, cell: (year, { language }) => inMillions(language, year.committed) },
  { id: 'disbursed', header: (t) => t('budgets.outside_disbursed'), numeric: true, cell: (year, { language }) => inMillions(language, year.disbursed) },
];
