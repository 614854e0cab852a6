export const proposalStatuses = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** What became of a proposal: once it is on an agenda, what became of its item. */
export const fates = ['open', 'planned', 'treated', 'deferred', 'dropped', 'declined', 'withdrawn'] as const;
export type Fate = (typeof fates)[number];

export function fateOf({ status, outcome }: { readonly status: ProposalStatus; readonly outcome: string | null }): Fate {
  if (status !== 'accepted') return status;
  if (outcome === null) return 'planned';
  return outcome === 'withdrawn' ? 'dropped' : outcome === 'deferred' ? 'deferred' : 'treated';
}
