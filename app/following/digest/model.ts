/** What happens to commitments that those who follow are told of; the final states are told by their own names. */
export const happeningKinds = [
  'published', 'update', 'amended', 'contested', 'stands', 'does_not_stand', 'achieved', 'missed',
  'reached_on_time', 'reached_late', 'not_reached', 'withdrawn', 'superseded',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** A commitment of a digest, with what happened to it in order. */
export interface Told {
  readonly ref: string;
  readonly title: string;
  readonly language: string;
  readonly happened: readonly Happening[];
}
export interface Happening {
  readonly kind: HappeningKind;
  /** ISO 8601, an instant. */
  readonly at: string;
  /** Of the update. */
  readonly year: number | null;
  /** The title of the milestone. */
  readonly what: string | null;
}

/** More are counted, and read on the portal. */
export const mostTold = 50;
