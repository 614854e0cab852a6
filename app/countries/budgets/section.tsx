import type { ReactNode } from 'react';
import { inMillions } from '#app/financing/money/words';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { FigureTable } from '#app/ui/figure-table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { BudgetsBeside, BudgetYear } from './beside.server';
import { fiscalYearName } from './model';

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
  const note = start === undefined ? t('budgets.calendar_years') : t('budgets.starts', { day: startWords(language, start) });
  return (
    <Section id="budget" title={t('budgets.title')} note={note}>
      {years.length === 0 ? <Notice tone="none" small title={t('budgets.none')}>{t('budgets.none_text', { name })}</Notice> : (
        <>
          <FigureTable
            titled caption={t('budgets.caption', { name })}
            columns={[t('budgets.year'), t('budgets.own_budgeted'), t('budgets.own_spent'), t('budgets.outside_committed'), t('budgets.outside_disbursed')].map((label) => ({ label }))}
            rows={years.map((year) => cellsOf(year, { language, none: t('budgets.no_line'), silent: t('budgets.not_reported'), lines: (shown) => paths.in(language).budgets({ country: iso2, year: shown, state: 'standing' }) }))}
          />
          <p className="meta">{t('budgets.meta')} <a href={`${paths.in(language).methods()}#money`}>{t('list.how')}</a></p>
          {missing > 0 && <p className="small muted">{t('budgets.missing', { count: missing, shown: formatNumber(language, missing) })}</p>}
          {lines > 0 && <p className="small"><a href={paths.in(language).budgets({ country: iso2 })}>{t('budgets.all', { count: lines, shown: formatNumber(language, lines) })}</a></p>}
        </>
      )}
      {edit && <p className="noprint"><ButtonLink weight="second" href={paths.countryBudget(iso2)}>{t('budgets.write')}</ButtonLink></p>}
    </Section>
  );
}

/** "1 July", in any year that has it. */
export const startWords = (language: Parameters<typeof formatDate>[0], { starts_month, starts_day }: { readonly starts_month: number; readonly starts_day: number }): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, starts_month - 1, starts_day)));

interface Said {
  readonly language: Parameters<typeof formatDate>[0];
  readonly none: string;
  readonly silent: string;
  readonly lines: (year: string) => string;
}

function cellsOf(year: BudgetYear, { language, none, silent, lines }: Said): ReactNode[] {
  const million = (amount: string) => inMillions(language, amount);
  const name = <bdi>{fiscalYearName(year)}</bdi>;
  const muted = (text: string) => <span className="muted">{text}</span>;
  return [
    year.lines === 0 ? name : <a href={lines(year.year_from.slice(0, 4))}>{name}</a>,
    year.lines === 0 ? muted(none) : million(year.budgeted), year.lines === 0 ? muted(none) : year.reported === 0 ? muted(silent) : million(year.spent),
    million(year.committed), million(year.disbursed),
  ];
}
