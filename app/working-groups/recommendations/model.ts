import type { RecommendationAct } from '#app/paths';

export const recommendationStatuses = ['draft', 'preliminary', 'final', 'endorsed', 'in_implementation', 'closed'] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** What a group can call a recommendation when it makes one. */
export const newRecommendationStatuses = ['draft', 'preliminary', 'final'] as const satisfies readonly RecommendationStatus[];

/** What can be done with one: each a resource of its own. */
export const recommendationActs = ['edit', 'addressees', 'issue', 'finality', 'endorsement', 'implementation', 'closing', 'successor'] as const satisfies readonly RecommendationAct[];

const asked = ['final', 'endorsed', 'in_implementation'] as const satisfies readonly RecommendationStatus[];
const from: Readonly<Record<RecommendationAct, readonly RecommendationStatus[]>> = {
  edit: ['draft', 'preliminary'], addressees: ['draft', 'preliminary', ...asked], issue: ['draft'], finality: ['draft', 'preliminary'],
  endorsement: ['final'], implementation: ['endorsed'], closing: asked, successor: [...asked, 'closed'],
};
export const fits = (act: RecommendationAct, status: string): boolean => from[act].some((one) => one === status);

/** Whether its addressees are asked for an answer. */
export const isAsked = (status: string): boolean => asked.some((one) => one === status);
