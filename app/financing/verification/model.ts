import type { Amount } from '#app/financing/money/model';
import type { Party } from '#app/financing/pledges/model';
import type { PledgeRef } from '#app/financing/pledges/policy';
import { rungs, type Method, type Rung, type Verification } from '#app/records/verification/model';

/** What a look at money is worth, by who looked. */
export type GivenRung = Extract<Rung, 'secretariat_checked' | 'independently_verified'>;

/** Money that somebody may look at: a transaction of a pledge, or all that its figures are added from. */
export interface MoneyRef extends PledgeRef {
  /** Of the transaction; null for the figures of the pledge. */
  readonly transaction_id: string | null;
  /** Everybody who recorded some of it. */
  readonly recorders: readonly (string | null)[];
  readonly receivers: readonly Party[];
  /** Where the least checked of it stands; null while there is nothing to look at. */
  readonly verification: Verification | null;
}

/** Whether a look would lift it. What is contested waits until that is settled. */
export const lifts = (given: GivenRung, now: Verification | null): boolean => now !== null && now !== 'contested' && rungs.indexOf(given) > rungs.indexOf(now);

/** What was found to stand, and what came after it: it stays what it was until somebody looks again (PV-1). */
export interface VerifiedFigure {
  readonly rung: GivenRung;
  readonly on: string;
  readonly method: Method;
  readonly note: string;
  readonly committed: Amount;
  readonly disbursed: Amount;
  readonly currency: string;
  /** Disbursed and committed since; negative where more was taken back. */
  readonly added: Amount;
  readonly committed_since: Amount;
  /** Where the least checked of what came since stands; null where nothing came. */
  readonly since: Verification | null;
}

/** One look, as it is shown. */
export interface Look {
  readonly rung: GivenRung;
  readonly on: string;
  readonly method: Method;
  readonly note: string;
}
