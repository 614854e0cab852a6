/** One pillar of a country's plan: what is promised by it and for it, what money stands behind it, what it still asks for. */
export interface Pillar {
  readonly code: string;
  readonly title: string;
  /** Commitments that the country leads, and those that others lead for it. */
  readonly by: number;
  readonly beside: number;
  /** Pledges with the country among their recipients, and how many are in the sums, in US dollars. */
  readonly pledges: number;
  readonly converted: number;
  readonly pledged: string;
  readonly disbursed: string;
  /** Requests without an accepted offer, and those of them without any. */
  readonly open: number;
  readonly unanswered: number;
}

export interface Plan {
  readonly pillars: readonly Pillar[];
  /** Each record once, whatever number of pillars it stands under. */
  readonly together: Omit<Pillar, 'code' | 'title'>;
}

/** PL-2: what a pillar lacks, the first that is missing: a promise, money, payment. */
export const gapsOf = ({ by, beside, pledges, converted, disbursed }: Omit<Pillar, 'code' | 'title'>): 'promise' | 'money' | 'payment' | undefined => {
  if (by + beside === 0) return 'promise';
  if (pledges === 0) return 'money';
  return converted > 0 && Number(disbursed) === 0 ? 'payment' : undefined;
};
