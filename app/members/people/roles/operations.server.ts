import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { fits, scopeKindOf } from './model';
import { tellOfRole } from './notices.server';
import type { handOver, rolePolicy } from './policy';
import { coalitionsOver, findRole, scopeExists } from './queries.server';

interface Grant {
  /** The instant from which it counts; the occasion's unless it is given. */
  readonly starts_at?: Date | undefined;
  /** The instant from which it counts no longer; null while it has no end. */
  readonly ends_at: Date | null;
  readonly reason: string | null;
  /** Its holder learns of it by another letter of the same act. */
  readonly told?: boolean;
}

/** PE-3, PE-6, PE-7: gives a role from the instant of the occasion on, or from a later one. For an organisation its holder has to belong there. */
export const grantRole = (granted: PermitFor<typeof rolePolicy.grant>, occasion: Occasion, form: Grant): Promise<Result<{ role_id: string }>> =>
  inTransaction(granted, occasion, (tx) => grantRoleIn(tx, granted, occasion, form));

export async function grantRoleIn(tx: Tx, granted: PermitFor<typeof rolePolicy.grant>, { now }: Occasion, form: Grant): Promise<Result<{ role_id: string }>> {
  const { person_id, role, scope } = granted.subject;
  const person = await tx.selectFrom('people').select(['id', 'erased_at']).where('id', '=', person_id).forUpdate().executeTakeFirst();
  if (person === undefined || person.erased_at !== null) return refused(problem('accounts:problems.no_person'));
  granted.again({ ...granted.subject, coalition_ids: await coalitionsOver(scope, tx) });
  if (!fits(role, scope) || !(await scopeExists(scope, tx))) return refused(problem('accounts:problems.scope_unfit', 'scope_id'));
  const starts_at = form.starts_at ?? now;
  if (starts_at < now) return refused(problem('accounts:problems.starts_before', 'from'));
  if (form.ends_at !== null && form.ends_at <= starts_at) return refused(problem('accounts:problems.ends_before', 'until'));
  if (scope.organisation_id !== null && !(await belongsToIn(tx, person_id, scope.organisation_id, now))) return refused(problem('accounts:problems.no_affiliation', 'scope_id'));
  const held = await tx.selectFrom('roles').select('id').where('person_id', '=', person_id).where('role', '=', role)
    .where('coalition_id', 'is not distinct from', scope.coalition_id).where('organisation_id', 'is not distinct from', scope.organisation_id)
    .where('working_group_id', 'is not distinct from', scope.working_group_id).where('country_iso2', 'is not distinct from', scope.country_iso2)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', starts_at)]))
    .$if(form.ends_at !== null, (query) => query.where('starts_at', '<', form.ends_at ?? now)).executeTakeFirst();
  if (held !== undefined) return refused(problem('accounts:problems.role_held', 'role'));
  const role_id = newId();
  await tx.insertInto('roles').values({
    id: role_id, person_id, role, scope: scopeKindOf(scope), ...scope, starts_at, ends_at: form.ends_at, reason: form.reason,
    granted_by: granted.actor.kind === 'person' ? granted.actor.id : null,
  }).execute();
  if (form.told !== true) await tellOfRole(tx, role_id, starts_at > now ? 'granted_later' : 'granted', now);
  return done({ role_id });
}

/** PE-2, PE-3: ends a role at the instant of the occasion. What its holder did with it stays. */
export const endRole = (granted: PermitFor<typeof rolePolicy.end>, occasion: Occasion, form: { role_id: string; reason: string }): Promise<Result<null>> =>
  inTransaction(granted, occasion, (tx) => endRoleIn(tx, granted, occasion, form));

export async function endRoleIn(tx: Tx, granted: PermitFor<typeof rolePolicy.end>, { now }: Occasion, form: { role_id: string; reason: string; told?: boolean }): Promise<Result<null>> {
  await tx.selectFrom('roles').select('id').where('id', '=', form.role_id).forUpdate().execute();
  const found = await findRole(granted.subject.person_id, form.role_id, tx);
  if (found === undefined) return refused(problem('accounts:problems.role_ended'));
  granted.again(found.subject);
  const { row } = found;
  if (row.ends_at !== null && row.ends_at <= now) return refused(problem('accounts:problems.role_ended'));
  if (row.by_seat) return refused(problem('accounts:problems.role_by_seat'));
  if (row.role === 'secretariat_lead' && row.ends_at === null && !(await hasAnotherLead(tx, row))) return refused(problem('accounts:problems.last_lead'));
  await tx.updateTable('roles').set({ ends_at: row.starts_at > now ? row.starts_at : now, reason: form.reason }).where('id', '=', row.id).execute();
  if (form.told !== true) await tellOfRole(tx, row.id, 'ended', now);
  return done(null);
}

/**
 * PE-9: a role that its holder has is to be another's from an instant on. Ends it then where it was given by hand; one that comes with a seat
 * goes with the seat (PE-10). The domain that the scope belongs to changes the seats in the same transaction, and tells both.
 */
export async function handOverRoleIn(tx: Tx, granted: PermitFor<typeof handOver>, { now }: Occasion, { from, reason }: { from: Date; reason: string }): Promise<Result<null>> {
  const { person_id, to_id, role, scope } = granted.subject;
  await tx.selectFrom('people').select('id').where('id', 'in', [person_id, to_id]).orderBy('id').forUpdate().execute();
  granted.again({ ...granted.subject, coalition_ids: await coalitionsOver(scope, tx) });
  const heldBy = (id: string) => tx.selectFrom('roles').select(['id', 'starts_at', 'by_seat']).where('person_id', '=', id).where('role', '=', role)
    .where('coalition_id', 'is not distinct from', scope.coalition_id).where('organisation_id', 'is not distinct from', scope.organisation_id)
    .where('working_group_id', 'is not distinct from', scope.working_group_id).where('country_iso2', 'is not distinct from', scope.country_iso2)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', from)])).executeTakeFirst();
  const held = await heldBy(person_id);
  if (held === undefined || held.starts_at > now || from < now) return refused(problem('accounts:problems.role_ended'));
  if ((await heldBy(to_id)) !== undefined) return refused(problem('accounts:problems.role_held', 'to_id'));
  if (!held.by_seat) await tx.updateTable('roles').set({ ends_at: from, reason }).where('id', '=', held.id).execute();
  return done(null);
}

/** PE-2, for a kind answer. Two who leave at once are told apart by the trigger `roles_last_lead`. */
async function hasAnotherLead(tx: Tx, lead: { readonly id: string; readonly coalition_id: string | null }): Promise<boolean> {
  const other = await tx.selectFrom('roles').select('id').where('role', '=', 'secretariat_lead').where('ends_at', 'is', null).where('id', '<>', lead.id)
    .where('coalition_id', 'is not distinct from', lead.coalition_id).executeTakeFirst();
  return other !== undefined;
}

/** Whether somebody belongs to an organisation on the day of an instant. */
export async function belongsToIn(tx: Tx, person_id: string, organisation_id: string, now: Date): Promise<boolean> {
  const today = dayOf(now);
  const found = await tx.selectFrom('affiliations').select('id').where('person_id', '=', person_id).where('organisation_id', '=', organisation_id)
    .where('from_on', '<=', today).where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', today)])).executeTakeFirst();
  return found !== undefined;
}
