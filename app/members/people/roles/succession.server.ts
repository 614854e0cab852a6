import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';

interface Succession {
  readonly to: string;
  readonly role_ids: readonly string[];
  readonly reason: string;
  /** Who gave them up, or away: nobody gives a role to themselves (PE-7). */
  readonly given_by: string | null;
  /** The organisation in which the roles count from now on; their own unless told otherwise. */
  readonly organisation_id?: string;
}

/**
 * Roles end and those of their successor begin at the same instant (PE-3), so that nobody is without one in between and no two hold it. What
 * the successor has already is not given twice. The domain of the act decides whether it may be done: its permit is the proof. Returns
 * how many ended.
 */
export async function passOnRolesIn(tx: Tx, _granted: Grant, { now }: Occasion, { to, role_ids, reason, given_by, organisation_id }: Succession): Promise<number> {
  // In the order of their keys: two acts about the same people wait for each other.
  const rows = await tx.selectFrom('roles').selectAll().where('id', 'in', [...role_ids]).where('starts_at', '<=', now).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)])).orderBy('id').forUpdate().execute();
  for (const row of rows) {
    const place = row.organisation_id === null ? null : (organisation_id ?? row.organisation_id);
    await tx.updateTable('roles').set({ ends_at: now, reason }).where('id', '=', row.id).execute();
    const held = await tx.selectFrom('roles').select('id').where('person_id', '=', to).where('role', '=', row.role).where('organisation_id', 'is not distinct from', place)
      .where('country_iso2', 'is not distinct from', row.country_iso2).where('starts_at', '<=', now).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)])).executeTakeFirst();
    if (held !== undefined) continue;
    await tx.insertInto('roles').values({ ...row, id: newId(), person_id: to, organisation_id: place, starts_at: now, granted_by: given_by, reason }).execute();
  }
  return rows.length;
}
