import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { NumberField, TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button, ButtonLink } from '#app/ui/button';
import { Tag } from '#app/ui/tag';
import { zoneName } from '#app/working-groups/marks';
import type { DeskFacts } from '../desk-facts.server';
import { figureTitle } from '#app/reporting/figures/title';
import { passageName } from './naming-page';
import type { ReportReply } from './queries.server';
import { isAwaited, replyWithinWorkingDays } from './window';

interface RepliesProps {
  readonly report: DeskFacts['report'];
  readonly window: DeskFacts['window'];
  readonly why: DeskFacts['why'];
  readonly result: SubmissionResult<string[]> | undefined;
}

/** Whom the report names, whether they were asked, and what they answered. */
export function Replies({ report, window, why, result }: RepliesProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { replies, reply_until, reply_nobody, zone } = report;
  const until = reply_until === null ? '' : formatDate(language, reply_until);
  return (
    <div className="flow">
      {reply_until !== null && <p>{t(`replies.${window === 'running' ? 'running' : 'over'}`, { by: until, zone: zoneName(zone) })}</p>}
      {reply_nobody !== null && <p>{t('replies.nobody_asked')} <bdi>{reply_nobody}</bdi></p>}
      {replies.length > 0 && <ListTable caption={t('replies.caption')} columns={columns} rows={replies.map((one) => ({ ...one, until, window, removal: window === 'not_opened' && why.name === undefined && one.replied_on === null ? paths.reportNaming(report.ref, one.id) : undefined }))} keyOf={(row) => row.id} t={t} />}
      {replies.length === 0 && reply_until === null && <p className="muted">{t('replies.none')}</p>}
      {window === 'not_opened' && <Asking report={report} why={why} result={result} />}
    </div>
  );
}

type Listed = ReportReply & { readonly until: string; readonly window: string; readonly removal: string | undefined };

const columns: readonly Column<Listed>[] = [
  { id: 'member', header: (t) => t('replies.member'), cell: (row) => <bdi>{row.party}</bdi> },
  { id: 'passage', header: (t) => t('replies.passage'), cell: (row, { t }) => passageName({ position: row.position, figure: row.figure_key === null ? null : figureTitle(row.figure_key, t) }, t) },
  { id: 'about', header: (t) => t('replies.about'), worded: true, cell: (row) => <span lang={row.language} dir="auto">{row.about}</span> },
  { id: 'reply', header: (t) => t('replies.act'), worded: true, cell: (row) => <Answer row={row} /> },
];

function Answer({ row }: { readonly row: Listed }) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (row.reply !== null) return <><Tag tone="ok">{t('replies.replied', { on: formatDate(language, row.replied_on ?? '') })}</Tag> <span lang={row.reply_language ?? undefined} dir="auto">{row.reply}</span></>;
  if (row.silent_on !== null) return <Tag tone="late">{t('replies.silent')}</Tag>;
  if (row.window !== 'not_opened') return <Tag tone={row.window === 'running' ? 'prog' : 'late'}>{row.window === 'running' ? t('replies.waits', { by: row.until }) : t('replies.silent')}</Tag>;
  return (
    <>
      <Tag tone="draft">{t('replies.unasked')}</Tag>
      {row.removal !== undefined && <form method="post" action={row.removal}><FormKey /><Button weight="text">{t('replies.remove')}<span className="vh">: {row.party}</span></Button></form>}
    </>
  );
}

/** Names another, and opens the window: everybody who is named is written to. */
function Asking({ report, why, result }: Omit<RepliesProps, 'window'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const field = fieldIn(result);
  const asked = report.replies.filter(({ replied_on, silent_on }) => isAwaited({ replied: replied_on !== null, silent_on })).length;
  return (
    <>
      {why.name === undefined && <p><ButtonLink weight="second" href={paths.reportAct(report.ref, 'replies')}>{t('replies.name')}</ButtonLink></p>}
      <form method="post" action={paths.reportAct(report.ref, 'window')} className="flow measure" noValidate>
        <FormKey />
        <NumberField {...field('working_days', String(replyWithinWorkingDays))} label={t('replies.days')} hint={t('replies.days_hint', { zone: zoneName(report.zone) })} width={4} required />
        {asked === 0 ? <TextArea {...field('nobody')} label={t('replies.nobody')} hint={t('replies.nobody_hint')} rows={2} maxLength={1000} required /> : <p><strong>{t('replies.to_ask', { shown: formatNumber(language, asked, 0) })}</strong></p>}
        <Button weight="second" why={why.ask === undefined ? undefined : t(why.ask)}>{t(asked === 0 ? 'replies.go_on' : 'replies.ask')}</Button>
      </form>
    </>
  );
}
