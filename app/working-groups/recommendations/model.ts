export const recommendationStatuses = ['draft', 'preliminary', 'final', 'endorsed', 'in_implementation', 'closed'] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** What a group can call a recommendation when it makes one. */
export const newRecommendationStatuses = ['preliminary', 'final'] as const satisfies readonly RecommendationStatus[];
