import type { Day } from '#app/platform/clock';

/** How an organisation belongs to a coalition. ME-5: observers never vote. */
export const membershipCategories = ['full', 'associate', 'observer', 'donor', 'knowledge_partner'] as const;
export type MembershipCategory = (typeof membershipCategories)[number];

export const membershipStatuses = ['invited', 'applied', 'under_review', 'active', 'suspended', 'withdrawn', 'ended', 'declined'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** States in which an organisation is a member. */
export const inForce = ['active', 'suspended'] as const satisfies readonly MembershipStatus[];
/** States that everybody may read: the others are talks between an organisation and the secretariat. */
export const readableByAll = ['active', 'suspended', 'withdrawn', 'ended'] as const satisfies readonly MembershipStatus[];

/** ME-6: after so many days without anybody who speaks for a member, others are told. */
export const unattendedDays = 30;

export const mayVote = (category: MembershipCategory): boolean => category !== 'observer';

/** The first day on which a membership that ends today no longer holds; one that has not begun ends on the day it would have. */
export const endOf = (joinedOn: Day, today: Day): Day => (today < joinedOn ? joinedOn : today);
