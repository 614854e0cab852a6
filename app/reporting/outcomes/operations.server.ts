import type { Updateable } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { DB } from '#db/schema';
import { gapsIn, type Audience, type OutcomeKind, type Part } from './model';
import { tellCommenters, tellGroup } from './notices.server';
import type { OutcomeRef, outcomePolicy } from './policy';
import { launchPlaces, textsOf } from './queries.server';
import { keepRows, type Chosen } from './rows.server';
import { sealOf } from './seal.server';

type Done = Promise<Result<{ number: number }>>;

export interface ComposeForm {
  readonly kind: OutcomeKind;
  readonly language: Language;
  readonly title: string;
  readonly chosen: Chosen;
}

/** OR-1: begins a report of a group with what it reports on, as it stands now. */
export function composeOutcome(granted: PermitFor<typeof outcomePolicy.compose>, occasion: Occasion, { kind, language, title, chosen }: ComposeForm): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const working_group_id = granted.subject.id;
    await tx.selectFrom('working_groups').select('id').where('id', '=', working_group_id).forNoKeyUpdate().executeTakeFirstOrThrow();
    const last = await tx.selectFrom('outcome_reports').select((eb) => eb.fn.max('number').as('number')).where('working_group_id', '=', working_group_id).executeTakeFirst();
    const report = { id: newId(), working_group_id, kind, language, number: (last?.number ?? 0) + 1 };
    await tx.insertInto('outcome_reports').values({ ...report, composed_at: occasion.now }).execute();
    await tx.insertInto('outcome_texts').values({ outcome_id: report.id, part: 'title', language, text: title, written_by: personOf(granted.actor), written_at: occasion.now }).execute();
    await noteAuthor(tx, granted.actor, report.id);
    if ((await keepRows(tx, report, chosen, occasion)) === 0) return refused(problem('reporting:outcomes.problems.no_rows', 'sessions'));
    return done({ number: report.number });
  });
}

/** A report as it is now, locked, with what is decided on. */
export const lockOutcome = (tx: Tx, id: string) => tx.selectFrom('outcome_reports as o').innerJoin('working_groups as g', 'g.id', 'o.working_group_id').selectAll('o').select(['g.coalition_id', 'g.ref as group_ref'])
  .select((eb) => eb.selectFrom('outcome_authors as a').select((one) => one.fn.agg<string[]>('array_agg', ['a.person_id']).as('authors')).whereRef('a.outcome_id', '=', 'o.id').as('found'))
  .where('o.id', '=', id).forUpdate('o').executeTakeFirstOrThrow();
export type Locked = Omit<Awaited<ReturnType<typeof lockOutcome>>, 'found'> & { readonly authors: readonly string[] };

/** Under the lock: whatever is decided is written, with the next version. A step names the version that its reader saw. */
export function change(granted: Permit<string, OutcomeRef>, occasion: Occasion, version: number | undefined, decide: (tx: Tx, row: Locked) => Promise<Result<Updateable<DB['outcome_reports']>>>): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const { found, ...rest } = await lockOutcome(tx, granted.subject.id);
    const row = { ...rest, authors: found ?? [] };
    granted.again(row);
    if (version !== undefined && row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const decided = await decide(tx, row);
    if (!decided.ok) return decided;
    await tx.updateTable('outcome_reports').set({ ...decided.value, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ number: row.number });
  });
}

