import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Language } from '#app/languages/language';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import { clauseHref } from '../addresses';
import type { EndorsementRow } from './list';
import type { EndorsementStatus } from './model';

const tones: Readonly<Record<EndorsementStatus, Tone>> = { declared: 'draft', evidence_checked: 'prog', published: 'ok', withdrawn: 'none' };

export const statusTag = (status: EndorsementStatus, t: Text) => <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;

/** Where the party has its own page. */
export const partyHref = ({ party_kind, party_ref }: Pick<EndorsementRow, 'party_kind' | 'party_ref'>, language: Language): string =>
  party_kind === 'country' ? paths.in(language).country(party_ref) : paths.in(language).member(party_ref);

/** The ledger on screen; the columns of its files are in `columns.ts`. */
export const ledgerColumns: readonly Column<EndorsementRow>[] = [
  {
    id: 'party', header: (t) => t('ledger.party'),
    cell: (row, { language }) => <><a href={partyHref(row, language)} dir="auto">{row.party}</a> <a className="ref" href={paths.in(language).endorsement(row.ref)}><bdi>{row.ref}</bdi></a></>,
  },
  { id: 'kind', header: (t) => t('ledger.kind'), cell: (row, { t }) => t(`party.${row.party_kind}`) },
  { id: 'capacity', header: (t) => t('filter.capacity'), cell: (row, { t }) => (row.capacity === null ? <span className="muted">{t('not_known')}</span> : <span dir="auto">{row.capacity}</span>) },
  { id: 'version', numeric: true, header: (t) => t('versions.version'), cell: (row) => row.version },
  { id: 'signed', header: (t) => t('ledger.signed'), sort: 'signed', unbroken: true, cell: (row, { t, language }) => (row.endorsed_on === null ? <span className="muted">{t('not_known')}</span> : formatDate(language, row.endorsed_on, 'short')) },
  { id: 'status', header: (t) => t('ledger.status'), unnamed: true, cell: (row, { t }) => statusTag(row.status, t) },
  {
    id: 'reservations', header: (t) => t('ledger.reservations'),
    cell: (row, { t, language }) => (row.reservations.length === 0 ? <span className="muted">{t('ledger.none')}</span> : row.reservations.map(({ code }, at) => <span key={code}>{at > 0 && ', '}<a href={clauseHref(row.framework, code, row.current ? undefined : row.version, language)}>{code}</a></span>)),
  },
];
