import { requiredSections } from '#app/reporting/sections/model';

export const reportStatuses = ['planned', 'drafting', 'review', 'right_of_reply', 'approved', 'published', 'corrected'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const isOut = (status: string): boolean => status === 'published' || status === 'corrected';

/** In which capacity somebody approves a report: for its secretariat, and for those who steer the coalition. */
export const capacities = ['secretariat', 'chair'] as const;
export type Capacity = (typeof capacities)[number];

export const gaps = [
  'not_frozen', 'snapshot_differs', 'methodology', 'data_gaps', 'not_signed_off', 'figure_differs', 'unknown_figure', 'reply_not_opened', 'reply_running', 'not_approved',
] as const;
export type Gap = (typeof gaps)[number];

/** What is missing before members may be asked for their reply: they read what is meant to be published. */
export const beforeReply = (missing: readonly Gap[]): Gap[] => missing.filter((gap) => gap !== 'reply_not_opened' && gap !== 'reply_running' && gap !== 'not_approved');
/** What is missing before somebody may approve. */
export const beforeApproval = (missing: readonly Gap[]): Gap[] => missing.filter((gap) => gap !== 'not_approved');

/** RP-2: what publishing still needs, in words. An empty answer means that it may be published. */
export function gapsOf(report: {
  readonly frozen: boolean;
  /** The snapshot's rows still have the hash that they were sealed with. */
  readonly untouched: boolean;
  readonly sections: readonly { readonly kind: string; readonly status: string }[];
  readonly differing: readonly string[];
  readonly unknownFigures: readonly string[];
  readonly reply: 'not_opened' | 'running' | 'over';
  readonly approvals: readonly string[];
}): Gap[] {
  return [
    ...(report.frozen ? [] : (['not_frozen'] as const)),
    ...(report.untouched ? [] : (['snapshot_differs'] as const)),
    ...requiredSections.filter((kind) => !report.sections.some((section) => section.kind === kind)),
    ...(report.sections.every((section) => section.status === 'signed_off') ? [] : (['not_signed_off'] as const)),
    ...(report.differing.length === 0 ? [] : (['figure_differs'] as const)),
    ...(report.unknownFigures.length === 0 ? [] : (['unknown_figure'] as const)),
    ...(report.reply === 'over' ? [] : ([`reply_${report.reply}`] as const)),
    ...(capacities.every((capacity) => report.approvals.includes(capacity)) ? [] : (['not_approved'] as const)),
  ];
}
