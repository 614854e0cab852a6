import { formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { CoalitionStatus } from './model';
import type { CoalitionRow } from './queries.server';

const tones: Readonly<Record<CoalitionStatus, Tone>> = { forming: 'draft', active: 'ok', dormant: 'late', closed: 'none' };

export const statusTag = (status: CoalitionStatus, t: (key: string) => string) => <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;

/** Coalitions in a list; counts are of each one alone. */
export const coalitionColumns: readonly Column<CoalitionRow>[] = [
  {
    id: 'name', header: (t) => t('list.coalition'),
    cell: (row, { language }) => <a href={paths.in(language).coalition(row.slug)} lang={row.text_language === language ? undefined : row.text_language} dir="auto">{row.name}</a>,
  },
  { id: 'kind', header: (t) => t('list.kind'), cell: (row, { t, language }) => (row.country_iso2 === null ? t(`kind.${row.kind}`) : <a href={paths.in(language).country(row.country_iso2)}>{row.country}</a>) },
  { id: 'status', header: (t) => t('list.status'), unnamed: true, cell: (row, { t }) => statusTag(row.status, t) },
  { id: 'members', header: (t) => t('list.members'), numeric: true, cell: (row, { t, language }) => (row.members === 0 ? <span className="muted">{t('list.none')}</span> : <a href={paths.in(language).members({ coalition: row.slug })}>{formatNumber(language, row.members)}</a>) },
  { id: 'commitments', header: (t) => t('list.commitments'), numeric: true, cell: (row, { t, language }) => (row.commitments === 0 ? <span className="muted">{t('list.none')}</span> : <a href={paths.in(language).commitments({ coalition: row.slug })}>{formatNumber(language, row.commitments)}</a>) },
  { id: 'groups', header: (t) => t('list.groups'), numeric: true, cell: (row, { t, language }) => (row.groups === 0 ? <span className="muted">{t('list.none')}</span> : formatNumber(language, row.groups)) },
];
