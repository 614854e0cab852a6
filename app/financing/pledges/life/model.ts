import { exceeds, isPositive, plus, zero, type Amount } from '#app/financing/money/model';

/** What moved the ladder of a pledge: a transaction of type 12, 2 or 3 in its own currency. */
export interface Movement {
  readonly on: string;
  readonly type_code: '12' | '2' | '3';
  readonly value: Amount;
  readonly reason: string | null;
}

export interface LifeFacts {
  readonly announced_on: string;
  readonly confirmed_on: string | null;
  readonly announced: Amount;
  readonly cancelled: boolean;
}

/** A day on which a pledge changed what it is, with the amount that was reached and the reason that was given. */
export interface LifeMoment {
  readonly what: 'announced' | 'confirmed' | 'partly_committed' | 'committed' | 'first_paid' | 'fulfilled' | 'reduced' | 'cancelled' | 'restored';
  readonly on: string;
  readonly amount?: Amount | undefined;
  readonly reason?: string | undefined;
}

interface Standing {
  readonly pledged: Amount;
  readonly committed: Amount;
  readonly paid: Amount;
}

const moved = (now: Standing, { type_code, value }: Movement): Standing => ({
  pledged: type_code === '12' ? plus(now.pledged, value) : now.pledged,
  committed: type_code === '2' ? plus(now.committed, value) : now.committed,
  paid: type_code === '3' ? plus(now.paid, value) : now.paid,
});

/** A rung counts as reached on the day on which it passes from below, so that a reversal and its repair are told too. */
const reaches = (before: Amount, after: Amount, limit: Amount): boolean => exceeds(limit, before) && !exceeds(limit, after) && exceeds(after, before);

function momentOf(before: Standing, after: Standing, { type_code, on, value, reason }: Movement, cancelled: boolean): LifeMoment | undefined {
  if (type_code === '12') {
    const told = { on, amount: after.pledged, reason: reason ?? undefined };
    if (isPositive(value)) return { what: 'restored', ...told };
    return { what: cancelled && !exceeds(after.pledged, after.paid) ? 'cancelled' : 'reduced', ...told };
  }
  const [was, is, whole, first] = type_code === '2' ? [before.committed, after.committed, 'committed', 'partly_committed'] as const : [before.paid, after.paid, 'fulfilled', 'first_paid'] as const;
  if (reaches(was, is, after.pledged)) return { what: whole, on, amount: is };
  return isPositive(is) && !isPositive(was) ? { what: first, on, amount: is } : undefined;
}

/** From the announcement to where it stands: `movements` in the order in which they came. */
export function lifeOf(facts: LifeFacts, movements: readonly Movement[]): LifeMoment[] {
  const { announced, announced_on, confirmed_on, cancelled } = facts;
  let now: Standing = { pledged: announced, committed: zero, paid: zero };
  const later: LifeMoment[] = confirmed_on === null ? [] : [{ what: 'confirmed', on: confirmed_on }];
  for (const movement of movements) {
    const after = moved(now, movement);
    const moment = momentOf(now, after, movement, cancelled);
    if (moment !== undefined) later.push(moment);
    now = after;
  }
  return [{ what: 'announced', on: announced_on, amount: announced }, ...later.toSorted((a, b) => a.on.localeCompare(b.on))];
}