async function noteAuthor(tx: Tx, actor: Actor, outcome_id: string): Promise<void> {
  const person_id = personOf(actor);
  if (person_id !== null) await tx.insertInto('outcome_authors').values({ outcome_id, person_id }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** OR-2: chooses anew what it reports on; everything that is kept is what it is now. */
export const chooseRows = (granted: PermitFor<typeof outcomePolicy.write>, occasion: Occasion, version: number, chosen: Chosen): Done =>
  change(granted, occasion, version, async (tx, row) => {
    if ((await keepRows(tx, { ...row, kind: row.kind as OutcomeKind }, chosen, occasion)) === 0) return refused(problem('reporting:outcomes.problems.no_rows', 'sessions'));
    await noteAuthor(tx, granted.actor, row.id);
    return done({ composed_at: occasion.now });
  });

export interface TextForm {
  readonly part: Part;
  readonly language: Language;
  readonly text: string;
  /** That of the text as its writer saw it; none where it was not written yet. */
  readonly seen: number | undefined;
}

/** OR-3: writes a part in one language. Of two who write the same one at once, the second is told. */
export const writePart = (granted: PermitFor<typeof outcomePolicy.write>, occasion: Occasion, { part, language, text, seen }: TextForm): Done =>
  change(granted, occasion, undefined, async (tx, row) => {
    const key = { outcome_id: row.id, part, language };
    const words = { text, written_by: personOf(granted.actor), written_at: occasion.now };
    const now = await tx.selectFrom('outcome_texts').select('version').where('outcome_id', '=', row.id).where('part', '=', part).where('language', '=', language).executeTakeFirst();
    if (now?.version !== seen) return refused(problem('form:problems.changed_meanwhile'));
    if (now === undefined) await tx.insertInto('outcome_texts').values({ ...key, ...words }).execute();
    else await tx.updateTable('outcome_texts').set({ ...words, version: now.version + 1 }).where('outcome_id', '=', row.id).where('part', '=', part).where('language', '=', language).execute();
    await noteAuthor(tx, granted.actor, row.id);
    return done({});
  });

/** OR-4, OR-5: asks the group, or everybody, what they think of it, once no part is missing. */
export const consultOn = (granted: PermitFor<typeof outcomePolicy.consult>, occasion: Occasion, version: number, form: { readonly audience: Audience; readonly until: string }): Done =>
  change(granted, occasion, version, async (tx, row) => {
    if (form.until <= dayOf(occasion.now)) return refused(problem('reporting:outcomes.problems.until', 'until'));
    const gaps = await gapsOf(tx, row);
    if (gaps.length > 0) return refused(...gaps);
    await tellGroup(tx, granted.actor, row, 'consultation', occasion.now, { until: form.until });
    return done({ status: 'consultation', audience: form.audience, consulted_until: form.until });
  });

/** The group has heard what there was to hear, and goes over it a last time. */
export const reviewOutcome = (granted: PermitFor<typeof outcomePolicy.review>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    await tellCommenters(tx, granted.actor, row, occasion.now);
    return done({ status: 'final_review' });
  });

/** OR-6: approves what stands there, by somebody who did not write it alone, and seals it. */
export const approveOutcome = (granted: PermitFor<typeof outcomePolicy.approve>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    const open = await tx.selectFrom('outcome_comments').select((eb) => eb.fn.countAll<number>().as('count')).where('outcome_id', '=', row.id).where('answer', 'is', null).executeTakeFirstOrThrow();
    if (Number(open.count) > 0) return refused(problem('reporting:outcomes.problems.unanswered', undefined, { count: Number(open.count) }));
    const gaps = await gapsOf(tx, row);
    if (gaps.length > 0) return refused(...gaps);
    await tellGroup(tx, granted.actor, row, 'approved', occasion.now);
    return done({ status: 'approved', approved_at: occasion.now, approved_by: personOf(granted.actor), sha256: await sealOf(tx, row) });
  });

/** OR-7: it was launched at a session of the group or a meeting of its coalition. */
export const launchOutcome = (granted: PermitFor<typeof outcomePolicy.launch>, occasion: Occasion, version: number, sessionId: string): Done =>
  change(granted, occasion, version, async (tx, row) => {
    const place = (await launchPlaces(granted.actor, row, tx)).find(({ id }) => id === sessionId);
    if (place === undefined) return refused(problem('form:errors.choose', 'session'));
    await tellGroup(tx, granted.actor, row, 'launched', occasion.now, { session: place.ref });
    return done({ status: 'launched', launched_in: place.id, launched_at: occasion.now });
  });

/** OR-6: it comes out, where what stands there is what was approved. */
export const publishOutcome = (granted: PermitFor<typeof outcomePolicy.publish>, occasion: Occasion, version: number): Done =>
  change(granted, occasion, version, async (tx, row) => {
    if ((await sealOf(tx, row)) !== row.sha256) return refused(problem('reporting:outcomes.problems.altered'));
    await tellGroup(tx, granted.actor, row, 'published', occasion.now);
    return done({ status: 'published', published_at: occasion.now });
  });

const gapsOf = async (tx: Tx, { id, language }: Locked): Promise<Problem[]> => gapsIn(await textsOf(tx, id), language as Language).map((part) => problem(`reporting:outcomes.problems.no_${part}`));
