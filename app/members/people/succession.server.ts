import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { passOnRolesIn } from './roles/succession.server';

interface Succession {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/**
 * ME-2: who belongs to a merged organisation belongs to the one that stays from today on, in the same roles from the same instant (PE-3).
 * What was before stays as it was. The domain of the act decides whether it may be done: its permit is the proof.
 */
export async function passOnPeopleIn(tx: Tx, granted: Grant, occasion: Occasion, { from, to, reason }: Succession): Promise<void> {
  const today = dayOf(occasion.now);
  const places = await tx.selectFrom('affiliations').selectAll().where('organisation_id', '=', from).where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', today)])).orderBy('id').forUpdate().execute();
  for (const { id, person_id, title, from_on } of places) {
    await tx.updateTable('affiliations').set({ until_on: from_on > today ? from_on : today }).where('id', '=', id).execute();
    const there = await tx.selectFrom('affiliations').select('id').where('person_id', '=', person_id).where('organisation_id', '=', to).where('until_on', 'is', null).executeTakeFirst();
    if (there === undefined) await tx.insertInto('affiliations').values({ id: newId(), person_id, organisation_id: to, title, from_on: from_on > today ? from_on : today }).execute();
    const held = await tx.selectFrom('roles').select('id').where('person_id', '=', person_id).where('organisation_id', '=', from).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', occasion.now)])).execute();
    const given_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    if (held.length > 0) await passOnRolesIn(tx, granted, occasion, { to: person_id, role_ids: held.map((role) => role.id), reason, given_by, organisation_id: to });
  }
}
