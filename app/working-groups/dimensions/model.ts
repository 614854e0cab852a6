import type { Day } from '#app/platform/clock';

/** One of the things that the work of a group falls into. */
export interface Dimension {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Of the name. */
  readonly language: string;
  /** Its last day. */
  readonly ended_on: Day | null;
}

/** What the work in a dimension came to, of what a viewer may see. */
export interface Coverage {
  /** Null for what was given to none. */
  readonly dimension: Dimension | null;
  /** Items on agendas; withdrawn ones count no longer. */
  readonly items: number;
  /** Items of those without a time, which no minutes count. */
  readonly untimed: number;
  /** Minutes planned, and those of items that were treated. */
  readonly planned: number;
  readonly treated: number;
  /** Sessions with it on the agenda. */
  readonly sessions: number;
  /** Sessions with any agenda. */
  readonly of: number;
  readonly decisions: number;
  readonly recommendations: number;
}

/** How an address names what was given to no dimension. */
export const noDimension = 'none';

/** How an address spells a dimension of a group: keys are those of one group alone. */
export const spelled = (group: string, key: string | undefined): string => `${group}.${key ?? noDimension}`;

/** The part of a name that an address can spell; names in other scripts are numbered. */
export function keyOf(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}+/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 36).replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' || plain === noDimension ? `d${taken.length + 1}` : plain;
  return taken.includes(stem) ? [...Array.from({ length: taken.length + 1 }).keys()].map((at) => `${stem}-${at + 2}`).find((key) => !taken.includes(key)) ?? stem : stem;
}
