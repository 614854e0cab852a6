import type { SubmissionResult } from '@conform-to/react';
import Big from 'big.js';
import { amountOf, StandingTag, unitName } from '#app/commitments/marks';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Advice } from '#app/ui/advice';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Written } from '#app/ui/written';
import { checkName, updateTag } from './marks';
import { askedFields, fieldName, saidIn } from './remarks';
import { outcomeOf, type UpdateCheck, type UpdateStatus } from './model';
import type { EntryGoal, Review } from './queries.server';

export interface ReviewPageProps {
  readonly cycle: { readonly ref: string; readonly year: number };
  readonly review: Review;
  /** Undefined where it may be done, else the reason why not, a catalogue key. */
  readonly why: { readonly accept: string | undefined; readonly return: string | undefined };
  readonly result: SubmissionResult<string[]> | undefined;
}

/** One update beside what was said last, with what the automatic checks noticed; accepted, or given back with what to mend. */
export function ReviewPage({ cycle, review, why, result }: ReviewPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { now } = review;
  return (
    <>
      <Crumbs above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} here={<bdi>{review.ref}</bdi>} />
      <Head tight kick={t('review.kick', { lead: review.lead, on: now.submitted_on === null ? '' : formatDate(language, now.submitted_on), by: now.writer ?? t('review.nobody') })} title={<Written in={review.title_language}>{review.title}</Written>}>
        {updateTag(now.status as UpdateStatus, t)} <StandingTag standing={review.standing} />
        <a href={paths.in(language).commitment(review.ref)}>{t('review.commitment')}</a>
      </Head>
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      <div className="with-side">
        <div className="pb-32 flow">
          <h2 className="h27">{t('review.beside')}</h2>
          <Beside review={review} />
          <Words review={review} />
          {now.status === 'submitted' && <Decisions cycle={cycle.ref} review={review} why={why} result={result} />}
        </div>
        <Advice id="checks" title={t('review.automatic')} note={t('review.automatic_note')} remarks={review.checks.map((check) => remarkOf(check, review.goals, t))}>
          {review.checks.length === 0 && <p>{t('review.all_passed')}</p>}
        </Advice>
      </div>
    </>
  );
}

const remarkOf = (check: UpdateCheck, goals: readonly EntryGoal[], t: Text) =>
  ({ label: checkName(check, goals, t), tone: 'late' as const, state: t('checks.look'), text: t(`checks.${check.code}.text`) });

/** One field of an update: what was accepted last, what is said now, and what lies between. */
interface Compared {
  readonly field: string;
  readonly before: string;
  readonly now: string;
  readonly difference: string;
  readonly target: string;
}

const comparison: readonly Column<Compared>[] = [
  { id: 'field', header: (t) => t('review.field'), cell: (row) => row.field },
  { id: 'before', header: (t) => t('review.accepted_before'), cell: (row) => row.before },
  { id: 'now', header: (t) => t('review.said_now'), cell: (row) => <b>{row.now}</b> },
  { id: 'difference', header: (t) => t('review.difference'), cell: (row) => row.difference },
  { id: 'target', header: (t) => t('review.target'), cell: (row) => row.target },
];

/** The goals with what was accepted last and what is said now. */
function Beside({ review }: { readonly review: Review }) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const { before, now, goals } = review;
  const value = (text: string | null, goal: EntryGoal, missing: string) => (text === null ? missing : amountOf(text, goal.unit, words, language));
  const day = (on: string | null | undefined) => (on == null ? t('review.none_before') : formatDate(language, on));
  const completion = (code: string | null | undefined) => (code == null ? t('review.none_before') : t(`completion.${code}`));
  const rows: Compared[] = [
    ...goals.map((goal) => ({
      field: goal.statement ?? unitName(goal.unit, words), before: value(goal.last_value, goal, t('review.none_before')), now: value(goal.value, goal, t(`missing.${goal.missing ?? 'not_assessed'}`)),
      difference: difference(goal, language, t), target: value(goal.target_value, goal, t('review.no_target')),
    })),
    { field: t('updates.as_of'), before: day(before?.as_of), now: day(now.as_of), difference: '', target: '' },
    { field: t('updates.completion'), before: completion(before?.completion), now: completion(now.completion), difference: '', target: '' },
  ];
  return <ListTable caption={t('review.beside')} columns={comparison} rows={rows} keyOf={(row) => row.field} t={t} />;
}

