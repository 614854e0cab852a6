import { formatDate } from '#app/languages/format';
import { constituencyName } from '#app/members/organisations/words';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag, type Tone } from '#app/ui/tag';
import type { ApplicationRow } from './list';
import { approvalsNeeded, type ApplicationStatus } from './model';

const tones: Readonly<Record<ApplicationStatus, Tone>> = { unverified: 'draft', invited: 'draft', applied: 'late', under_review: 'prog', more_asked: 'prog', approved: 'ok', declined: 'none' };

export const applicationTag = (status: ApplicationStatus, t: (key: string) => string) => <Tag tone={tones[status]}>{t(`applications.status.${status}`)}</Tag>;

/** The desk of applications on screen. */
export const applicationColumns: readonly Column<ApplicationRow>[] = [
  { id: 'name', header: (t) => t('list.name'), cell: (row) => <><a href={paths.application(row.ref)} dir="auto">{row.name}</a><span className="ref">{row.ref}</span></> },
  { id: 'for', header: (t) => t('applications.for'), cell: (row, { t }) => <div>{row.coalition}<br /><span className="small muted">{t(`category.${row.category}`)}</span></div> },
  { id: 'constituency', header: (t) => t('list.constituency'), cell: (row, { language }) => <div>{constituencyName(row.constituency, language)}{row.country !== null && <><br /><span className="small muted">{row.country}</span></>}</div> },
  { id: 'mail', header: (t) => t('applications.mail'), cell: (row, { t }) => t(`applications.finding.${row.mail_finding}`) },
  { id: 'approvals', header: (t) => t('applications.approvals'), cell: (row, { t }) => t('applications.approvals_of', { given: row.approvals, needed: approvalsNeeded(row.constituency) }) },
  { id: 'since', header: (t) => t('applications.since'), unbroken: true, cell: (row, { language }) => formatDate(language, row.since, 'short') },
  { id: 'status', header: (t) => t('applications.state'), unnamed: true, cell: (row, { t }) => applicationTag(row.status, t) },
];
