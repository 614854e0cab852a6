import { addDays, type Day } from '#app/platform/clock';

/** An endorsement of a version of a text, by an organisation or a country. */
export const endorsementStatuses = ['declared', 'evidence_checked', 'published', 'withdrawn'] as const;
export type EndorsementStatus = (typeof endorsementStatuses)[number];

/** Which step leads where: declared -> evidence_checked -> published; withdrawn from any of them. */
export const mayCheck = (status: string): boolean => status === 'declared';
export const mayPublish = (status: string): boolean => status === 'evidence_checked';
export const mayWithdraw = (status: string): boolean => status !== 'withdrawn';

/** An endorser has so many days for a first commitment, counted from publication; and so many from being told, however late that was. */
const daysFromPublication = 90;
const daysFromBeingTold = 30;

/** Until when an endorser that was told has time before the ledger says that it has no commitment. */
export function promiseDueOn(published: Day, told: Day): Day {
  const [one, other] = [addDays(published, daysFromPublication), addDays(told, daysFromBeingTold)];
  return one > other ? one : other;
}
