/** What is to mend at one field of a record that came back. */
export interface Remark {
  /** As the form calls it; of a goal, its field without the goal. */
  readonly field: string;
  readonly goal_id: string | null;
  readonly note: string;
  /** What stood in the field when it was asked. */
  readonly said: string | null;
}

/** Another answer than the one that was asked about ticks a remark off. */
export const isMended = ({ said }: Pick<Remark, 'said'>, now: string | null): boolean => (said ?? '') !== (now ?? '');
