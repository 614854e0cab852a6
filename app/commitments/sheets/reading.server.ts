import { sql } from 'kysely';
import { z } from 'zod';
import { problem, type Problem } from '#app/access/result';
import { canonicalTag, languageValues } from '#app/languages/content';
import type { Day } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import { baselineYear, decimal, promiseDay, targetDay, whatInput, whatOf } from '../drafting/input.server';
import { isInWords, measures, type GoalForm, type What } from '../drafting/model';
import type { Draft, DraftGoal } from '../drafting/queries.server';
import { storedWhat, type WhatValues } from '../drafting/values';
import { translationForm } from '../translations/input.server';
import type { Translation } from '../translations/model';
import { commitmentFields, goalFields, textFields, type SheetRow } from './model';

/** What a row says in the words of the forms, or what is wrong with it, by the column. */
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: readonly { readonly column: string | null; readonly problem: Problem }[] };
type Cells = SheetRow['cells'];

/** Messages of our own schemas are keys of a catalogue; any other says that the text does not fit. */
const problemOf = (message: string, values?: Problem['values']): Problem => problem(/^[\w-]+:[\w.]+$/.test(message) ? message : 'form:errors.format', undefined, values);

/** What a sentence of our own names. */
const valuesOf = (issue: object): Problem['values'] => ('params' in issue ? (issue.params as { readonly values?: Problem['values'] } | undefined)?.values : undefined);

function failed(issues: readonly z.core.$ZodIssue[], fields: Readonly<Record<string, string>>): Read<never> {
  const columns = Object.fromEntries(Object.entries(fields).map(([column, field]) => [field, column]));
  return { ok: false, wrong: issues.map(({ path, message, ...issue }) => ({ column: columns[String(path[0] ?? '')] ?? (path[0] === 'language' ? 'title_language' : null), problem: problemOf(message, valuesOf(issue)) })) };
}

const listed = (cell: string | null | undefined): string[] => (cell ?? '').split('|').map((part) => part.trim()).filter((part) => part !== '');

/** The first step as the row says it, over what stands there. The forms' own rules read it, as for a draft that is saved for later. */
export async function readWhat(db: Reader, cells: Cells, draft: Draft | undefined, language: string): Promise<Read<What>> {
  const said = <Value,>(column: string, value: (cell: string) => Value, standing: Value): Value => (cells[column] === undefined ? standing : value(cells[column] ?? ''));
  const now: WhatValues = draft === undefined ? nothing : storedWhat(draft);
  const nodes = cells['nodes'] === undefined ? { ids: now.nodes, unknown: [] } : await nodesOf(db, listed(cells['nodes']), now.nodes);
  if (nodes.unknown.length > 0) return { ok: false, wrong: nodes.unknown.map((code) => ({ column: 'nodes', problem: problem('commitments:problems.clause_unknown', undefined, { code }) })) };
  const values = {
    title: said('title', (cell) => cell, now.title), action: said('action', (cell) => cell, now.action), problem: said('problem', (cell) => cell, now.problem), type: said('type', (cell) => cell, now.type),
    nodes: nodes.ids, beneficiaries: said('beneficiaries', listed, [...now.beneficiaries]), learner_data: said('learner_data', (cell) => cell, now.learner_data),
    origin: said('origin', (cell) => cell, now.origin), visibility: said('visibility', (cell) => cell, now.visibility), embargo_until: now.embargo_until,
    countries: said('countries', (cell) => listed(cell).map((part) => ({ country_iso2: part.split(':')[0] ?? '', share: part.split(':')[1] ?? '' })), [...now.countries]),
    ...languageValues(said('title_language', (cell) => cell, draft?.language ?? language)),
  };
  const parsed = whatInput(true).safeParse(filled(values));
  return parsed.success ? { ok: true, value: whatOf(parsed.data, draft?.language ?? language) } : failed(parsed.error.issues, commitmentFields);
}

const nothing: WhatValues = { title: '', action: '', problem: '', type: '', nodes: [], beneficiaries: [], countries: [], learner_data: '', language: '', language_other: '', origin: '', visibility: '', embargo_until: '', lead: '', coalition: '' };

/** Empty cells are missing, also inside lists. */
const filled = (values: object): object => Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return [];
  return [[name, Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'object' && one !== null ? filled(one) : one)) : value]];
}));

