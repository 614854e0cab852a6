import { may, permit } from '#app/access/permit';
import { problem } from '#app/access/result';
import { differing, type SheetRow } from '#app/commitments/sheets/model';
import { written, wrong, type Bringing, type Settled } from '#app/commitments/sheets/writing.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { openCycles } from '#app/reporting/cycles/day.server';
import { updateOf } from '#app/reporting/updates/answers';
import { updatesInput } from '#app/reporting/updates/input.server';
import { answers, completions, isWritable } from '#app/reporting/updates/model';
import { writeUpdateIn } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { listEntries, type Entry, type EntryPage, type View } from '#app/reporting/updates/queries.server';
import type { PersonActor } from '#app/access/actor';
import type { FileValue } from '#app/table/files/column';

/** An update that somebody can answer: of one commitment in one open cycle. */
export interface OpenUpdate {
  readonly cycle: { readonly id: string; readonly ref: string; readonly today: string };
  readonly entry: Entry;
}

const words = ['narrative', 'barriers', 'enablers', 'equity'] as const;
const said = ['answer', 'completion', 'as_of', ...words] as const;
const values = Array.from({ length: 10 }, (_, at) => `value_${at + 1}`);
export const updateColumns = ['version', 'ref', 'cycle', 'title', ...said, ...values];
export const updatesSaid: readonly string[] = [...said, ...values];

/** Everything that a person answers for in the cycles that are open. */
export async function openUpdates(viewer: PersonActor, view: View): Promise<OpenUpdate[]> {
  const cycles = await openCycles(database(), view.now);
  const found: OpenUpdate[] = [];
  for (const { id, ref, time_zone, ...cycle } of cycles) {
    const today = dayOf(view.now, time_zone);
    for (let after: string | null = ''; after !== null; ) {
      const page: EntryPage = await listEntries(viewer, { id, ...cycle }, view, after);
      found.push(...page.entries.map((entry) => ({ cycle: { id, ref, today }, entry })));
      after = page.next;
    }
  }
  return found;
}

/** An update as its row shows it: what was said of it, else the last values, to be confirmed or changed. */
export function updateCells({ cycle, entry: { ref, title, now, goals } }: OpenUpdate): Record<string, FileValue> {
  const spoken = now === null ? {} : Object.fromEntries(said.map((name) => [name, now[name]]));
  return { version: now?.version ?? 0, ref, cycle: cycle.ref, title, ...spoken, ...Object.fromEntries(goals.map((goal, at) => [`value_${at + 1}`, now === null ? goal.last_value : goal.value])) };
}

/** Takes a row of the updates: kept as a draft of the one who brings it, to be sent where updates are sent. */
export async function settleUpdate(by: Bringing & { readonly actor: PersonActor }, open: readonly OpenUpdate[], cells: SheetRow['cells'], language: Language): Promise<Settled> {
  const one = open.find(({ cycle, entry }) => cycle.ref === cells['cycle'] && entry.ref === cells['ref']);
  if (one === undefined) return wrong(problem('commitments:problems.sheet_unknown', undefined, { ref: cells['ref'] ?? '' }), 'ref');
  const { entry, cycle } = one;
  if (differing(updatesSaid, cells, updateCells(one)).length === 0) return { outcome: 'unchanged', id: entry.commitment_id };
  if (entry.now !== null && !isWritable(entry.now.status)) return wrong(problem('reporting:problems.update_exists'));
  if (cells['version'] != null && cells['version'] !== String(entry.now?.version ?? 0)) return wrong(problem('form:problems.changed_meanwhile'), 'version');
  const read = readUpdate(entry, cells);
  if (!read.ok) return read.wrong;
  const { commitment_id, coalition_id, lead_organisation_id, lead_country_iso2, now } = entry;
  const subject = { commitment_id, cycle_id: cycle.id, coalition_id, lead_organisation_id, lead_country_iso2, status: now?.status ?? 'draft', written_by: now?.written_by ?? null };
  const decision = may(updatePolicy.write, by.actor, subject);
  if (!decision.allowed) return wrong(problem(decision.reason));
  const form = updateOf(entry, read.value, { today: cycle.today, language });
  return written(by, 'update:write', () => writeUpdateIn(by.tx, permit(updatePolicy.write, by.actor, subject), by.occasion, form, 'draft'), () => ({ outcome: 'changed', id: commitment_id }));
}

/** The form of updates reads the row; what is wrong is said at its column. */
function readUpdate(entry: Entry, cells: SheetRow['cells']) {
  const cell = (name: string) => cells[name] ?? undefined;
  const bad = (column: string, code: string) => ({ ok: false as const, wrong: wrong(problem(code), column) });
  if (!answers.some((one) => one === cell('answer'))) return bad('answer', 'reporting:problems.answer_needed');
  if (cell('completion') !== undefined && !completions.some((one) => one === cell('completion'))) return bad('completion', 'form:errors.choose');
  const unknown = values.slice(entry.goals.length).find((name) => cell(name) !== undefined);
  if (unknown !== undefined) return bad(unknown, 'commitments:problems.nothing_to_check');
  const posted = { ...Object.fromEntries(said.map((name) => [name, cell(name)])), seen: String(entry.now?.version ?? 0), also_reported_to: entry.now?.also_reported_to.join('\n'), missing: Object.fromEntries(entry.goals.flatMap(({ id, missing }) => (missing === null ? [] : [[id, missing]]))), values: Object.fromEntries(entry.goals.map((goal, at) => [goal.id, cell(`value_${at + 1}`)])) };
  const parsed = updatesInput.safeParse({ send: 'draft', updates: { [entry.ref]: posted } });
  const value = parsed.success ? parsed.data.updates[entry.ref] : undefined;
  // A workbook carries no files; those that were sent before stay.
  if (value !== undefined) return { ok: true as const, value: { ...value, evidence_file: null } };
  const issues = parsed.error?.issues ?? [];
  return { ok: false as const, wrong: issues.map(({ path, message }) => {
    const field = String(path[2] ?? '');
    const goal = entry.goals.findIndex(({ id }) => id === path[3]);
    return { column: field === 'values' ? `value_${goal + 1}` : field, problem: problem(/^[\w-]+:[\w.]+$/.test(message) ? message : 'form:errors.format') };
  }) };
}
