import { may, permit } from '#app/access/permit';
import { problem, type Result } from '#app/access/result';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { saveMeasureIn, saveWhatIn } from '../drafting/operations.server';
import { findDraft, type Draft } from '../drafting/queries.server';
import { commitmentsNamed, type KnownRow } from '../list/export.server';
import { allows, type CommitmentRef, type Status } from '../model';
import { commitmentPolicy } from '../policy';
import { translateCommitmentIn } from '../translations/operations.server';
import { sheets, valuesOf, type SheetName } from './columns';
import { beginIn } from './beginning.server';
import { commitmentFields, differing, measureFields, protectedColumns, type SheetError, type SheetOutcome, type SheetRow, type SheetTaken } from './model';
import { goalForm, readGoal, readStart, readTranslation, readWhat } from './reading.server';
import { goalsNamed, textsNamed } from './rows.server';
import { written, wrong, type Bringing, type Settled } from './writing.server';

/**
 * Takes a sheet of ours that has come back. A row is compared field by field with what stands there now: what says the same is left alone, a
 * difference is written through the same operation as in the form, and what may not change is an error of its column.
 */
export async function takeSheetIn(by: Bringing, name: SheetName, rows: readonly SheetRow[]): Promise<SheetTaken> {
  const settle = await settlers[name](by, [...new Set(rows.flatMap(({ cells }) => cells['ref'] ?? []))]);
  const [outcomes, errors]: [SheetOutcome[], SheetError[]] = [[], []];
  for (const row of rows) {
    const settled = await settle(row.cells);
    if ('outcome' in settled) outcomes.push({ row: row.row, ...settled });
    else errors.push(...settled.map((error) => ({ row: row.row, ...error })));
  }
  return { outcomes, errors };
}

type Settle = (cells: SheetRow['cells']) => Promise<Settled>;
const view = (by: Bringing) => ({ language: 'en' as const, now: by.occasion.now });
const unknown = (ref: string): Settled => wrong(problem('commitments:problems.sheet_unknown', undefined, { ref }), 'ref');

async function known<Row>(rows: AsyncGenerator<Row>, keyOf: (row: Row) => string): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for await (const row of rows) found.set(keyOf(row), row);
  return found;
}

const settlers: Readonly<Record<SheetName, (by: Bringing, refs: readonly string[]) => Promise<Settle>>> = {
  commitments: async (by, refs) => {
    const standing = await known(commitmentsNamed(by.actor, refs, view(by), by.tx), ({ ref }) => ref);
    return async (cells) => {
      const ref = cells['ref'] ?? null;
      if (ref === null) return beginIn(by, cells);
      const now = standing.get(ref);
      return now === undefined ? unknown(ref) : settleCommitment(by, cells, now);
    };
  },
  goals: async (by, refs) => {
    const standing = await known(goalsNamed(by.actor, refs, view(by), by.tx), ({ ref, number }) => `${ref} ${number}`);
    return async (cells) => {
      const [ref, number] = [cells['ref'] ?? '', Number(cells['number'] ?? Number.NaN)];
      const now = standing.get(`${ref} ${number}`);
      const changed = differing(sheets.goals.said, cells, { ...now });
      if (now !== undefined && changed.length === 0) return { outcome: 'unchanged', id: now.commitment_id };
      return settleDraft(by, ref, cells, changed, async (draft) => {
        // Goals follow each other: the next one may be new, no later one.
        if (!Number.isInteger(number) || number < 1 || number > Math.min(draft.goals.length + 1, 10)) return wrong(problem('commitments:problems.sheet_goal', undefined, { next: draft.goals.length + 1 }), 'number');
        const read = readGoal(cells, draft.goals[number - 1], dayOf(by.occasion.now));
        if (!read.ok) return read.wrong;
        return saved(by, draft, () => saveMeasureIn(by.tx, permit(commitmentPolicy.edit, by.actor, draft), draft.version, { starts_on: draft.starts_on, goals: draft.goals.map(goalForm).toSpliced(number - 1, 1, read.value) }), 'commitment:edit');
      });
    };
  },
  texts: async (by, refs) => {
    const standing = await known(textsNamed(by.actor, refs, view(by), by.tx), ({ ref, language }) => `${ref} ${language}`);
    const authoritative = new Map([...standing.values()].map((text) => [text.ref, text]));
    return async (cells) => {
      const [ref, language] = [cells['ref'] ?? '', cells['language'] ?? ''];
      const now = standing.get(`${ref} ${language}`);
      const isOwn = authoritative.get(ref)?.authoritative === language;
      const changed = differing(isOwn ? sheets.texts.said.filter((column) => column !== 'origin') : sheets.texts.said, cells, { ...now });
      if (now !== undefined && changed.length === 0) return { outcome: 'unchanged', id: now.commitment_id };
      if (isOwn) {
        return settleDraft(by, ref, cells, changed, async (draft) => {
          const read = await readWhat(by.tx, { title: cells['title'], action: cells['action'] }, { ...draft, problem: cells['problem'] === undefined ? draft.problem : cells['problem'] }, draft.language);
          return read.ok ? saved(by, draft, () => saveWhatIn(by.tx, permit(commitmentPolicy.edit, by.actor, draft), by.occasion, draft.version, read.value), 'commitment:edit') : read.wrong;
        });
      }
      return settleTranslation(by, ref, language, cells, now === undefined ? undefined : { ...now, seen: now.version });
    };
  },
};

