import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { paths } from '#app/paths';
import { addMonths, dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { lockCommitment } from '../lock.server';
import { tellLead, tellOthersOfSecretariat } from '../notices.server';
import { approvedForMonths, type SafeguardForm, type SafeguardRef, type SafeguardState } from './model';
import type { safeguardPolicy } from './policy';

type Policy = typeof safeguardPolicy;
type Ref = { readonly ref: string };

/** Says how data about learners are kept safe. What was approved stays, and counts until the next one is approved too. `seen`: the version of the open one. */
export function writeSafeguard(granted: PermitFor<Policy['write']>, occasion: Occasion, seen: number | undefined, form: SafeguardForm, language: string): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (form.service_until <= dayOf(occasion.now)) return refused(problem('commitments:problems.service_over', 'service_until'));
    const open = await tx.selectFrom('safeguards').selectAll().where('commitment_id', '=', row.id).where('status', '<>', 'approved').forUpdate().executeTakeFirst();
    if (seen !== undefined && seen !== (open?.version ?? 0)) return refused(problem('form:problems.changed_meanwhile'));
    const facts = { ...form, language, written_by: personOf(granted.actor), written_at: occasion.now, status: 'draft', reviewed_by: null, reviewed_at: null, returned_reason: null };
    const { last } = await tx.selectFrom('safeguards').select((eb) => eb.fn.max('number').as('last')).where('commitment_id', '=', row.id).executeTakeFirstOrThrow();
    const [number, version] = open === undefined ? [(last ?? 0) + 1, 1] : [open.number, open.version + 1];
    if (open === undefined) await tx.insertInto('safeguards').values({ id: newId(), commitment_id: row.id, number, ...facts }).execute();
    else await tx.updateTable('safeguards').set({ ...facts, version }).where('id', '=', open.id).execute();
    await tellOthersOfSecretariat(tx, row, [facts.written_by], { words: 'safeguard_written', version: `${number}.${version}`, now: occasion.now, path: paths.safeguard(row.ref) });
    return done({ ref: row.ref });
  });
}

/** Somebody without a tie to the lead has read it and finds nothing missing; whoever may approve it is asked to. */
export function reviewSafeguard(granted: PermitFor<Policy['review']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, safeguard } = await lockBoth(tx, granted);
    await tx.updateTable('safeguards').set({ status: 'reviewed', reviewed_by: personOf(granted.actor), reviewed_at: occasion.now, version: safeguard.version + 1 }).where('id', '=', safeguard.id).execute();
    const notice = { words: 'safeguard_reviewed', version: `${safeguard.number}.${safeguard.version + 1}`, now: occasion.now, path: paths.safeguard(row.ref) } as const;
    await tellOthersOfSecretariat(tx, row, [safeguard.written_by, personOf(granted.actor)], notice);
    return done({ ref: row.ref });
  });
}

/** Lets it count, for two years and never longer than the service: the third person who looks at it. Learners are neither advertised to nor profiled. */
export function approveSafeguard(granted: PermitFor<Policy['approve']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, safeguard } = await lockBoth(tx, granted);
    if (!safeguard.no_advertising || !safeguard.no_profiling) return refused(problem('commitments:problems.safeguard_promises'));
    const longest = addMonths(dayOf(occasion.now), approvedForMonths);
    const expires_on = safeguard.service_until < longest ? safeguard.service_until : longest;
    if (expires_on <= dayOf(occasion.now)) return refused(problem('commitments:problems.service_over'));
    await tx.updateTable('safeguards').set({ status: 'approved', approved_by: personOf(granted.actor), approved_at: occasion.now, expires_on, version: safeguard.version + 1 }).where('id', '=', safeguard.id).execute();
    await tellLead(tx, row, { words: 'safeguard_approved', version: safeguard.number, now: occasion.now, path: paths.safeguard(row.ref) });
    return done({ ref: row.ref });
  });
}

/** Gives it back with what is to mend. */
export function returnSafeguard(granted: PermitFor<Policy['return']>, occasion: Occasion, reason: string): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, safeguard } = await lockBoth(tx, granted);
    if (reason.trim() === '') return refused(problem('commitments:problems.reason_needed', 'reason'));
    await tx.updateTable('safeguards').set({ status: 'draft', returned_reason: reason, reviewed_by: null, reviewed_at: null, version: safeguard.version + 1 }).where('id', '=', safeguard.id).execute();
    await tellLead(tx, row, { words: 'safeguard_returned', version: `${safeguard.number}.${safeguard.version + 1}`, now: occasion.now, reason, path: paths.safeguard(row.ref) });
    return done({ ref: row.ref });
  });
}

/** The commitment first, as everywhere; then it is decided again on the rows as they are. */
async function lockBoth(tx: Tx, granted: PermitFor<Policy['review' | 'approve' | 'return']>) {
  const subject: SafeguardRef = granted.subject;
  const row = await lockCommitment(tx, subject.id);
  const safeguard = await tx.selectFrom('safeguards').selectAll().where('id', '=', subject.safeguard_id).where('commitment_id', '=', subject.id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ ...row, safeguard_id: safeguard.id, safeguard: safeguard.status as SafeguardState, written_by: safeguard.written_by, reviewed_by: safeguard.reviewed_by });
  return { row, safeguard };
}
