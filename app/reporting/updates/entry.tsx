import { useState } from 'react';
import { amountOf, resultSoFar, StandingTag, unitName } from '#app/commitments/marks';
import { AskedFields, AskNote, useAnyAsked } from '#app/form/asked';
import { DateField, FileField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { newId } from '#app/platform/identity';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { Notice } from '#app/ui/notice';
import { Written } from '#app/ui/written';
import { acceptedFiles, fileLimit } from '#app/records/evidence/model';
import { checksOn } from './checks';
import { checkName } from './marks';
import type { CycleRecord } from '#app/reporting/cycles/queries.server';
import { answers, completionOf, completions, isWritable, missingReasons } from './model';
import type { Entry, EntryGoal } from './queries.server';
import { asksOf } from './remarks';

/** What was typed before the page came back with something to mend, and what is to mend. */
export interface EntryReply {
  /** The typed value of a field; undefined where the form has not been sent. */
  readonly typed: (field: string) => string | undefined;
  readonly errors: (field: string) => string[] | undefined;
}

interface EntryFieldsProps {
  readonly entry: Entry;
  /** What it asks for, and what it wants to be told. */
  readonly cycle: Pick<CycleRecord, 'questions' | 'required'>;
  readonly number: number;
  readonly today: string;
  readonly reply: EntryReply;
}

/** One commitment on the page of the annual update: what was said last, one question, and what follows from its answer. */
export function EntryFields({ entry, cycle, number, today, reply }: EntryFieldsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const [key] = useState(newId);
  const name = (field: string) => `updates.${entry.ref}.${field}`;
  const { now, before } = entry;
  const chosen = reply.typed('answer') ?? now?.answer ?? undefined;
  const errors = reply.errors('answer');
  return (
    <AskedFields asks={now === null ? {} : asksOf(entry, now.remarks, name)}>
      <fieldset className="entry">
        <legend><span className="vh">{number}. </span><h2><Written in={entry.title_language}>{entry.title}</Written></h2></legend>
        <p className="small muted">
          <a href={paths.in(language).commitment(entry.ref)}><bdi>{entry.ref}</bdi></a> · <LastWords entry={entry} /> <StandingTag standing={entry.standing} />
        </p>
        {now?.status === 'returned' && <Notice tone="warn" title={t('updates.returned')}>{now.returned_reason ?? t('updates.returned_fields')}</Notice>}
        <AskNote name={name('answer')} />
        <Advised entry={entry} />
        <input type="hidden" name={name('key')} defaultValue={key} suppressHydrationWarning />
        <input type="hidden" name={name('seen')} value={now?.version ?? 0} />
        {errors !== undefined && <span className="err" id={`${name('answer')}-e`}><Icon name="err" /><span>{errors.join(' ')}</span></span>}
        <div className="opts">
          {answers.map((answer, at) => (
            <label key={answer} className="opt">
              <input type="radio" id={at === 0 ? name('answer') : undefined} name={name('answer')} value={answer} defaultChecked={answer === chosen} aria-describedby={errors === undefined ? undefined : `${name('answer')}-e`} /> {t(`answers.${answer}`)}
            </label>
          ))}
        </div>
        <div className="said flow">
          <div className="cols cols-2">
            {entry.goals.map((goal) => <GoalField key={goal.id} goal={goal} name={name} reply={reply} />)}
            <DateField name={name('as_of')} label={t('updates.as_of')} hint={t('updates.as_of_hint')} errors={reply.errors('as_of')} defaultValue={reply.typed('as_of') ?? now?.as_of ?? undefined} max={today} />
            <SelectField name={name('completion')} label={t('updates.completion')} hint={t('updates.completion_hint')} empty={null} errors={reply.errors('completion')} options={completions.map((value) => ({ value, label: t(`completion.${value}`) }))} defaultValue={reply.typed('completion') ?? now?.completion ?? before?.completion ?? proposed(entry.goals)} />
          </div>
          {cycle.questions.includes('narrative') && <TextArea
            name={name('narrative')} optional={!cycle.required.includes('narrative')} label={t('updates.narrative')} hint={before?.narrative == null ? t('updates.narrative_hint') : t('updates.narrative_before', { year: before.year, words: before.narrative.slice(0, 200) })}
            errors={reply.errors('narrative')} defaultValue={reply.typed('narrative') ?? now?.narrative ?? undefined} maxLength={4000}
          />}
          <More name={name} reply={reply} entry={entry} cycle={cycle} />
        </div>
        <div className="row"><Button weight="second" name="send" value={entry.ref}>{t('updates.send_one')}</Button><span className="tiny muted">{t('updates.send_one_hint')}</span></div>
      </fieldset>
    </AskedFields>
  );
}

/** What the numbers say; the person corrects it. */
const proposed = (goals: readonly EntryGoal[]): string => completionOf(goals.map((goal) => ({ baseline: goal.baseline_value, target: goal.target_value, value: goal.last_value })));

function LastWords({ entry }: { readonly entry: Entry }) {
  const t = useText('commitments');
  const own = useText('reporting');
  const { language } = useLocale();
  const [goal] = entry.goals;
  const result = resultSoFar(goal, t, language);
  return <>{entry.before === null ? own('updates.first_time', { result }) : own('updates.last_time', { year: entry.before.year, result })}</>;
}

/** What the automatic checks say of what was saved: advice before it is sent, never a bar. */
function Advised({ entry }: { readonly entry: Entry }) {
  const t = useText('reporting');
  const checks = entry.now === null || !isWritable(entry.now.status) ? [] : checksOn(entry);
  if (checks.length === 0) return null;
  return (
    <div className="notice small">
      <p><strong>{t('updates.advice')}</strong></p>
      <ul>{checks.map((check) => <li key={`${check.code} ${check.goal_id ?? ''}`}>{checkName(check, entry.goals, t)}: {t(`checks.${check.code}.text`)}</li>)}</ul>
    </div>
  );
}

interface GoalFieldProps {
  readonly goal: EntryGoal;
  readonly name: (field: string) => string;
  readonly reply: EntryReply;
}

/** The value of a goal now; or, where it is left open, why. */
function GoalField({ goal, name, reply }: GoalFieldProps) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const amount = (value: string) => amountOf(value, goal.unit, words, language);
  const hints = [
    goal.last_value === null ? t('updates.no_value') : t('updates.last_value', { value: amount(goal.last_value) }),
    goal.target_value === null ? undefined : goal.target_on === null ? t('updates.target', { value: amount(goal.target_value) }) : t('updates.target_by', { value: amount(goal.target_value), by: formatDate(language, goal.target_on) }),
  ];
  const [value, missing] = [`values.${goal.id}`, `missing.${goal.id}`];
  return (
    <div className="flow">
      <NumberField name={name(value)} label={t('updates.value', { what: goal.statement ?? unitName(goal.unit, words) })} hint={hints.filter(Boolean).join(' · ')} decimals errors={reply.errors(value)} defaultValue={reply.typed(value) ?? goal.value ?? (goal.missing === null ? goal.last_value : null) ?? undefined} />
      <SelectField name={name(missing)} label={t('updates.missing')} hint={t('updates.missing_hint')} optional empty={t('missing.not_assessed')} options={missingReasons.slice(1).map((reason) => ({ value: reason, label: t(`missing.${reason}`) }))} defaultValue={reply.typed(missing) ?? goal.missing ?? undefined} />
    </div>
  );
}

