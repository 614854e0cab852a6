import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { notedWords } from '#app/working-groups/agenda/notes.server';
import type { SessionStatus } from '#app/working-groups/sessions/model';
import { termsOf } from '#app/working-groups/terms/in-force.server';
import { lockMinutes } from './lock.server';
import { windowEnd } from './model';
import { noteCirculated, notePublished } from './notices.server';
import type { minutesPolicy } from './policy';
import { sealIn } from './seal.server';

/** Begins the minutes: the notes of each item are the first words of its passage. Facts are not copied; they are read from their rows. */
export function composeMinutes(granted: PermitFor<typeof minutesPolicy.compose>, occasion: Occasion, language: Language): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const by = personOf(granted.actor);
    const items = await tx.selectFrom('agenda_items').select(['id', 'position']).where('session_id', '=', session.id).orderBy('position').execute();
    const noted = await notedWords(tx, session.id);
    await tx.insertInto('session_minutes').values({ session_id: session.id, language, composed_by: by, composed_at: occasion.now }).execute();
    await tx.insertInto('minutes_passages').values([
      { id: newId(), session_id: session.id, position: 0, agenda_item_id: null, text: session.summary ?? '' },
      ...items.map((item, at) => ({ id: newId(), session_id: session.id, position: at + 1, agenda_item_id: item.id, text: noted.get(item.id) ?? '' })),
      { id: newId(), session_id: session.id, position: items.length + 1, agenda_item_id: null, text: '' },
    ]).execute();
    await isAuthor(tx, session.id, by);
    await setStatus(tx, session, 'minutes_draft');
    return done({ ref: session.ref });
  });
}

/** Changes the words of one passage. Who writes on words that another has changed meanwhile is shown both. */
export function writePassage(granted: PermitFor<typeof minutesPolicy.write>, occasion: Occasion, form: { readonly position: number; readonly text: string; readonly version: number | undefined }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const passage = await tx.selectFrom('minutes_passages').selectAll().where('session_id', '=', session.id).where('position', '=', form.position).executeTakeFirst();
    if (passage === undefined) return refused(problem('working-groups:problems.no_such_passage'));
    if (form.version !== undefined && form.version !== passage.version) return refused(problem('working-groups:problems.passage_changed', 'text'));
    if (passage.text === form.text) return done({ ref: session.ref });
    await tx.updateTable('minutes_passages').set({ text: form.text, version: passage.version + 1 }).where('id', '=', passage.id).execute();
    await textChanged(tx, session.id);
    await isAuthor(tx, session.id, personOf(granted.actor));
    return done({ ref: session.ref });
  });
}

/** WG-6: hands the minutes to those who attended, for some working days, as many as the terms of the session ask for or more; they are written to. */
export function circulateMinutes(granted: PermitFor<typeof minutesPolicy.circulate>, occasion: Occasion, days: number): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const { correction_days: least } = await termsOf(tx, session.id);
    if (days < least) return refused(problem('working-groups:terms.wrong.window', 'days', { count: least }));
    const until = windowEnd(occasion.now, days, session.time_zone);
    await tx.updateTable('session_minutes').set((eb) => ({ correction_days: days, corrected_from: occasion.now, corrected_until: until, version: eb('version', '+', 1) })).where('session_id', '=', session.id).execute();
    await setStatus(tx, session, 'in_correction');
    await noteCirculated(tx, session, { what: 'circulated', until, now: occasion.now });
    return done({ ref: session.ref });
  });
}

/** Somebody who did not write the text stands by it as it is now; a later change needs to be seconded again. */
export function secondMinutes(granted: PermitFor<typeof minutesPolicy.second>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    await tx.updateTable('session_minutes').set((eb) => ({ seconded_by: personOf(granted.actor), seconded_at: occasion.now, seconded_text: eb.ref('text_version'), version: eb('version', '+', 1) })).where('session_id', '=', session.id).execute();
    return done({ ref: session.ref });
  });
}

/** WG-6: approved once the window is over and every amendment has an answer; numbered and sealed in the same act. */
export function approveMinutes(granted: PermitFor<typeof minutesPolicy.approve>, occasion: Occasion): Promise<Result<{ ref: string; minutes: string; sha256: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session, minutes } = await lockMinutes(tx, granted);
    if (minutes?.corrected_until == null || occasion.now < minutes.corrected_until) return refused(problem('working-groups:problems.window_open'));
    const open = await tx.selectFrom('minutes_amendments').select('id').where('session_id', '=', session.id).where('status', '=', 'open').limit(1).executeTakeFirst();
    if (open !== undefined) return refused(problem('working-groups:problems.amendments_open'));
    const { ref, sha256 } = await sealIn(tx, {
      session_id: session.id, year: Number(dayOf(session.starts_at, session.time_zone).slice(0, 4)), approved_by: personOf(granted.actor), seconded_by: session.seconded_by, sealed_at: occasion.now,
    });
    await setStatus(tx, session, 'approved');
    return done({ ref: session.ref, minutes: ref, sha256 });
  });
}

/** Puts the sealed minutes where the visibility of the session allows; everybody on a seat gets them, with their own actions first. */
export function publishMinutes(granted: PermitFor<typeof minutesPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    await setStatus(tx, session, 'published');
    await notePublished(tx, session, occasion.now);
    return done({ ref: session.ref });
  });
}

export interface ErratumForm {
  /** The number of a passage, where the error stands in one. */
  readonly passage: number | null;
  readonly wrong: string;
  readonly correct: string;
  readonly reason: string;
}

/** WG-6: later errors stand beside the sealed text, numbered; neither is ever changed. */
export function addErratum(granted: PermitFor<typeof minutesPolicy.err>, occasion: Occasion, { passage, ...form }: ErratumForm): Promise<Result<{ ref: string; number: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { session } = await lockMinutes(tx, granted);
    const sealed = await tx.selectFrom('minutes_seals').select('session_id').where('session_id', '=', session.id).executeTakeFirst();
    if (sealed === undefined) return refused(problem('working-groups:problems.not_sealed'));
    const found = passage === null ? undefined : await tx.selectFrom('minutes_passages').select('id').where('session_id', '=', session.id).where('position', '=', passage).executeTakeFirst();
    if (passage !== null && found === undefined) return refused(problem('working-groups:problems.no_such_passage', 'passage'));
    const last = await tx.selectFrom('minutes_errata').select((eb) => eb.fn.max('number').as('number')).where('session_id', '=', session.id).executeTakeFirst();
    const number = (last?.number ?? 0) + 1;
    await tx.insertInto('minutes_errata').values({ id: newId(), session_id: session.id, number, passage_id: found?.id ?? null, ...form, recorded_by: personOf(granted.actor), recorded_at: occasion.now }).execute();
    return done({ ref: session.ref, number });
  });
}

/** Every change of the text counts: who seconded it seconded another. */
export async function textChanged(tx: Tx, sessionId: string): Promise<void> {
  await tx.updateTable('session_minutes').set((eb) => ({ text_version: eb('text_version', '+', 1), version: eb('version', '+', 1) })).where('session_id', '=', sessionId).execute();
}

async function isAuthor(tx: Tx, session_id: string, person_id: string | null): Promise<void> {
  if (person_id !== null) await tx.insertInto('minutes_authors').values({ session_id, person_id }).onConflict((conflict) => conflict.doNothing()).execute();
}

async function setStatus(tx: Tx, session: { readonly id: string; readonly version: number }, status: SessionStatus): Promise<void> {
  await tx.updateTable('sessions').set({ status, version: session.version + 1 }).where('id', '=', session.id).execute();
}
