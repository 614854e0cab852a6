import type { DecisionRule } from '#app/working-groups/model';

export const voteKinds = ['for', 'against', 'abstain', 'objection'] as const;
export type VoteKind = (typeof voteKinds)[number];

export const decisionStatuses = ['provisional', 'adopted', 'rejected', 'superseded', 'lapsed'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** What a commitment can name as its origin. */
export const canBeOrigin = (status: DecisionStatus): boolean => status === 'adopted' || status === 'provisional';

/** A majority is counted among votes; consensus and consent are given where nobody objects. */
export const needsVotes = (rule: DecisionRule): boolean => rule === 'majority' || rule === 'two_thirds';

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly objection: number;
}

export function tallyOf(votes: readonly { readonly vote: string }[]): Tally {
  const count = (kind: VoteKind) => votes.filter((one) => one.vote === kind).length;
  return { for: count('for'), against: count('against'), abstain: count('abstain'), objection: count('objection') };
}

/**
 * Whether the votes carry the text. WG-5: consensus and consent are broken by a standing objection; majority counts for against
 * against; two thirds counts for among those for and against. Abstentions count in neither. Consensus without any vote cast carries.
 */
export function carries(rule: DecisionRule, tally: Tally): boolean {
  if (rule === 'consensus' || rule === 'consent') return tally.objection === 0 && tally.against === 0;
  const cast = tally.for + tally.against + tally.objection;
  return rule === 'majority' ? tally.for * 2 > cast : cast > 0 && tally.for * 3 >= cast * 2;
}

/** WG-4: what carries without quorum is provisional until a later session confirms it. */
export function statusOf(carried: boolean, quorumMet: boolean): 'adopted' | 'provisional' | 'rejected' {
  if (!carried) return 'rejected';
  return quorumMet ? 'adopted' : 'provisional';
}
