import { randomInt } from 'node:crypto';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { takeTry } from '#app/platform/rate-limit.server';
import type { sessionPolicy } from '#app/working-groups/policy';
import { speakersFirst } from './seats.server';
import { lockSession } from '#app/working-groups/sessions/operations.server';
import { notePresence } from '#app/working-groups/sessions/presence.server';
import type { CheckIn } from './model';
import type { roomPolicy } from './policy';

/** LV-3: gives the current item more time. */
export function extendItem(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion, itemId: string, minutes: number): Promise<Result<{ id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    await lockSession(tx, granted);
    const item = await tx.selectFrom('agenda_items').select(['id', 'extra_minutes', 'version']).where('id', '=', itemId).where('session_id', '=', granted.subject.id).where('outcome', 'is', null).executeTakeFirst();
    if (item === undefined) return refused(problem('working-groups:problems.no_such_item'));
    if (item.extra_minutes + minutes > 480) return refused(problem('working-groups:problems.at_the_end'));
    await tx.updateTable('agenda_items').set({ extra_minutes: item.extra_minutes + minutes, version: item.version + 1 }).where('id', '=', item.id).execute();
    return done({ id: item.id });
  });
}

/** LV-2: makes a new code for who is in the room; the one before counts no longer. */
export function renewCode(granted: PermitFor<typeof sessionPolicy.run>, occasion: Occasion): Promise<Result<{ code: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const session = await lockSession(tx, granted);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await tx.updateTable('sessions').set({ check_in_code: code, version: session.version + 1 }).where('id', '=', session.id).execute();
    return done({ code });
  });
}

export interface CheckInForm {
  readonly presence: CheckIn;
  /** The code of the room: only for who says that they are in it. */
  readonly code: string | null;
}

/** How often a code may be tried. */
const tries = { most: 10, minutes: 10 } as const;

/** LV-2: somebody says of themselves that they are there, or leave, for every seat that they stand behind. */
export async function checkIn(granted: PermitFor<typeof roomPolicy.checkIn>, occasion: Occasion, { presence, code }: CheckInForm): Promise<Result<{ ref: string }>> {
  const { actor } = granted;
  if (actor.kind !== 'person') throw new TypeError('a person checks in');
  if (presence === 'in_person' && !(await takeTry({ bucket: `check-in:${granted.subject.id}:${actor.id}`, ...tries }, occasion.now))) return refused(problem('working-groups:problems.too_many_codes', 'code'));
  return inTransaction(granted, occasion, async (tx) => {
    const row = await tx.selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').selectAll('s').select('g.coalition_id').where('s.id', '=', granted.subject.id).forKeyShare('s').executeTakeFirstOrThrow();
    const seats = await speakersFirst(tx, row.id, actor.id);
    granted.again({ ...row, people: seats.length === 0 ? [] : [actor.id] });
    if (presence === 'in_person' && (row.check_in_code === null || code?.trim() !== row.check_in_code)) return refused(problem('working-groups:problems.wrong_code', 'code'));
    const noted = await notePresence(tx, row, seats.map(({ seat_id }) => ({ seat_id, person_id: actor.id, presence })), { now: occasion.now, noted_by: actor.id, origin: presence === 'in_person' ? 'code' : 'self' });
    return noted.ok ? done({ ref: row.ref }) : noted;
  });
}
