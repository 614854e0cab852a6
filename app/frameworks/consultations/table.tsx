import { formatDate, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { ConsultationState, Disposition } from './model';
import type { Consultation } from './queries.server';

const tones: Readonly<Record<ConsultationState, Tone>> = { announced: 'draft', open: 'prog', closed: 'none' };
export const stateTag = (state: ConsultationState, t: (key: string) => string) => <Tag tone={tones[state]} icon={state === 'closed' ? null : tones[state]}>{t(`consultations.state.${state}`)}</Tag>;

const dispositionTones: Readonly<Record<Disposition, Tone>> = { accepted: 'ok', accepted_in_part: 'prog', not_accepted: 'off', noted: 'draft' };
export const dispositionTag = (disposition: Disposition, t: (key: string) => string) => <Tag tone={dispositionTones[disposition]} icon={disposition === 'noted' ? null : dispositionTones[disposition]}>{t(`disposition.${disposition}`)}</Tag>;

/** Every consultation with its text, its days, and how much of what was said is answered. */
export const consultationColumns: readonly Column<Consultation>[] = [
  { id: 'text', header: (t) => t('consultations.text_column'), cell: (row, { t, language }) => <><a href={paths.in(language).consultation(row.ref)}>{t('consultations.of', { name: row.name, number: row.number })}</a><span className="ref">{row.ref}</span></> },
  { id: 'audience', header: (t) => t('consultations.asked'), cell: (row, { t }) => t(`consultations.audience.${row.audience}`) },
  { id: 'days', header: (t) => t('consultations.days'), cell: (row, { t, language }) => t('consultations.from_until', { from: formatDate(language, row.opens_on, 'short'), until: formatDate(language, row.closes_on, 'short') }) },
  { id: 'comments', header: (t) => t('consultations.comments'), numeric: true, cell: (row, { language }) => <a href={paths.in(language).comments({ consultation: row.ref })}>{formatNumber(language, row.comments)}</a> },
  { id: 'answered', header: (t) => t('consultations.answered'), numeric: true, cell: (row, { language }) => formatNumber(language, row.answered) },
  { id: 'state', header: (t) => t('ledger.status'), unnamed: true, cell: (row, { t }) => stateTag(row.state, t) },
];
