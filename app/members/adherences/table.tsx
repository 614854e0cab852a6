import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { AdherenceRow } from './list';
import type { AdherenceState } from './model';

const tones: Readonly<Record<AdherenceState, Tone>> = { pending: 'draft', current: 'ok', expired: 'late', revoked: 'off' };
export const adherenceTag = (state: AdherenceState, t: (key: string) => string) => <Tag tone={tones[state]}>{t(`adherences.state.${state}`)}</Tag>;

/** The papers that show it. */
export const evidenceLinks = (evidence: AdherenceRow['evidence']) => evidence.map(({ id, title, url }, at) => <span key={id}>{at > 0 && ' · '}<a href={url ?? paths.evidenceFile(id)} rel="nofollow noopener" dir="auto">{title}</a></span>);

export const adherenceColumns: readonly Column<AdherenceRow>[] = [
  { id: 'member', header: (t) => t('list.name'), cell: (row, { language }) => <><a href={paths.in(language).member(row.member_ref)} dir="auto">{row.member}</a><span className="ref">{row.member_ref}</span></> },
  { id: 'instrument', header: (t) => t('adherences.instrument'), cell: (row) => <div>{row.instrument_name}<br /><span className="small muted">{row.coalition}</span></div> },
  { id: 'signed', header: (t) => t('adherences.signed'), cell: (row, { language }) => <div>{formatDate(language, row.signed_on, 'short')}<br /><span className="small muted" dir="auto">{row.signed_by}</span></div> },
  { id: 'evidence', header: (t) => t('adherences.evidence'), cell: (row, { t }) => (row.evidence.length === 0 ? <span className="muted">{t('trail.none')}</span> : evidenceLinks(row.evidence)) },
  { id: 'expires', header: (t) => t('adherences.expires'), sort: 'expires', unbroken: true, cell: (row, { language }) => formatDate(language, row.expires_on, 'short') },
  { id: 'state', header: (t) => t('applications.state'), unnamed: true, cell: (row, { t }) => adherenceTag(row.state, t) },
];
