import { formatDayInZone, formatTime } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { MailRow } from './queries.server';

const tones: Readonly<Record<string, Tone>> = { queued: 'prog', sent: 'ok', kept: 'draft', failed: 'off' };

export const mailColumns: readonly Column<Omit<MailRow, 'created_at'> & { readonly created_at: string | Date }>[] = [
  { id: 'subject', header: (t) => t('log.subject'), cell: (mail) => <a href={paths.mail(mail.id)}>{mail.subject}</a> },
  { id: 'recipient', header: (t) => t('log.recipient'), cell: (mail) => <bdi>{mail.recipient}</bdi> },
  { id: 'status', header: (t) => t('log.status'), cell: (mail, { t }) => <Tag tone={tones[mail.status] ?? 'draft'}>{t(`statuses.${mail.status}`)}</Tag>, unnamed: true },
  { id: 'attempts', header: (t) => t('log.attempts'), cell: (mail) => mail.attempts, numeric: true },
  { id: 'created_at', header: (t) => t('log.written'), cell: (mail, { language }) => `${formatDayInZone(language, mail.created_at, 'UTC')}, ${formatTime(language, mail.created_at, 'UTC')} UTC` },
];
