import type { RoleName } from '#app/access/actor';

export const handoverStatuses = ['offered', 'accepted', 'declined', 'withdrawn'] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

/** ME-12: the roles whose work is handed over; an administrator stays one. */
export const handedRoles = ['focal_point', 'deputy_focal_point'] as const satisfies readonly RoleName[];

/** What was moved at the instant of the acceptance. */
export interface Moved {
  readonly roles: number;
  readonly seats: number;
  readonly actions: number;
}
