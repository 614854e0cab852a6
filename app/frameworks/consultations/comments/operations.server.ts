import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { editorOf } from '../../versions/lock.server';
import { stateOf, type Audience, type CommentStatus, type Disposition } from '../model';
import { tellRefused } from '../notices.server';
import type { CommentRef, commentPolicy } from '../policy';

export interface CommentForm {
  /** Code of a clause of the text that was put out; none for the whole. */
  readonly clause: string | null;
  readonly body: string;
  readonly language: Language;
  /** Of somebody from the public. */
  readonly author?: { readonly name: string; readonly mail: string; readonly body_name: string | null } | undefined;
}

/** CN-3, CN-5, CN-6: takes a comment; one of a member is public at once. The consultation is held, so that it cannot close meanwhile. */
export function sendComment(granted: PermitFor<typeof commentPolicy.send>, occasion: Occasion, consultation: string, form: CommentForm): Promise<Result<{ ref: string; status: CommentStatus }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('consultations').select(['id', 'audience', 'opens_on', 'closes_on', 'closed_at']).where('ref', '=', consultation).forShare().executeTakeFirstOrThrow();
    const { organisation_id, country_iso2 } = granted.again({ ...granted.subject, audience: row.audience as Audience }).subject;
    if (stateOf({ ...row, closed_early: row.closed_at !== null }, dayOf(occasion.now)) !== 'open') return refused(problem('frameworks:problems.comment_late', 'body'));
    const clause = form.clause === null ? undefined : await tx.selectFrom('consultation_clauses').select('id').where('consultation_id', '=', row.id).where('code', '=', form.clause).executeTakeFirst();
    if (form.clause !== null && clause === undefined) return refused(problem('form:errors.choose', 'clause'));
    const party = organisation_id !== null || country_iso2 !== null;
    if (party === (form.author !== undefined)) throw new Error('a comment is of a party or of somebody with a name');
    const [id, ref] = [newId(), await nextRef(tx, 'COM', Number(dayOf(occasion.now).slice(0, 4)))];
    const status: CommentStatus = party ? 'published' : 'waiting';
    await tx.insertInto('consultation_comments').values({
      id, ref, consultation_id: row.id, clause_id: clause?.id ?? null, organisation_id, country_iso2, person_id: party ? editorOf(granted.actor) : null,
      name: form.author?.name ?? null, body_name: form.author?.body_name ?? null, consented_at: party ? null : occasion.now,
      language: form.language, body: form.body, status, created_at: occasion.now,
    }).execute();
    if (form.author !== undefined) await tx.insertInto('comment_addresses').values({ comment_id: id, address: form.author.mail }).execute();
    return done({ ref, status });
  });
}

/** CN-6: from now on everybody whom the consultation is open to reads it. */
export const releaseComment = (granted: PermitFor<typeof commentPolicy.release>, occasion: Occasion): Promise<Result<{ ref: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockComment(tx, granted);
    await tx.updateTable('consultation_comments').set({ status: 'published', settled_by: editorOf(granted.actor), settled_at: occasion.now, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });

/** CN-6: it is not let in, or taken out again; its author is told why, and an address of the public is forgotten (CN-9). */
export const refuseComment = (granted: PermitFor<typeof commentPolicy.refuse>, occasion: Occasion, reason: string): Promise<Result<{ ref: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockComment(tx, granted);
    await tx.updateTable('consultation_comments').set({
      status: 'refused', refused_reason: reason, settled_by: editorOf(granted.actor), settled_at: occasion.now, version: row.version + 1,
      disposition: null, disposition_reason: null, disposition_node_id: null, disposed_by: null, disposed_at: null,
    }).where('id', '=', row.id).execute();
    await tellRefused(tx, row.id, occasion.now);
    return done({ ref: row.ref });
  });

export interface DispositionForm {
  readonly disposition: Disposition;
  readonly reason: string;
  /** The clause of the draft in which something came of it. */
  readonly node_id: string | null;
}

/** CN-7: says what came of a comment, and why. */
export const disposeComment = (granted: PermitFor<typeof commentPolicy.dispose>, occasion: Occasion, seen: number | undefined, { disposition, reason, node_id }: DispositionForm): Promise<Result<{ ref: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockComment(tx, granted);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const node = node_id === null ? undefined : await tx.selectFrom('framework_nodes').select('id').where('id', '=', node_id).where('version_id', '=', row.version_id).executeTakeFirst();
    if (node_id !== null && node === undefined) return refused(problem('form:errors.choose', 'node_id'));
    await tx.updateTable('consultation_comments').set({
      disposition, disposition_reason: reason, disposition_node_id: node_id, disposed_by: editorOf(granted.actor), disposed_at: occasion.now, version: row.version + 1,
    }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });

/** The comment as it is now, and its version of the text, which cannot be published meanwhile. */
async function lockComment(tx: Tx, granted: Permit<string, CommentRef>) {
  const version = await tx.selectFrom('framework_versions as v').innerJoin('consultations as c', 'c.version_id', 'v.id').innerJoin('consultation_comments as m', 'm.consultation_id', 'c.id')
    .select(['v.id as version_id', 'v.status as version_status']).where('m.id', '=', granted.subject.id).forShare('v').executeTakeFirstOrThrow();
  const row = await tx.selectFrom('consultation_comments').select(['id', 'ref', 'status', 'version']).where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
  const locked = { ...row, ...version, status: row.status as CommentStatus };
  granted.again(locked);
  return locked;
}
