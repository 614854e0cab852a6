import type { SeatedRole } from '#app/members/people/roles/model';
import { addDays, type Day } from '#app/platform/clock';
import type { SeatRole } from '#app/working-groups/model';
import type { Span } from './changes';

const roles: Readonly<Partial<Record<SeatRole, SeatedRole>>> = { chair: 'wg_chair', cochair: 'wg_cochair', secretary: 'wg_secretary' };

/** SE-6: the seats whose holders lead the group. */
export const officeRoles = Object.keys(roles) as readonly SeatRole[];
export const isOffice = (role: SeatRole): boolean => roles[role] !== undefined;

/** What somebody leads a group as, on the days on which their seats say so. */
export interface Office extends Span {
  readonly person_id: string;
  readonly role: SeatedRole;
}

/** SE-6: the offices that seats give, from the rows in the order of their first days: what follows day by day is one. */
export function officesOf(seats: readonly (Span & { readonly holder_id: string; readonly role: SeatRole })[]): readonly Office[] {
  const offices: Office[] = [];
  for (const { holder_id: person_id, role: seated, from_on, until_on } of seats) {
    const role = roles[seated];
    if (role === undefined) continue;
    const before = offices.findLastIndex((one) => one.person_id === person_id && one.role === role);
    const last = offices[before];
    if (last === undefined || (last.until_on !== null && addDays(last.until_on, 1) < from_on)) offices.push({ person_id, role, from_on, until_on });
    else offices[before] = { ...last, until_on: later(last.until_on, until_on) };
  }
  return offices;
}

/** The later of two last days; without one there is no end. */
const later = (one: Day | null, other: Day | null): Day | null => (one === null || other === null ? null : one > other ? one : other);