function difference({ value, last_value }: EntryGoal, language: Language, t: Text): string {
  if (value === null || last_value === null) return '';
  const change = new Big(value).minus(last_value);
  if (change.eq(0)) return t('review.same');
  return `${change.gt(0) ? '+' : '−'} ${formatNumber(language, change.abs().toFixed())}`;
}

function Words({ review: { now, before } }: { readonly review: Review }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const parts = (['narrative', 'barriers', 'enablers', 'equity'] as const).flatMap((field) => (now[field] === null ? [] : [{ field, text: now[field] }]));
  return (
    <>
      <h3>{t('review.in_their_words')}</h3>
      {parts.length === 0 && <p className="muted">{t('review.no_words')}</p>}
      {parts.map(({ field, text }) => <p key={field} lang={now.language} dir="auto">{field !== 'narrative' && <><strong>{t(`updates.${field}`)}</strong><br /></>}{text}</p>)}
      {before?.narrative != null && <p className="small muted" lang={before.language} dir="auto">{t('review.words_before', { year: before.year })} {before.narrative}</p>}
      <h3>{t('review.evidence')}</h3>
      {now.evidence.length === 0 ? <p className="muted">{t('review.no_evidence')}</p> : <ul>{now.evidence.map(({ id, title, url }) => <li key={id}><a href={url ?? paths.evidenceFile(id)} rel="nofollow noreferrer">{title}</a></li>)}</ul>}
      {now.also_reported_to.length > 0 && <p className="small">{t('updates.also_reported_to')}: {formatList(language, now.also_reported_to)}</p>}
    </>
  );
}

function Decisions({ cycle, review, why, result }: Omit<ReviewPageProps, 'cycle'> & { readonly cycle: string }) {
  const t = useText('reporting');
  const { ref, now } = review;
  const typed = result?.initialValue?.['reason'];
  const closes = outcomeOf(now.answer, now.as_of ?? '');
  return (
    <>
      <form method="post" action={paths.updateAcceptance(cycle, ref)} className="flow pt-16">
        <FormKey />
        <Version value={now.version} />
        <h3>{t('review.accept_title')}</h3>
        <p className="small">{t(now.documents === 0 ? 'review.accept_unchecked' : 'review.accept_checked')}</p>
        {closes !== undefined && <Notice small tone="warn">{t(closes.reached_on === null ? 'review.closes_stopped' : 'review.closes_finished')}</Notice>}
        <Button why={why.accept === undefined ? undefined : t(why.accept)}>{t('review.accept')}</Button>
      </form>
      <form method="post" action={paths.updateReview(cycle, ref)} className="flow ask">
        <FormKey />
        <Version value={now.version} />
        <h3>{t('review.return_title')}</h3>
        <Questions review={review} result={result} />
        <TextArea name="reason" label={t('review.reason')} hint={t('review.reason_hint')} errors={result?.error?.['reason'] ?? undefined} defaultValue={typeof typed === 'string' ? typed : undefined} maxLength={2000} optional />
        <Button weight="second" why={why.return === undefined ? undefined : t(why.return)}>{t('review.return')}</Button>
      </form>
    </>
  );
}

/** Room for a question at each field, folded away until it is wanted. */
function Questions({ review, result }: Pick<ReviewPageProps, 'review' | 'result'>) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const typed = (name: string): string => {
    const value = name.split('.').reduce<unknown>((tree, key) => (typeof tree === 'object' && tree !== null ? (tree as Record<string, unknown>)[key] : undefined), result?.initialValue);
    return typeof value === 'string' ? value : '';
  };
  const at = (name: string, label: string, said: string | null) => (
    <details key={name} open={typed(name) !== ''}>
      <summary>{label} · <bdi className="muted">{said === null || said === '' ? words('not_said') : said.slice(0, 120)}</bdi></summary>
      <TextArea name={name} label={words('remarks.note')} rows={2} maxLength={2000} optional defaultValue={typed(name)} errors={result?.error?.[name] ?? undefined} />
    </details>
  );
  const shown = (field: string): string | null => {
    const said = saidIn(review, field, null);
    if (said === null) return null;
    return field === 'answer' ? t(`answers.${said}`) : field === 'completion' ? t(`completion.${said}`) : field === 'as_of' ? formatDate(language, said) : said;
  };
  return (
    <>
      {review.goals.map((goal) => at(`values.${goal.id}`, goal.statement ?? unitName(goal.unit, words), goal.value === null ? t(`missing.${goal.missing ?? 'not_assessed'}`) : amountOf(goal.value, goal.unit, words, language)))}
      {askedFields.map((field) => at(`remarks.${field}`, fieldName(field, t), shown(field)))}
    </>
  );
}
