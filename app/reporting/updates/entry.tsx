import { useState } from 'react';
import { amountOf, resultSoFar, StandingTag, unitName } from '#app/commitments/marks';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { newId } from '#app/platform/identity';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { Notice } from '#app/ui/notice';
import { answers, completionOf, completions } from './model';
import type { Entry, EntryGoal } from './queries.server';

/** What was typed before the page came back with something to mend, and what is to mend. */
export interface EntryReply {
  /** The typed value of a field; undefined where the form has not been sent. */
  readonly typed: (field: string) => string | undefined;
  readonly errors: (field: string) => string[] | undefined;
}

interface EntryFieldsProps {
  readonly entry: Entry;
  readonly number: number;
  readonly today: string;
  readonly reply: EntryReply;
}

/** One commitment on the page of the annual update: what was said last, one question, and what follows from its answer. */
export function EntryFields({ entry, number, today, reply }: EntryFieldsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const [key] = useState(newId);
  const name = (field: string) => `updates.${entry.ref}.${field}`;
  const { now, before } = entry;
  const chosen = reply.typed('answer') ?? now?.answer ?? undefined;
  const errors = reply.errors('answer');
  return (
    <fieldset className="entry">
      <legend><span className="vh">{number}. </span><h2>{entry.title}</h2></legend>
      <p className="small muted">
        <a href={paths.in(language).commitment(entry.ref)}><bdi>{entry.ref}</bdi></a> · <LastWords entry={entry} /> <StandingTag standing={entry.standing} />
      </p>
      {now?.status === 'returned' && now.returned_reason !== null && <Notice tone="warn" title={t('updates.returned')}>{now.returned_reason}</Notice>}
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
          {entry.goals.map((goal) => <GoalField key={goal.id} goal={goal} name={name(`values.${goal.id}`)} errors={reply.errors(`values.${goal.id}`)} typed={reply.typed(`values.${goal.id}`)} />)}
          <DateField name={name('as_of')} label={t('updates.as_of')} hint={t('updates.as_of_hint')} errors={reply.errors('as_of')} defaultValue={reply.typed('as_of') ?? now?.as_of ?? undefined} max={today} />
          <SelectField name={name('completion')} label={t('updates.completion')} hint={t('updates.completion_hint')} empty={null} errors={reply.errors('completion')} options={completions.map((value) => ({ value, label: t(`completion.${value}`) }))} defaultValue={reply.typed('completion') ?? now?.completion ?? before?.completion ?? proposed(entry.goals)} />
        </div>
        <TextArea
          name={name('narrative')} label={t('updates.narrative')} hint={before?.narrative == null ? t('updates.narrative_hint') : t('updates.narrative_before', { year: before.year, words: before.narrative.slice(0, 200) })}
          errors={reply.errors('narrative')} defaultValue={reply.typed('narrative') ?? now?.narrative ?? undefined} maxLength={4000}
        />
        <More name={name} reply={reply} entry={entry} />
      </div>
      <div className="row"><Button weight="second" name="send" value={entry.ref}>{t('updates.send_one')}</Button><span className="tiny muted">{t('updates.send_one_hint')}</span></div>
    </fieldset>
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

interface GoalFieldProps {
  readonly goal: EntryGoal;
  readonly name: string;
  readonly errors: string[] | undefined;
  readonly typed: string | undefined;
}

function GoalField({ goal, name, errors, typed }: GoalFieldProps) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const amount = (value: string) => amountOf(value, goal.unit, words, language);
  const hints = [
    goal.last_value === null ? t('updates.no_value') : t('updates.last_value', { value: amount(goal.last_value) }),
    goal.target_value === null ? undefined : goal.target_on === null ? t('updates.target', { value: amount(goal.target_value) }) : t('updates.target_by', { value: amount(goal.target_value), by: formatDate(language, goal.target_on) }),
  ];
  return <NumberField name={name} label={t('updates.value', { what: goal.statement ?? unitName(goal.unit, words) })} hint={hints.filter(Boolean).join(' · ')} decimals errors={errors} defaultValue={typed ?? goal.value ?? goal.last_value ?? undefined} />;
}

/** What not everybody has to say, folded away until it is wanted. */
function More({ name, reply, entry }: { readonly name: (field: string) => string; readonly reply: EntryReply; readonly entry: Entry }) {
  const t = useText('reporting');
  const document = entry.now?.evidence.at(-1);
  const wrong = ['evidence_url', 'evidence_title', 'barriers', 'enablers', 'equity'].some((field) => reply.errors(field) !== undefined);
  return (
    <>
      <div className="cols cols-2">
        <TextField name={name('evidence_url')} type="url" label={t('updates.evidence_url')} hint={t('updates.evidence_hint')} optional errors={reply.errors('evidence_url')} defaultValue={reply.typed('evidence_url') ?? document?.url ?? undefined} maxLength={2000} spellCheck={false} />
        <TextField name={name('evidence_title')} label={t('updates.evidence_title')} optional errors={reply.errors('evidence_title')} defaultValue={reply.typed('evidence_title') ?? document?.title} maxLength={200} />
      </div>
      <details open={wrong}>
        <summary>{t('updates.more')}</summary>
        <div className="flow">
          {(['barriers', 'enablers', 'equity'] as const).map((field) => (
            <TextArea key={field} name={name(field)} label={t(`updates.${field}`)} optional rows={2} errors={reply.errors(field)} defaultValue={reply.typed(field) ?? entry.now?.[field] ?? undefined} maxLength={4000} />
          ))}
        </div>
      </details>
    </>
  );
}
