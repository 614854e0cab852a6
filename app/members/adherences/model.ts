import type { Day } from '#app/platform/clock';

/** ME-13: how an adherence stands on a day. Nothing but a decision and the clock says so. */
export const adherenceStates = ['pending', 'current', 'expired', 'revoked'] as const;
export type AdherenceState = (typeof adherenceStates)[number];

export interface AdherenceFacts {
  readonly confirmed: boolean;
  readonly revoked: boolean;
  readonly starts_on: Day;
  /** The first day on which it no longer holds. */
  readonly expires_on: Day;
}

/** Pending until another person has confirmed it, and until it begins. */
export function stateOf({ confirmed, revoked, starts_on, expires_on }: AdherenceFacts, today: Day): AdherenceState {
  if (revoked) return 'revoked';
  if (!confirmed || starts_on > today) return 'pending';
  return expires_on <= today ? 'expired' : 'current';
}

/** How many days before it expires the member is reminded, once each. */
export const remindedBefore = [60, 14] as const;

/** The reminder that is due when so many days are left: the latest one, so that one missed is not made good by two at once. */
export const reminderAt = (daysLeft: number): (typeof remindedBefore)[number] | undefined =>
  daysLeft <= 0 ? undefined : remindedBefore.findLast((days) => daysLeft <= days);

/** A renewal that is signed early begins where the one before it ends. */
export const beginsOn = (signedOn: Day, endsOfOthers: readonly Day[]): Day => [signedOn, ...endsOfOthers].reduce((latest, day) => (day > latest ? day : latest));
