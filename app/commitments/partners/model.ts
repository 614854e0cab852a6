import type { CommitmentRef } from '../model';

export const partnerRoles = ['implementing', 'technical', 'content', 'funding', 'other'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** One side asks, the other answers; a partner may take its consent back at any time. */
export const consents = ['asked', 'confirmed', 'declined', 'withdrawn'] as const;
export type Consent = (typeof consents)[number];
export const sides = ['lead', 'partner'] as const;
/** Who asked. */
export type Side = (typeof sides)[number];

/** An organisation beside the lead. Days are `YYYY-MM-DD`. */
export interface Partner {
  readonly partner_id: string;
  readonly ref: string;
  readonly name: string;
  readonly role: PartnerRole;
  readonly consent: Consent;
  readonly side: Side;
  /** What it is asked to do, or offers. */
  readonly words: string | null;
  readonly asked_by: string | null;
  readonly asked_on: string;
  readonly answered_on: string | null;
  readonly answer: string | null;
  readonly version: number;
  /** How many people speak for it here; without one nobody can answer. */
  readonly people: number;
}

/** A partnership as decisions about it need it. */
export type PartnerRef = CommitmentRef & Pick<Partner, 'partner_id' | 'consent' | 'side' | 'asked_by'>;
/** An organisation that wants to join. */
export type JoinRef = CommitmentRef & { readonly open_to_join: boolean; readonly partner_id: string };

/** What asking says, from either side. */
export interface PartnerForm {
  readonly role: PartnerRole;
  readonly words: string | null;
}
export interface Answer {
  readonly consent: 'confirmed' | 'declined';
  readonly answer: string | null;
}
