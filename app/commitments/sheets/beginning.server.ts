import { createHash } from 'node:crypto';
import { actorKey } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { done, problem } from '#app/access/result';
import { dayOf } from '#app/platform/clock';
import { keepSources, knownRows } from '#app/records/sources/operations.server';
import { createDraftIn, saveMeasureIn } from '../drafting/operations.server';
import { placeOfLead } from '../drafting/queries.server';
import { commitmentPolicy } from '../policy';
import { sheets } from './columns';
import { measureFields, type SheetRow } from './model';
import { readGoal, readStart, readWhat } from './reading.server';
import { written, wrong, type Bringing, type Settled } from './writing.server';

const source = 'concord-commitments';

/** A row without a reference begins a draft, once: the same row of the same person again is the draft that it began. */
export async function beginIn(by: Bringing, cells: SheetRow['cells']): Promise<Settled> {
  const source_key = createHash('sha256').update(JSON.stringify([actorKey(by.actor), ...sheets.commitments.said.map((column) => cells[column] ?? null)])).digest('hex');
  const before = (await knownRows(by.tx, source, [source_key])).get(source_key);
  if (before !== undefined) return { outcome: 'unchanged', id: before.id };
  const place = await placeOfLead(await leadKey(by, cells['lead_ref'] ?? ''), by.occasion.now);
  if (place === undefined) return wrong(problem('commitments:problems.lead_unknown'), 'lead_ref');
  const decision = may(commitmentPolicy.create, by.actor, place);
  if (!decision.allowed) return wrong(problem(decision.reason), 'lead_ref');
  const what = await readWhat(by.tx, cells, undefined, 'en');
  const measured = Object.keys(measureFields).some((column) => (cells[column] ?? null) !== null);
  const goal = readGoal({ ...cells, method: undefined }, undefined, dayOf(by.occasion.now));
  const start = readStart(cells, null);
  if (!what.ok || !goal.ok || !start.ok) return [what, goal, start].flatMap((one) => (one.ok ? [] : one.wrong));
  return written(by, 'commitment:create', async () => {
    const begun = await createDraftIn(by.tx, permit(commitmentPolicy.create, by.actor, place), by.occasion, what.value);
    if (!begun.ok) return begun;
    const { id } = begun.value;
    const draft = { ...place, id, status: 'draft' as const, submitted_by: null };
    const saved = measured ? await saveMeasureIn(by.tx, permit(commitmentPolicy.edit, by.actor, draft), 1, { starts_on: start.value, goals: [goal.value] }) : begun;
    if (!saved.ok) return saved;
    await keepSources(by.tx, { source, importId: null }, 'commitments', [{ source_key, content_hash: source_key, record_id: id }]);
    return done(id);
  }, (id) => ({ outcome: 'new', id }));
}

/** Whom a reference names, as the wizard knows them. */
async function leadKey({ tx }: Bringing, ref: string): Promise<string> {
  if (/^[A-Z]{2}$/.test(ref)) return `country:${ref}`;
  const found = await tx.selectFrom('organisations').select('id').where('ref', '=', ref).where('status', '=', 'active').executeTakeFirst();
  return `organisation:${found?.id ?? ''}`;
}
