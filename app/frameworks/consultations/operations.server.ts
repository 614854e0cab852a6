import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { editorOf, lockVersion } from '../versions/lock.server';
import { stateOf, type Audience, type Days } from './model';
import type { ConsultationRef, consultationPolicy } from './policy';

export interface ConsultationForm extends Days {
  readonly audience: Audience;
  readonly language: Language;
  readonly introduction: string;
}

/** CN-1, CN-2: puts a draft out as it stands now. Nothing is seen of it before its first day. */
export function openConsultation(granted: PermitFor<typeof consultationPolicy.open>, occasion: Occasion, form: ConsultationForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const version = await lockVersion(tx, granted);
    const wrong = wrongDays(form, occasion);
    if (wrong !== undefined) return refused(wrong);
    const id = newId();
    const ref = await nextRef(tx, 'CNS', Number(dayOf(occasion.now).slice(0, 4)));
    await tx.insertInto('consultations').values({ id, ref, version_id: version.id, ...form, opened_by: editorOf(granted.actor), created_at: occasion.now }).execute();
    return (await takeText(tx, id, version.id)) ? done({ ref }) : refused(problem('frameworks:problems.empty_version'));
  });
}

function wrongDays({ opens_on, closes_on }: Days, { now }: Occasion, isOpen = false): Problem | undefined {
  if (opens_on < dayOf(now) && !isOpen) return problem('frameworks:problems.day_in_past', 'opens_on');
  if (closes_on < opens_on) return problem('frameworks:problems.closes_before', 'closes_on');
  return closes_on < dayOf(now) ? problem('frameworks:problems.day_in_past', 'closes_on') : undefined;
}

/** CN-1: the text as it stands, in every language; false where there is none. */
async function takeText(tx: Tx, consultation_id: string, version_id: string): Promise<boolean> {
  const nodes = await tx.selectFrom('framework_nodes').select(['id', 'parent_id', 'code', 'kind', 'position', 'continues_id']).where('version_id', '=', version_id).execute();
  if (nodes.length === 0) return false;
  const texts = await tx.selectFrom('framework_node_texts').select(['node_id', 'language', 'title', 'body']).where('node_id', 'in', nodes.map(({ id }) => id)).execute();
  const taken = new Map(nodes.map(({ id }) => [id, newId()]));
  await tx.insertInto('consultation_clauses').values(nodes.map(({ id, parent_id, ...node }) => ({
    ...node, id: taken.get(id) ?? '', consultation_id, node_id: id, parent_id: parent_id === null ? null : (taken.get(parent_id) ?? null),
    words: Object.fromEntries(texts.filter((text) => text.node_id === id).map(({ language, title, body }) => [language, { title, body }])),
  }))).execute();
  return true;
}

/** CN-3: changes its days; the first only while it lies ahead. What has closed stays closed: another one may follow. */
export function moveConsultation(granted: PermitFor<typeof consultationPolicy.move>, occasion: Occasion, seen: number | undefined, days: Days): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockConsultation(tx, granted);
    const today = dayOf(occasion.now);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const state = stateOf(row, today);
    if (state === 'closed') return refused(problem('frameworks:problems.consultation_closed'));
    if (state === 'open' && days.opens_on !== row.opens_on) return refused(problem('frameworks:problems.opened_already', 'opens_on'));
    const wrong = wrongDays(days, occasion, state === 'open');
    if (wrong !== undefined) return refused(wrong);
    await tx.updateTable('consultations').set({ ...days, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** CN-3: before its last day is over. What came in until now is answered. */
export function closeConsultation(granted: PermitFor<typeof consultationPolicy.close>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockConsultation(tx, granted);
    const today = dayOf(occasion.now);
    if (stateOf(row, today) !== 'open') return refused(problem('frameworks:problems.consultation_closed'));
    await tx.updateTable('consultations').set({ closes_on: today, closed_at: occasion.now, closed_by: editorOf(granted.actor), version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** CN-4: before anybody could read it, it is taken back. */
export function withdrawConsultation(granted: PermitFor<typeof consultationPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockConsultation(tx, granted);
    if (stateOf(row, dayOf(occasion.now)) !== 'announced') return refused(problem('frameworks:problems.opened_already'));
    await tx.deleteFrom('consultations').where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

async function lockConsultation(tx: Tx, granted: Permit<string, ConsultationRef>) {
  const row = await tx.selectFrom('consultations').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
  granted.again(row);
  return { ...row, closed_early: row.closed_at !== null };
}
