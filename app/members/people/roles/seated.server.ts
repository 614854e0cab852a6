import { sql } from 'kysely';
import type { Grant } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { platform, type SeatedRole } from './model';

/** A role that somebody has in a group by a seat, from an instant to another. */
export interface RoleBySeat {
  readonly person_id: string;
  readonly role: SeatedRole;
  /** The occasion's own instant for what has begun by then. */
  readonly starts_at: Date;
  readonly ends_at: Date | null;
}

/** PE-10: the roles that were given by hand in a group end when it does. */
export async function endGivenRolesIn(tx: Tx, working_group_id: string, ends_at: Date, reason: string): Promise<void> {
  await tx.updateTable('roles').set({ ends_at: sql`greatest(${ends_at}::timestamptz, starts_at)`, reason }).where('working_group_id', '=', working_group_id).where('by_seat', '=', false)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', ends_at)])).execute();
}

interface SeatsOf {
  readonly working_group_id: string;
  /** Why they changed, where that was said. */
  readonly reason: string | null;
}

/**
 * PE-10: makes the roles that come with the seats of a group what the seats say from this instant on. What a person was given by hand before
 * becomes that of their seat; the domain of the seats locks the group, decides, and tells those concerned.
 */
export async function followSeatsIn(tx: Tx, granted: Grant, { now }: Occasion, { working_group_id, reason }: SeatsOf, wanted: readonly RoleBySeat[]): Promise<void> {
  const rows = await tx.selectFrom('roles').select(['id', 'person_id', 'role', 'by_seat', 'starts_at', 'ends_at']).where('working_group_id', '=', working_group_id)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)])).orderBy('starts_at').orderBy('id').forUpdate().execute();
  const left = new Set(rows.filter((row) => row.by_seat));
  for (const { starts_at, ends_at, ...one } of wanted) {
    // Which row it is: one that counts already where the role has begun, else the next that was planned.
    const begun = starts_at <= now;
    const fits = (row: (typeof rows)[number]) => row.person_id === one.person_id && row.role === one.role && row.starts_at <= now === begun;
    const row = [...left].find(fits) ?? rows.find((given) => !given.by_seat && begun && fits(given));
    if (row === undefined) {
      const granted_by = granted.actor.kind === 'person' && granted.actor.id !== one.person_id ? granted.actor.id : null;
      await tx.insertInto('roles').values({ ...platform, ...one, id: newId(), scope: 'working_group', working_group_id, starts_at, ends_at, by_seat: true, granted_by, reason }).execute();
      continue;
    }
    left.delete(row);
    await tx.updateTable('roles').set({ by_seat: true, ends_at, ...(begun ? {} : { starts_at }) }).where('id', '=', row.id).execute();
  }
  for (const row of left) await tx.updateTable('roles').set({ ends_at: row.starts_at > now ? row.starts_at : now, reason }).where('id', '=', row.id).execute();
}
