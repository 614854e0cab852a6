import { formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { AgendaItem } from '#app/working-groups/sessions/record.server';
import { ReportName } from './treats';

/** An item with the decisions taken on it. */
export interface TreatedItem extends AgendaItem {
  readonly decisions: readonly string[];
}

/** The items of a session: what was planned, and what came of it. */
export const agendaColumns: readonly Column<TreatedItem>[] = [
  {
    id: 'item', header: (t) => t('agenda.item'),
    cell: (row, { t, language }) => (
      <>
        {formatNumber(language, row.position)} <bdi>{row.title}</bdi>
        {row.presenter !== null && <span className="ref">{row.presenter}</span>}
        {row.report !== null && <span className="ref">{t('agenda.launch')} <ReportName report={row.report} /></span>}
        {row.section !== null && <span className="ref"><bdi>{row.section}</bdi></span>}
      </>
    ),
  },
  { id: 'kind', header: (t) => t('agenda.kind'), cell: (row, { t }) => t(`item_kind.${row.kind}`) },
  { id: 'minutes', header: (t) => t('agenda.planned'), numeric: true, cell: (row, { t, language }) => (row.minutes === null ? t('agenda.not_planned') : t('agenda.minutes', { count: row.minutes, shown: formatNumber(language, row.minutes) })) },
  {
    id: 'outcome', header: (t) => t('agenda.outcome'),
    cell: (row, { t, language }) => (
      <span>
        {row.outcome === null ? <span className="muted">{t('agenda.open')}</span> : t(`outcome.${row.outcome}`)}
        {row.decisions.map((ref) => <span key={ref}> · <a className="nw" href={paths.in(language).decision(ref)}>{ref}</a></span>)}
        {row.commitment_ref !== null && <span> · <a className="nw" href={paths.in(language).commitment(row.commitment_ref)}>{row.commitment_ref}</a></span>}
      </span>
    ),
  },
];
