import { formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import type { FileColumn } from '#app/table/files/column';
import { Tag } from '#app/ui/tag';
import { meetingTime } from '#app/working-groups/marks';
import type { CoveredItem } from './items.server';
import { noDimension, spelled, type Coverage } from './model';
import { dimensionName, minutesOf } from './words';

/** The file of the same items. Instants are ISO 8601 in UTC. */
export const itemFileColumns: readonly FileColumn<CoveredItem>[] = [
  { header: 'session', value: (row) => row.session_ref },
  { header: 'starts_at', value: (row) => row.starts_at.toISOString() },
  { header: 'time_zone', value: (row) => row.time_zone },
  { header: 'item', value: (row) => row.title },
  { header: 'dimension', value: (row) => row.dimension_key },
  { header: 'dimension_name', value: (row) => row.dimension },
  { header: 'minutes', value: (row) => row.minutes },
  { header: 'outcome', value: (row) => row.outcome },
];

/** The items behind the coverage of a group. */
export const itemColumns: readonly Column<CoveredItem>[] = [
  { id: 'title', header: (t) => t('agenda.item'), cell: (row) => <bdi>{row.title}</bdi> },
  { id: 'session', header: (t) => t('session.one'), cell: (row, { t, language }) => <><a href={paths.in(language).session(row.session_ref)}><bdi>{row.session_ref}</bdi></a> <span className="small muted">{meetingTime(row, t, language)}</span></> },
  { id: 'dimension', header: (t) => t('dimensions.one'), cell: (row, { t, language }) => (row.dimension === null ? <span className="muted">{t('dimensions.none')}</span> : <span lang={row.dimension_language === language ? undefined : (row.dimension_language ?? undefined)}>{row.dimension}</span>) },
  { id: 'minutes', header: (t) => t('agenda.planned_minutes'), numeric: true, cell: (row, { t, language }) => (row.minutes === null ? <span className="muted">{t('dimensions.no_time')}</span> : formatNumber(language, row.minutes)) },
  { id: 'outcome', header: (t) => t('agenda.outcome'), unnamed: true, cell: (row, { t }) => (row.outcome === null ? null : <Tag tone={row.outcome === 'treated' ? 'ok' : 'late'}>{t(`outcome.${row.outcome}`)}</Tag>) },
];

/** The coverage of a group in numbers, each of which leads to its rows; none leads nowhere. */
export function coverageColumns(group: string): readonly Column<Coverage>[] {
  const link = (href: string, count: number, text: string) => (count === 0 ? text : <a href={href}>{text}</a>);
  const items = ({ dimension }: Coverage, language: Language) => paths.in(language).groupCoverage(group, { dimension: dimension?.key ?? noDimension });
  const asked = ({ dimension }: Coverage) => ({ group, dimension: spelled(group, dimension?.key) });
  return [
    { id: 'one', header: (t) => t('dimensions.one'), cell: (one, { t, language }) => dimensionName(one, t, language) },
    { id: 'time', header: (t) => t('dimensions.time'), cell: (one, { t, language }) => link(items(one, language), one.items, minutesOf(one, t, language)) },
    { id: 'sessions', header: (t) => t('dimensions.sessions'), numeric: true, cell: (one, { t, language }) => link(items(one, language), one.sessions, t('dimensions.of', { shown: formatNumber(language, one.sessions), all: formatNumber(language, one.of), count: one.of })) },
    { id: 'decisions', header: (t) => t('dimensions.decisions'), numeric: true, cell: (one, { language }) => link(paths.in(language).decisions(asked(one)), one.decisions, formatNumber(language, one.decisions)) },
    { id: 'recommendations', header: (t) => t('dimensions.recommendations'), numeric: true, cell: (one, { language }) => link(paths.in(language).recommendations(asked(one)), one.recommendations, formatNumber(language, one.recommendations)) },
  ];
}
