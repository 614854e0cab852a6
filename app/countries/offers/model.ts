import type { Tone } from '#app/ui/tag';

/** RQ-7: an accepted offer counts as converted once a pledge names it. */
export const offerStates = ['offered', 'accepted', 'converted', 'declined', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

export const offerTones: Readonly<Record<OfferState, Tone>> = { offered: 'prog', accepted: 'ok', converted: 'ok', declined: 'none', withdrawn: 'draft' };

/** An offer stands until its last day; without one, until it is taken back. */
export const stands = (state: OfferState, deadline_on: string | null, today: string): boolean => state === 'offered' && (deadline_on === null || deadline_on >= today);

/** Which countries may take an offer: that of its request, those it names, and without either every one. */
export const isFor = (countries: readonly string[], country: string): boolean => countries.length === 0 || countries.includes(country);
