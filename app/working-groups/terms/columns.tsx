import { formatDate, formatNumber } from '#app/languages/format';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { Terms, TermsState, TermsText } from './model';

/** A version with where it stands today, and what it says is new. */
export interface VersionRow extends Pick<Terms, 'version' | 'from_on'> {
  readonly state: TermsState;
  readonly until: string | null;
  readonly said: TermsText | undefined;
}

const tones: Readonly<Record<TermsState, Tone>> = { in_force: 'ok', announced: 'prog', earlier: 'none', replaced: 'off' };

export const versionColumns: readonly Column<VersionRow>[] = [
  { id: 'version', header: (t) => t('terms.number'), cell: (row, { language }) => formatNumber(language, row.version) },
  { id: 'state', header: (t) => t('status'), unnamed: true, cell: (row, { t }) => <Tag tone={tones[row.state]}>{t(`terms.state.${row.state}`)}</Tag> },
  { id: 'from', header: (t) => t('terms.from'), unbroken: true, cell: (row, { language }) => formatDate(language, row.from_on) },
  { id: 'until', header: (t) => t('seats.last_day'), cell: (row, { t, language }) => (row.until === null ? <span className="muted">{t('terms.open_end')}</span> : formatDate(language, row.until)) },
  { id: 'note', header: (t) => t('terms.note'), worded: true, cell: (row, { t, language }) => (row.said === undefined ? <span className="muted">{t(row.version === 1 ? 'terms.first' : 'terms.no_note')}</span> : <span lang={row.said.language === language ? undefined : row.said.language} dir="auto">{row.said.note}</span>) },
];

/** What two versions say, side by side. */
export interface ChangeRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const changeColumns: readonly Column<ChangeRow>[] = [
  { id: 'label', header: (t) => t('terms.fact'), cell: (row) => row.label },
  { id: 'before', header: (t) => t('terms.before'), cell: (row) => row.before },
  { id: 'after', header: (t) => t('terms.after'), cell: (row) => row.after },
];
