import type { Tone } from '#app/ui/tag';

/** RQ-1: where a request stands follows from what was done to it and from its offers; only publication and closing are written down. */
export const requestStates = ['draft', 'published', 'responses_in', 'matched', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestTones: Readonly<Record<RequestState, Tone>> = { draft: 'draft', published: 'none', responses_in: 'prog', matched: 'ok', closed: 'draft' };

/** RQ-3: offers come in from publication until the deadline or the closing, whichever is first. The day of the deadline is the last. */
export const takesOffers = (state: RequestState, deadline_on: string, today: string): boolean => state !== 'draft' && state !== 'closed' && deadline_on >= today;
