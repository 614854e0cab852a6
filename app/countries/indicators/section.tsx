import type { ReactNode } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Section } from '#app/ui/section';
import { valueOf } from './marks';
import type { Standing } from './queries.server';

interface IndicatorsSectionProps {
  readonly standings: readonly Standing[];
  readonly iso2: string;
  /** Leads to where a value is written down, for those who may. */
  readonly edit?: boolean;
  readonly children?: ReactNode;
}

/** Where a country stands and what it aims at; a missing value says why. */
export function IndicatorsSection({ standings, iso2, edit = false, children }: IndicatorsSectionProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const known = standings.filter(({ value }) => value !== null).length;
  const note = t('indicators.known', { shown: formatNumber(language, known), total: formatNumber(language, standings.length) });
  return (
    <Section id="indicators" title={t('indicators.title')} note={note}>
      <ListTable caption={t('indicators.caption')} columns={edit ? [...standingColumns, editColumn(iso2)] : standingColumns} rows={standings} keyOf={({ code }) => code} t={t} />
      <p className="meta">{t('indicators.meta')} <a href={`${paths.in(language).methods()}#indicators`}>{t('list.how')}</a> · <a href={paths.in(language).indicators({ country: iso2 })}>{t('indicators.all')}</a></p>
      {children}
    </Section>
  );
}

const none = (text: string) => <span className="muted">{text}</span>;

const standingColumns: readonly Column<Standing>[] = [
  { id: 'indicator', header: (t) => t('indicators.indicator'), cell: (row) => <>{row.name} <span className="ref">{row.code}</span></> },
  { id: 'latest', header: (t) => t('indicators.latest'), numeric: true, cell: (row, { t, language }) => (row.value === null ? none(t('indicators.not_known')) : valueOf(row.value, row.unit, t, language)) },
  { id: 'year', header: (t) => t('indicators.year'), numeric: true, cell: (row, { t }) => row.year ?? none(t('indicators.none')) },
  { id: 'aim', header: (t) => t('indicators.aim'), numeric: true, cell: (row, { t, language }) => (row.aim === null ? none(t('indicators.none')) : t('indicators.aim_by', { value: valueOf(row.aim, row.unit, t, language), year: String(row.aim_year) })) },
  {
    id: 'source', header: (t) => t('indicators.source_or_reason'),
    cell: (row, { t }) => (row.value === null ? <>{t('indicators.reason', { reason: row.missing === null ? t('indicators.no_row') : t(`indicators.missing.${row.missing}`) })}{row.missing_note !== null && <> <span dir="auto">{row.missing_note}</span></>}</> : <span dir="auto">{row.source}</span>),
  },
];

const editColumn = (iso2: string): Column<Standing> => ({
  id: 'edit', header: (t) => t('indicators.entry'), unnamed: true, cell: (row, { t }) => <a href={paths.countryIndicator(iso2, row.code)} aria-label={t('indicators.enter_of', { name: row.name })}>{t('indicators.enter')}</a>,
});
