import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { clauseProblems, exponentFor } from '../terms.server';
import { worthProblems } from '../worth';
import type { RequestForm } from './input.server';
import { lockRequest, type LockedRequest } from './lock.server';
import { tellOfClosing, tellOfPublication } from './notices.server';
import type { requestPolicy } from './policy';

/** Writes down a need. Nobody else sees it before it is published. */
export function writeRequest(granted: PermitFor<typeof requestPolicy.write>, occasion: Occasion, form: RequestForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const problems = await problemsOf(tx, occasion, form);
    if (problems.length > 0) return refused(...problems);
    const { coalition_id, country_iso2 } = granted.subject;
    const row = { id: newId(), ref: await nextRef(tx, 'REQ', occasion.now.getUTCFullYear()) };
    await tx.insertInto('support_requests').values({ ...row, coalition_id, country_iso2, asked_by: personOf(granted.actor), created_at: occasion.now, ...columnsOf(form) }).execute();
    await writeParts(tx, row.id, form);
    return done(row);
  });
}

export function editRequest(granted: PermitFor<typeof requestPolicy.edit>, occasion: Occasion, version: number | undefined, form: RequestForm): Promise<Result<{ ref: string }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = await problemsOf(tx, occasion, form);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('support_requests').set({ ...columnsOf(form), version: row.version + 1 }).where('id', '=', row.id).execute();
    await tx.deleteFrom('support_request_texts').where('request_id', '=', row.id).execute();
    await tx.deleteFrom('support_request_nodes').where('request_id', '=', row.id).execute();
    await tx.deleteFrom('support_request_beneficiaries').where('request_id', '=', row.id).execute();
    await writeParts(tx, row.id, form);
    return done({ ref: row.ref });
  });
}

/** A draft that nobody else has seen goes without a trace but the audit's. */
export function deleteRequest(granted: PermitFor<typeof requestPolicy.delete>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    await tx.deleteFrom('support_requests').where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** From now on everybody reads it and members can offer. Its country's people are told, and whoever has an open offer that fits. */
export function publishRequest(granted: PermitFor<typeof requestPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    if (row.deadline_on < dayOf(occasion.now)) return refused(problem('countries:problems.deadline_passed'));
    await tx.updateTable('support_requests').set({ published_at: occasion.now, published_by: personOf(granted.actor), version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfPublication(tx, row, granted.actor, occasion.now);
    return done({ ref: row.ref });
  });
}

/** RQ-2: no more offers. It stays readable with the reason. */
export function closeRequest(granted: PermitFor<typeof requestPolicy.close>, occasion: Occasion, form: { readonly reason: string }): Promise<Result<{ ref: string }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    await tx.updateTable('support_requests')
      .set({ closed_at: occasion.now, closed_by: personOf(granted.actor), closed_reason: form.reason, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfClosing(tx, row, form.reason, granted.actor, occasion.now);
    return done({ ref: row.ref });
  });
}

/** Says a request in another language than its authoritative one. */
export function translateRequest(granted: PermitFor<typeof requestPolicy.translate>, occasion: Occasion, language: Language, text: { readonly title: string; readonly need: string; readonly origin: 'human' | 'machine' }): Promise<Result<{ ref: string }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    if (row.language === language) return refused(problem('countries:problems.authoritative_language', 'language'));
    const facts = { ...text, checked_by: text.origin === 'human' ? personOf(granted.actor) : null };
    await tx.insertInto('support_request_texts').values({ request_id: row.id, language, ...facts }).onConflict((conflict) => conflict.columns(['request_id', 'language']).doUpdateSet(facts)).execute();
    return done({ ref: row.ref });
  });
}

type OnRequest = PermitFor<typeof requestPolicy.translate> | PermitFor<typeof requestPolicy.edit> | PermitFor<typeof requestPolicy.delete> | PermitFor<typeof requestPolicy.publish> | PermitFor<typeof requestPolicy.close>;

/** Decides again on the row under the lock. A draft that somebody else deleted meanwhile is no longer there to act on. */
function onLocked<Value>(granted: OnRequest, occasion: Occasion, act: (tx: Tx, row: LockedRequest) => Promise<Result<Value>>): Promise<Result<Value>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockRequest(tx, granted.subject.id);
    if (row === undefined) return refused(problem('form:problems.changed_meanwhile'));
    granted.again(row);
    return act(tx, row);
  });
}

/** Everything that is wrong with the form at once. The pillar and the clauses are of published versions, the deadline is still to come. */
async function problemsOf(tx: Tx, occasion: Occasion, form: RequestForm): Promise<Problem[]> {
  const problems = worthProblems(form, await exponentFor(tx, form.currency));
  if (form.deadline_on < dayOf(occasion.now)) problems.push(problem('countries:problems.deadline_passed', 'deadline_on'));
  return [...problems, ...(await clauseProblems(tx, form.pillar, form.nodes))];
}

function columnsOf({ pillar, language, amount, currency, amount_missing, deadline_on }: RequestForm) {
  return { pillar_node_id: pillar, language, amount, currency: amount === null ? null : currency, amount_missing: amount === null ? amount_missing : null, deadline_on };
}

async function writeParts(tx: Tx, request_id: string, form: RequestForm): Promise<void> {
  await tx.insertInto('support_request_texts').values({ request_id, language: form.language, title: form.title, need: form.need }).execute();
  if (form.nodes.length > 0) await tx.insertInto('support_request_nodes').values(form.nodes.map((node_id) => ({ request_id, node_id }))).execute();
  if (form.beneficiaries.length > 0) await tx.insertInto('support_request_beneficiaries').values(form.beneficiaries.map((group_code) => ({ request_id, group_code }))).execute();
}
