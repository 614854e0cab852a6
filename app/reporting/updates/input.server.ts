import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { isId } from '#app/platform/identity';
import { answers, completions, missingReasons, typedNumber, type Answer } from './model';
import { isAskedField } from './remarks';
import type { Typed } from './answers';

const line = z.string().max(2000).optional();
const words = z.string().max(4000).optional();

/** One commitment's answers as they are posted: texts, checked together below, so that everything to mend is said at once. */
const posted = z.object({
  key: line, seen: line, answer: line, completion: line, as_of: line, narrative: words, barriers: words, enablers: words, equity: words, evidence_title: z.string().max(200).optional(), evidence_url: line, evidence_file: z.instanceof(File).optional(), also_reported_to: words,
  /** By the id of the goal. */
  values: z.record(z.string(), line).optional(),
  missing: z.record(z.string(), line).optional(),
});
type Posted = z.output<typeof posted>;

/** What was typed for one commitment, and the key that makes a second posting harmless. */
export interface EntryInput extends Omit<Typed, 'evidence_file'> {
  readonly evidence_file: File | null;
  readonly key: string | undefined;
}

/** All that a person says of their commitments, by the commitment's reference; `send` names the one to send, `all` that are answered, or `draft`. */
export const updatesInput = z.object({ send: z.string().max(100).optional(), updates: z.record(z.string().max(40), posted).optional() })
  .superRefine(({ send = 'all', updates = {} }, context) => {
    const wrong = (path: readonly string[], message: string) => context.addIssue({ code: 'custom', path: [...path], message });
    const entries = Object.entries(updates);
    for (const [ref, said] of entries) {
      for (const [field, message] of mistakesOf(said, send === 'all' || send === ref)) wrong(['updates', ref, ...field], message);
    }
    if (send !== 'all' && send !== 'draft' && answerOf(updates[send]) === undefined) wrong(['updates', send, 'answer'], 'reporting:problems.answer_needed');
    else if (entries.every(([, said]) => answerOf(said) === undefined)) wrong([], 'reporting:problems.nothing_answered');
  })
  .transform(({ send = 'all', updates = {} }) => ({
    send, updates: Object.fromEntries(Object.entries(updates).flatMap(([ref, said]) => { const answer = answerOf(said); return answer === undefined ? [] : [[ref, readEntry(said, answer)]]; })),
  }));

const answerOf = (said: Posted | undefined): Answer | undefined => answers.find((one) => one === said?.answer);
/** Where else the same is told, one place in a line. */
const mostPlaces = 10;
const longestPlace = 200;
const linesOf = (typed: string | undefined): string[] => (typed ?? '').split('\n').map((one) => one.trim()).filter((one) => one !== '');
const text = (typed: string | undefined): string | null => (typed === undefined || typed.trim() === '' ? null : typed.trim());

/** What is wrong with one commitment's answers. Nothing is asked of what was not answered, and of a draft only that it can be read. */
function mistakesOf(said: Posted, sent: boolean): [string[], string][] {
  const answer = answerOf(said);
  if (answer === undefined) return [];
  return [...(answer === 'nothing_changed' ? [] : countedWrongly(said, sent)), ...toldWrongly(said)];
}

/** Values and their day, which "nothing changed" takes from what was said last. */
function countedWrongly(said: Posted, sent: boolean): [string[], string][] {
  const found: [string[], string][] = [];
  const day = text(said.as_of);
  for (const [goal, value] of Object.entries(said.values ?? {})) {
    if (text(value) !== null && typedNumber(value ?? '') === undefined) found.push([['values', goal], 'form:errors.number']);
  }
  if (day !== null && !isDay(day)) found.push([['as_of'], 'reporting:problems.day']);
  if (day === null && sent) found.push([['as_of'], 'reporting:problems.as_of_needed']);
  return found;
}

/** What is told besides, whatever the answer is. */
function toldWrongly(said: Posted): [string[], string][] {
  const found: [string[], string][] = [];
  const url = text(said.evidence_url);
  const places = linesOf(said.also_reported_to);
  if (places.length > mostPlaces) found.push([['also_reported_to'], 'reporting:problems.too_many_places']);
  else if (places.some((place) => place.length > longestPlace)) found.push([['also_reported_to'], 'reporting:problems.place_too_long']);
  if (url !== null && !/^https?:\/\/[^\s/]+\S*$/.test(url)) found.push([['evidence_url'], 'form:errors.url']);
  return found;
}

function readEntry(said: Posted, answer: Answer): EntryInput {
  const { key, seen } = said;
  return {
    key: key !== undefined && isId(key) ? key : undefined, seen: seen !== undefined && /^\d{1,9}$/.test(seen) ? Number(seen) : undefined,
    answer, completion: completions.find((one) => one === said.completion) ?? null, as_of: text(said.as_of),
    narrative: text(said.narrative), barriers: text(said.barriers), enablers: text(said.enablers), equity: text(said.equity),
    evidence_title: text(said.evidence_title), evidence_url: text(said.evidence_url), evidence_file: said.evidence_file === undefined || said.evidence_file.size === 0 ? null : said.evidence_file,
    also_reported_to: linesOf(said.also_reported_to),
    missing: Object.fromEntries(Object.entries(said.missing ?? {}).flatMap(([goal, typed]) => { const reason = missingReasons.find((one) => one === typed); return reason === undefined ? [] : [[goal, reason]]; })),
    values: Object.fromEntries(Object.entries(said.values ?? {}).map(([goal, value]) => [goal, typedNumber(value ?? '') ?? null])),
  };
}

/** Why an update comes back. */
const note = z.string().trim().max(2000).optional();
/** What is to mend: at single fields, for all in a sentence, or both; never nothing. */
export const returnInput = z.object({ reason: z.string().trim().max(2000).optional(), remarks: z.record(z.string().max(40), note).optional(), values: z.record(z.string().max(40), note).optional() })
  .transform(({ reason = '', remarks = {}, values = {} }) => ({
    reason,
    notes: [...Object.entries(remarks).map(([field, text]) => ({ field, goal_id: null, text })), ...Object.entries(values).map(([goal_id, text]) => ({ field: 'value', goal_id, text }))]
      .flatMap(({ field, goal_id, text }) => (text === undefined || text === '' || !isAskedField(field) ? [] : [{ field, goal_id, note: text }])),
  }))
  .refine(({ reason, notes }) => notes.length > 0 || reason.length >= 5, { path: ['reason'], error: 'reporting:problems.reason_needed' });
/** A form of one button. */
export const pressed = z.object({});
/** Of several boxes with one name: none, one, or a list; at least one. */
export const tickedInput = z.object({ update: z.union([z.string(), z.array(z.string())], { error: 'reporting:problems.tick_one' }).transform((ticked) => [ticked].flat().slice(0, 200)) });
