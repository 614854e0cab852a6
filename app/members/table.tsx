import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { MembershipStatus } from './memberships/model';
import type { MemberRow } from './organisations/list';
import { constituencyName, typeName } from './organisations/words';

const tones: Readonly<Record<MembershipStatus, Tone>> = {
  invited: 'draft', applied: 'draft', under_review: 'prog', active: 'ok', suspended: 'late', withdrawn: 'none', ended: 'none', declined: 'none',
};

export const membershipTag = (status: MembershipStatus, t: (key: string) => string) => <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;

/** The list of organisations on screen; the columns of its files are in `columns.ts`. */
export const memberColumns: readonly Column<MemberRow>[] = [
  {
    id: 'name', header: (t) => t('list.name'), sort: 'name',
    cell: (row, { language }) => (
      <>
        <a href={paths.in(language).member(row.ref)} dir="auto">{row.name}</a>
        <span className="ref">{row.ref}</span>
      </>
    ),
  },
  { id: 'constituency', header: (t) => t('list.constituency'), cell: (row, { t, language }) => (row.constituency === null ? <span className="muted">{t('list.not_known')}</span> : constituencyName(row.constituency, language)) },
  { id: 'type', header: (t) => t('list.type'), cell: (row, { t, language }) => (row.type_code === null ? <span className="muted">{t('list.not_known')}</span> : typeName(row.type_code, language)) },
  { id: 'country', header: (t) => t('list.country'), cell: (row, { t, language }) => (row.country_iso2 === null ? <span className="muted">{t('list.no_country')}</span> : <a href={paths.in(language).country(row.country_iso2)}>{row.country}</a>) },
  { id: 'commitments', header: (t) => t('list.commitments'), numeric: true, cell: (row, { t, language }) => (row.commitments === 0 ? <span className="muted">{t('trail.none')}</span> : formatNumber(language, row.commitments)) },
  { id: 'status', header: (t) => t('list.status'), unnamed: true, cell: (row, { t }) => (row.status === null ? <Tag tone="draft" icon={null}>{t('standing.not_a_member')}</Tag> : membershipTag(row.status, t)) },
  { id: 'joined', header: (t) => t('list.joined'), unbroken: true, cell: (row, { t, language }) => (row.joined_on === null ? <span className="muted">{t('list.never')}</span> : formatDate(language, row.joined_on, 'short')) },
];
