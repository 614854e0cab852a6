/** Where teachers take part in something that is made for teaching. */
export const stages = ['design', 'testing', 'rollout', 'scaling'] as const;
export type Stage = (typeof stages)[number];

/** What is said of one stage; that nobody was asked is an answer, too. */
export interface Involvement {
  readonly stage: Stage;
  readonly nobody: boolean;
  readonly how_many: number | null;
  readonly how_chosen: string | null;
  readonly what_changed: string | null;
  readonly evidence_url: string | null;
}
