import type { Day } from '#app/platform/clock';
import type { CommitmentRef } from '../model';

export const safeguardStates = ['draft', 'reviewed', 'approved'] as const;
export type SafeguardState = (typeof safeguardStates)[number];

/** What is asked in words. */
export const safeguardWords = ['purpose', 'categories', 'subjects', 'lawful_basis', 'retention', 'processors', 'cross_border', 'impact_assessment', 'access_and_deletion'] as const;
export type SafeguardWord = (typeof safeguardWords)[number];

/** How data about learners are kept safe. `service_until`: until when the service is paid for and looked after. */
export interface SafeguardForm extends Readonly<Record<SafeguardWord, string>> {
  readonly no_advertising: boolean;
  readonly no_profiling: boolean;
  readonly service_until: Day;
}

export interface Safeguard extends SafeguardForm {
  readonly id: string;
  readonly number: number;
  readonly status: SafeguardState;
  readonly language: string;
  readonly written_by: string | null;
  readonly reviewed_by: string | null;
  readonly reviewed_on: Day | null;
  readonly approved_on: Day | null;
  readonly expires_on: Day | null;
  readonly returned_reason: string | null;
  readonly version: number;
}

/** A safeguard as decisions about it need it. */
export interface SafeguardRef extends CommitmentRef {
  readonly safeguard_id: string;
  readonly safeguard: SafeguardState;
  readonly written_by: string | null;
  readonly reviewed_by: string | null;
}

/** Months for which an approval counts at most; it never outlives the service. */
export const approvedForMonths = 24;
/** Days before its end from which the lead is asked for the next one. */
export const renewWithinDays = 60;

export const isInForce = ({ status, expires_on }: Pick<Safeguard, 'status' | 'expires_on'>, today: Day): boolean => status === 'approved' && expires_on !== null && expires_on > today;
