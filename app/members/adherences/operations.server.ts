import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { inForce } from '#app/members/memberships/model';
import { coalitionIdsAbove } from '#app/coalitions/queries.server';
import { addMonths, dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { attachEvidenceIn, type EvidenceForm } from '#app/records/evidence/operations.server';
import { beginsOn } from './model';
import { tellOfAdherence } from './notices.server';
import type { AdherenceRef, adherencePolicy } from './policy';

export interface AdherenceForm {
  readonly instrument: string;
  readonly signed_by: string;
  readonly signed_on: Day;
}

/** ME-13: a member says that it signed an instrument, with the paper that shows it. It counts when another person has confirmed it. */
export const recordAdherence = (granted: PermitFor<typeof adherencePolicy.record>, occasion: Occasion, form: AdherenceForm, evidence: EvidenceForm): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { organisation_id, coalition_id } = granted.subject;
    const today = dayOf(occasion.now);
    const membership = await tx.selectFrom('memberships').select('id').where('organisation_id', '=', organisation_id).where('coalition_id', '=', coalition_id).where('status', 'in', [...inForce]).forUpdate().executeTakeFirst();
    if (membership === undefined) return refused(problem('members:problems.no_membership'));
    const instrument = await tx.selectFrom('instruments').select('months').where('code', '=', form.instrument).executeTakeFirst();
    if (instrument === undefined) return refused(problem('form:errors.choose', 'instrument'));
    if (form.signed_on > today) return refused(problem('members:problems.joined_in_future', 'signed_on'));
    const others = await tx.selectFrom('adherences').select('expires_on').where('membership_id', '=', membership.id).where('instrument', '=', form.instrument).where('revoked_at', 'is', null).where('signed_on', '<', form.signed_on).execute();
    const starts_on = beginsOn(form.signed_on, others.map(({ expires_on }) => expires_on));
    const expires_on = addMonths(starts_on, instrument.months);
    if (expires_on <= today) return refused(problem('members:problems.expired_already', 'signed_on'));
    const id = newId();
    const recorded_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    await tx.insertInto('adherences').values({ id, membership_id: membership.id, ...form, starts_on, expires_on, recorded_by, recorded_at: occasion.now }).execute();
    const attached = await attachEvidenceIn(tx, granted, occasion, { adherence_id: id }, evidence);
    return attached.ok ? done({ id }) : attached;
  });

export const confirmAdherence = (granted: PermitFor<typeof adherencePolicy.confirm>, occasion: Occasion): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockAdherence(tx, granted.subject.id);
    granted.again(row);
    await tx.updateTable('adherences').set({ confirmed_at: occasion.now, confirmed_by: granted.actor.kind === 'person' ? granted.actor.id : null, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfAdherence(tx, row.id, 'confirmed', occasion.now);
    return done({ id: row.id });
  });

export const revokeAdherence = (granted: PermitFor<typeof adherencePolicy.revoke>, occasion: Occasion, reason: string): Promise<Result<{ id: string }>> =>
  inTransaction(granted, occasion, async (tx) => {
    const row = await lockAdherence(tx, granted.subject.id);
    granted.again(row);
    await tx.updateTable('adherences').set({ revoked_at: occasion.now, revoked_by: granted.actor.kind === 'person' ? granted.actor.id : null, revoked_reason: reason, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellOfAdherence(tx, row.id, 'revoked', occasion.now);
    return done({ id: row.id });
  });

async function lockAdherence(tx: Tx, id: string): Promise<AdherenceRef & { readonly version: number }> {
  const row = await tx.selectFrom('adherences as a').innerJoin('memberships as m', 'm.id', 'a.membership_id')
    .select(['a.id', 'a.recorded_by', 'a.confirmed_at', 'a.revoked_at', 'a.version', 'm.organisation_id', 'm.coalition_id']).where('a.id', '=', id).forUpdate('a').executeTakeFirstOrThrow();
  return { ...row, confirmed: row.confirmed_at !== null, revoked: row.revoked_at !== null, above: await coalitionIdsAbove(row.coalition_id, tx) };
}