/** Clauses by their codes: those that the commitment names already, else those of a version in force, of the Declaration first. */
async function nodesOf(db: Reader, codes: readonly string[], kept: readonly string[]): Promise<{ readonly ids: readonly string[]; readonly unknown: readonly string[] }> {
  const { rows } = await sql<{ id: string; code: string }>`
    select distinct on (n.code) n.id, n.code from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    where n.code = any(${[...codes]}::text[]) and (n.id = any(${[...kept]}::uuid[]) or v.status = 'published')
    order by n.code, n.id = any(${[...kept]}::uuid[]) desc, f.code = 'CONNDECL' desc, v.number desc`.execute(db);
  return { ids: rows.map(({ id }) => id), unknown: codes.filter((code) => !rows.some((row) => row.code === code)) };
}

/** The rules of the second step, for what a cell can say. `today`: no start was counted in a year to come, and a target is one that the step takes. */
const goalInput = (today: Day, standing: readonly DraftGoal[]) => z.object({
  statement: z.string().max(500).optional(), unit: z.string().max(80).optional(), method: z.string().max(2000).optional(),
  baseline_value: decimal.optional(), target_value: decimal.optional(),
  baseline_year: baselineYear(Number(today.slice(0, 4))).optional(),
  target_on: targetDay(today, standing).optional(),
});

/** A goal as the row says it, over what stands there; what its columns do not hold stays. */
export function readGoal(cells: Cells, now: DraftGoal | undefined, today: Day): Read<GoalForm> {
  const values = Object.fromEntries(Object.entries(goalFields).map(([column, field]) => [field, cells[column] === undefined ? String(now?.[field] ?? '') : (cells[column] ?? '')]));
  const parsed = goalInput(today, now === undefined ? [] : [now]).safeParse(filled(values));
  if (!parsed.success) return failed(parsed.error.issues, goalFields);
  const { statement = null, unit = null, method = null, baseline_value = null, target_value = null, baseline_year = null, target_on = null } = parsed.data;
  const standing = now === undefined ? undefined : goalForm(now);
  // What is told in words has no number to be reached.
  if (standing?.detail !== undefined && isInWords(standing.detail.measure) && [unit, baseline_value, target_value].some((value) => value !== null)) return { ok: false, wrong: [{ column: 'target', problem: problem('form:errors.format') }] };
  const ascending = baseline_value === null || target_value === null ? (now?.ascending ?? true) : Number(target_value) >= Number(baseline_value);
  const said = { statement, unit, method, baseline_value, target_value, target_on, baseline_year: baseline_value === null ? null : baseline_year, ascending };
  return { ok: true, value: { ...standing, ...said } };
}

/** A goal as it stands, in the words of its form. */
export function goalForm({ statement, unit, method, baseline_value, baseline_year, target_value, target_on, ascending, measure, indicator, cumulative, baseline_source, disaggregations, scale, target_words }: DraftGoal): GoalForm {
  const detail = { measure: measures.find((kind) => kind === measure) ?? 'number', indicator, cumulative, baseline_source, disaggregations, scale, target_words };
  return { statement, unit, method, baseline_value, baseline_year, target_value, target_on, ascending, detail };
}

/** The first day as the row says it. */
export function readStart(cells: Cells, now: string | null): Read<string | null> {
  const said = cells['start_on'] === undefined ? now : cells['start_on'];
  const read = promiseDay.nullable().safeParse(said);
  return read.success ? { ok: true, value: read.data } : { ok: false, wrong: read.error.issues.map(({ message }) => ({ column: 'start_on', problem: problemOf(message) })) };
}

/** A translation as the row says it, over what stands there. */
export function readTranslation(language: string, cells: Cells, now: Translation | undefined): Read<Translation> {
  if (canonicalTag(language) !== language) return { ok: false, wrong: [{ column: 'language', problem: problem('form:errors.language') }] };
  const values = Object.fromEntries(Object.keys(textFields).map((column) => [column, cells[column] === undefined ? (now?.[column as keyof Translation] ?? '') : (cells[column] ?? '')]));
  const parsed = translationForm.safeParse(filled(values));
  return parsed.success ? { ok: true, value: parsed.data } : failed(parsed.error.issues, textFields);
}
