import type { PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { acceptUpdate } from './operations.server';
import { updatePolicy } from './policy';
import { subjectOf, type Review } from './queries.server';

/** An update that passed every check, and why its reader may not accept it, if so. */
export interface Passed {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly lead: string;
  readonly answer: string;
  /** Stands for the update as it was shown. */
  readonly seen: string;
  readonly why: string | null;
}

const seenOf = ({ ref, now }: Review): string => `${ref}:${now.version}`;

/** Of what waits to be read, that which passed every check. What says that its commitment has ended is read one by one. */
export function passedOf(viewer: PersonActor, reviews: readonly Review[]): Passed[] {
  return reviews.filter(({ checks, now }) => checks.length === 0 && now.answer !== 'finished' && now.answer !== 'stopped').map((review) => {
    const decision = may(updatePolicy.accept, viewer, subjectOf(review));
    return { ref: review.ref, title: review.title, title_language: review.title_language, lead: review.lead, answer: review.now.answer ?? 'update', seen: seenOf(review), why: decision.allowed ? null : decision.reason };
  });
}

/** Accepts those that were ticked, each for itself: what has changed meanwhile, or may not be accepted by this reader, stays. */
export async function acceptPassed(viewer: PersonActor, occasion: Occasion, reviews: readonly Review[], ticked: readonly string[]): Promise<number> {
  const acceptable = new Set(passedOf(viewer, reviews).flatMap(({ seen, why }) => (why === null && ticked.includes(seen) ? [seen] : [])));
  let accepted = 0;
  for (const review of reviews) {
    if (!acceptable.has(seenOf(review))) continue;
    const { submission: _, ...once } = occasion;
    const result = await acceptUpdate(permit(updatePolicy.accept, viewer, subjectOf(review)), once, review.now.version);
    if (result.ok) accepted += 1;
  }
  return accepted;
}
