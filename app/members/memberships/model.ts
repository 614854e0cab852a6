/** How an organisation belongs to a coalition. ME-5: observers never vote. */
export const membershipCategories = ['full', 'associate', 'observer', 'donor', 'knowledge_partner'] as const;
export type MembershipCategory = (typeof membershipCategories)[number];

export const membershipStatuses = ['invited', 'applied', 'under_review', 'active', 'suspended', 'withdrawn', 'ended', 'declined'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

export const mayVote = (category: MembershipCategory): boolean => category !== 'observer';
