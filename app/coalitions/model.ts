/** A coalition: global, regional, national or thematic, under a parent. */
export const coalitionKinds = ['global', 'regional', 'national', 'thematic'] as const;
export type CoalitionKind = (typeof coalitionKinds)[number];

export const coalitionStatuses = ['forming', 'active', 'dormant', 'closed'] as const;
export type CoalitionStatus = (typeof coalitionStatuses)[number];

/** The next states that a coalition may take. */
const next: Readonly<Record<CoalitionStatus, readonly CoalitionStatus[]>> = {
  forming: ['active', 'closed'],
  active: ['dormant', 'closed'],
  dormant: ['active', 'closed'],
  closed: [],
};

export const nextStatuses = (from: CoalitionStatus): readonly CoalitionStatus[] => next[from];
export const mayBecome = (from: CoalitionStatus, to: CoalitionStatus): boolean => next[from].includes(to);
