import type { Day } from '#app/platform/clock';

export const audiences = ['members', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** CN-3: how a consultation stands on a day. */
export const consultationStates = ['announced', 'open', 'closed'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** Both days belong to it. */
export interface Days {
  readonly opens_on: Day;
  readonly closes_on: Day;
}

export function stateOf({ opens_on, closes_on, closed_early }: Days & { readonly closed_early: boolean }, today: Day): ConsultationState {
  if (today < opens_on) return 'announced';
  if (closed_early) return 'closed';
  return today <= closes_on ? 'open' : 'closed';
}

export const commentStatuses = ['waiting', 'published', 'refused'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** CN-7: what came of a comment. */
export const dispositions = ['accepted', 'accepted_in_part', 'not_accepted', 'noted'] as const;
export type Disposition = (typeof dispositions)[number];

/** CN-9: for how many days after a consultation has closed addresses are kept when nothing is published. */
export const addressDays = 365;
/** And for how many days the log of mails says where an answer went. */
export const mailDays = 30;