/** What not everybody has to say, folded away until it is wanted. */
function More({ name, reply, entry, cycle }: Pick<EntryFieldsProps, 'reply' | 'entry' | 'cycle'> & { readonly name: (field: string) => string }) {
  const t = useText('reporting');
  const attached = entry.now?.evidence ?? [];
  const document = attached.findLast(({ url }) => url !== null);
  const folded = cycle.questions.filter((one) => one !== 'narrative');
  const asked = useAnyAsked(folded.map(name));
  const open = asked || folded.some((field) => cycle.required.includes(field) || reply.errors(field) !== undefined);
  return (
    <>
      {attached.length > 0 && <p className="small">{t('review.evidence')}: {attached.map(({ id, title, url }, at) => <span key={id}>{at > 0 && ' · '}<a href={url ?? paths.evidenceFile(id)} rel="nofollow noreferrer">{title}</a></span>)}</p>}
      <div className="cols cols-2">
        <TextField name={name('evidence_url')} type="url" label={t('updates.evidence_url')} hint={t('updates.evidence_hint')} optional errors={reply.errors('evidence_url')} defaultValue={reply.typed('evidence_url') ?? document?.url ?? undefined} maxLength={2000} spellCheck={false} />
        <TextField name={name('evidence_title')} label={t('updates.evidence_title')} optional errors={reply.errors('evidence_title')} defaultValue={reply.typed('evidence_title') ?? document?.title} maxLength={200} />
        <FileField name={name('evidence_file')} label={t('updates.evidence_file')} hint={t('updates.evidence_file_hint')} optional accept={acceptedFiles} limit={fileLimit} errors={reply.errors('evidence_file')} />
      </div>
      {folded.length > 0 && <details open={open}>
        <summary>{t('updates.more')}</summary>
        <div className="flow">
          {folded.map((field) => (
            <TextArea
              key={field} name={name(field)} label={t(`updates.${field}`)} hint={field === 'also_reported_to' ? t('updates.also_reported_hint') : undefined} optional={!cycle.required.includes(field)} rows={2} errors={reply.errors(field)}
              defaultValue={reply.typed(field) ?? (field === 'also_reported_to' ? entry.now?.also_reported_to.join('\n') : entry.now?.[field]) ?? undefined} maxLength={field === 'also_reported_to' ? 2000 : 4000}
            />
          ))}
        </div>
      </details>}
    </>
  );
}
