import { addWorkingDays } from '#app/commitments/review/model';
import { dayOf, type Day } from '#app/platform/clock';

/** How many working days a member has to reply, unless told. */
export const replyWithinWorkingDays = 10;

/** The right of reply of a report, by the days of its coalition. */
export interface ReplyWindow {
  readonly status: string;
  /** The last day on which a reply is taken; null until members are asked. */
  readonly reply_until: Day | null;
  /** The zone of the coalition. */
  readonly zone: string;
  readonly asked: number;
  readonly replied: number;
}

/** The last day, so many working days of the coalition after an instant. */
export const lastDayOf = (now: Date, zone: string, workingDays: number): Day => addWorkingDays(dayOf(now, zone), workingDays);

/** RE-6: whether somebody who is named may still answer: nobody waits for one who has replied, or was silent when the edition before asked. */
export const isAwaited = ({ replied, silent_on }: { readonly replied: boolean; readonly silent_on: Day | null }): boolean => !replied && silent_on === null;

/** Over when its last day is, or when everybody who was asked has replied: nobody waits for nothing. */
export function windowOf({ reply_until, zone, asked, replied }: ReplyWindow, now: Date): 'not_opened' | 'running' | 'over' {
  if (reply_until === null) return 'not_opened';
  return replied >= asked || dayOf(now, zone) > reply_until ? 'over' : 'running';
}

/**
 * A reply is taken, or taken anew, until the last day ends in the coalition's zone, and no longer once the report is approved; not of who was
 * silent when the edition before asked.
 */
export const takesReply = ({ status, reply_until, zone, silent_on }: Pick<ReplyWindow, 'status' | 'reply_until' | 'zone'> & { readonly silent_on: Day | null }, now: Date): boolean =>
  status === 'right_of_reply' && silent_on === null && reply_until !== null && dayOf(now, zone) <= reply_until;
