/** What is decided about several pairs at once. */
export const decisions = ['different', 'same'] as const;
export type Decision = (typeof decisions)[number];

/** At most so many pairs are decided in one go. */
export const mostAtOnce = 50;

/** What hangs on an organisation. */
export interface Worth {
  readonly id: string;
  readonly ref: string;
  readonly member: boolean;
  /** Commitments, pledges, endorsements and seats that name it. */
  readonly records: number;
  readonly identifiers: number;
}

/** Which of two records of the same organisation stays, where nobody chose: the member, else the one more hangs on, else the older. */
export function stays(one: Worth, other: Worth): Worth {
  const by = [Number(one.member) - Number(other.member), one.records - other.records, one.identifiers - other.identifiers].find((difference) => difference !== 0);
  if (by !== undefined) return by > 0 ? one : other;
  return one.ref <= other.ref ? one : other;
}
