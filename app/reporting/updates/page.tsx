import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { CycleRecord } from '#app/reporting/cycles/queries.server';
import type { CycleState } from '#app/reporting/cycles/model';
import { Button } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { EntryFields, type EntryReply } from './entry';
import { isWritable, type UpdateStatus } from './model';
import type { Entry } from './queries.server';
import { updateTag } from './marks';

interface UpdatesPageProps {
  readonly cycle: CycleRecord;
  readonly state: CycleState;
  readonly entries: readonly Entry[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  /** Of all, on whichever page. */
  readonly total: number;
  readonly sent: number;
  readonly today: string;
  /** Whether updates of the viewer's are taken now, and the day until which they got more time, if they did. */
  readonly open: boolean;
  readonly extended: string | null;
  /** How many have just been sent and kept. */
  readonly done: { readonly sent: number; readonly saved: number };
  readonly result: SubmissionResult<string[]> | undefined;
}

/** The annual update: every commitment that one answers for, on one page, with what was said last. */
export function UpdatesPage({ cycle, state, open, extended, entries, next, total, sent: sentInAll, today, done, result }: UpdatesPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const toAnswer = entries.filter((entry) => open && entry.commitment_status === 'published' && isWritable(entry.now?.status ?? 'draft'));
  const sent = entries.filter((entry) => entry.now !== null && !isWritable(entry.now.status));
  const number = (value: number) => formatNumber(language, value, 0);
  const kick = t('updates.kick', { year: cycle.year, due: formatDate(language, cycle.due_on), sent: number(sentInAll), total: number(total) });
  // Of what stands on other pages only the sum is known here.
  const left = next === null && total === entries.length ? toAnswer.length : open ? total - sentInAll : 0;
  const lede = !open ? t('updates.closed', { lock: formatDate(language, cycle.lock_on) }) : entries.length > 0 && toAnswer.length === 0 ? t('updates.done_lede') : t('updates.lede');
  return (
    <>
      <Head kick={kick} title={left === 0 ? t('updates.done_title') : t('updates.title', { count: left, shown: number(left) })} lede={open ? `${lede} ${t('cycles.zone', { zone: cycle.time_zone })}` : lede} />
      {entries.length > 0 && (
        <div className="row pb-32"><label htmlFor="progress" className="small">{t('updates.progress', { sent: number(sentInAll), total: number(total) })}</label><progress id="progress" className="in--20" max={total} value={sentInAll}>{sentInAll}</progress></div>
      )}
      {done.sent + done.saved > 0 && <Notice role="status" title={t('updates.received', { count: done.sent, shown: number(done.sent) })}>{t(done.saved > 0 ? 'updates.received_and_kept' : 'updates.received_text', { saved: number(done.saved) })}</Notice>}
      {extended !== null && open && <Notice tone="warn">{t('updates.extended', { until: formatDate(language, extended) })}</Notice>}
      {state === 'grace' && extended === null && <Notice tone="warn">{t('updates.grace', { due: formatDate(language, cycle.due_on), lock: formatDate(language, cycle.lock_on) })}</Notice>}
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      {done.sent + done.saved > 0 && <div className="spacer" />}
      {entries.length === 0 && <Empty title={t('updates.none')}><p>{t('updates.none_hint')}</p></Empty>}
      {toAnswer.length > 0 && (
        <form method="post" action={paths.updates(cycle.ref)} encType="multipart/form-data">
          {toAnswer.map((entry, at) => <EntryFields key={entry.ref} entry={entry} cycle={cycle} number={at + 1} today={today} reply={replyFor(entry.ref, result)} />)}
          <div className="entry">
            <div className="row"><Button name="send" value="all">{t('updates.send')}</Button><Button weight="second" name="send" value="draft">{t('updates.save')}</Button></div>
            <p className="small muted">{t('updates.what_follows')}</p>
          </div>
        </form>
      )}
      {next !== null && <p className="pt-16"><a href={`${paths.updates(cycle.ref)}?after=${encodeURIComponent(next)}`}>{t('updates.next_page')}</a></p>}
      {sent.length > 0 && <SentList entries={sent} />}
    </>
  );
}

function SentList({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <Section id="sent" title={t('updates.sent_title')} note={t('updates.sent_note')}>
      <List>
        {entries.map(({ ref, title, now }) => (
          <Item key={ref} title={title} href={paths.in(language).commitment(ref)} marks={now === null ? undefined : updateTag(now.status as UpdateStatus, t)}
            note={now === null ? undefined : t('updates.sent_row', { ref, answer: t(`answers.${now.answer ?? 'update'}`), on: now.submitted_on === null ? '' : formatDate(language, now.submitted_on) })} />
        ))}
      </List>
    </Section>
  );
}

/** Of the form that came back, what belongs to one commitment. */
function replyFor(ref: string, result: SubmissionResult<string[]> | undefined): EntryReply {
  const updates = result?.initialValue?.['updates'];
  const typed = isTree(updates) ? updates[ref] : undefined;
  return {
    typed: (field) => {
      const value = field.split('.').reduce<unknown>((tree, name) => (isTree(tree) ? tree[name] : undefined), typed);
      return typeof value === 'string' ? value : undefined;
    },
    errors: (field) => result?.error?.[`updates.${ref}.${field}`] ?? undefined,
  };
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
