/** What an addressee can answer. */
export const answers = ['accept', 'in_part', 'not', 'noted'] as const;
export type Answer = (typeof answers)[number];

/** Days without an answer after which those who speak for an addressee are reminded. */
export const reminderDays = [30, 60, 90] as const;

/** RS-3: the last stage that has come after so many days; what nobody sent on its day is sent on the next. */
export const stageAfter = (waited: number): (typeof reminderDays)[number] | undefined => reminderDays.findLast((days) => waited >= days);