/** One row of the list: the first step and the second, each only where something in it differs. */
async function settleCommitment(by: Bringing, cells: SheetRow['cells'], now: KnownRow): Promise<Settled> {
  const isOpen = allows('edit', now.status as Status);
  const changed = differing(isOpen ? sheets.commitments.said : [...sheets.commitments.said, 'end_on'], cells, valuesOf(now));
  if (changed.length === 0) return { outcome: 'unchanged', id: now.id };
  if (isOpen && changed.includes('lead_ref')) return wrong(problem('commitments:problems.sheet_lead'), 'lead_ref');
  return settleDraft(by, now.ref, cells, changed, async (draft) => {
    const edit = permit(commitmentPolicy.edit, by.actor, draft);
    const [what, measure] = [changed.some((column) => column in commitmentFields), changed.some((column) => column in measureFields)];
    const read = what ? await readWhat(by.tx, cells, draft, draft.language) : undefined;
    const goal = measure && changed.some((column) => column !== 'start_on' && column in measureFields) ? readGoal({ ...cells, method: undefined }, draft.goals[0], dayOf(by.occasion.now)) : undefined;
    const start = readStart(cells, draft.starts_on);
    const problems = [read, goal, start].flatMap((one) => (one?.ok === false ? one.wrong : []));
    if (!start.ok || problems.length > 0) return problems;
    return saved(by, draft, async () => {
      const first = read?.ok === true ? await saveWhatIn(by.tx, edit, by.occasion, draft.version, read.value) : undefined;
      if (first?.ok === false || !measure) return first ?? { ok: true, value: draft };
      const goals = goal?.ok === true ? draft.goals.map(goalForm).toSpliced(0, 1, goal.value) : draft.goals.map(goalForm);
      return saveMeasureIn(by.tx, edit, draft.version + (first === undefined ? 0 : 1), { starts_on: start.value, goals });
    }, 'commitment:edit');
  });
}

/** What differs in a commitment: refused by column where it may not change any more, else written. */
async function settleDraft(by: Bringing, ref: string, cells: SheetRow['cells'], changed: readonly string[], write: (draft: Draft) => Promise<Settled>): Promise<Settled> {
  const draft = await findDraft(by.actor, ref, view(by), by.tx);
  if (draft === undefined) return unknown(ref);
  if (!allows('edit', draft.status)) {
    return changed.map((column) => ({ column, problem: protectedColumns.has(column) && allows('amend', draft.status) ? problem('commitments:problems.sheet_protected', undefined, { path: paths.newAmendment(ref) }) : problem('commitments:problems.sheet_not_now') }));
  }
  return refusal(by, draft, cells, by.started?.get(ref) ?? draft.version) ?? write(draft);
}

/** Who may not write, or wrote from what stood there before. */
function refusal(by: Bringing, subject: CommitmentRef, cells: SheetRow['cells'], version: number): Settled | undefined {
  const decision = may(commitmentPolicy.edit, by.actor, subject);
  if (!decision.allowed) return wrong(problem(decision.reason));
  return cells['version'] !== undefined && cells['version'] !== null && cells['version'] !== String(version) ? wrong(problem('form:problems.changed_meanwhile'), 'version') : undefined;
}

async function settleTranslation(by: Bringing, ref: string, language: string, cells: SheetRow['cells'], now: { readonly seen: number; readonly title: string; readonly action: string | null; readonly problem: string | null; readonly origin: 'human' | 'machine' } | undefined): Promise<Settled> {
  const draft = await findDraft(by.actor, ref, view(by), by.tx);
  if (draft === undefined) return unknown(ref);
  const decision = may(commitmentPolicy.translate, by.actor, draft);
  if (!decision.allowed) return wrong(problem(decision.reason));
  if (now !== undefined && cells['version'] != null && cells['version'] !== String(now.seen)) return wrong(problem('form:problems.changed_meanwhile'), 'version');
  const read = readTranslation(language, cells, now);
  if (!read.ok) return read.wrong;
  return saved(by, draft, () => translateCommitmentIn(by.tx, permit(commitmentPolicy.translate, by.actor, draft), now?.seen ?? 0, language, read.value), 'commitment:translate');
}

const saved = (by: Bringing, { id }: { readonly id: string }, write: () => Promise<Result<unknown>>, act: string): Promise<Settled> => written(by, act, write, () => ({ outcome: 'changed', id }));
