import type { Mode } from '#app/working-groups/sessions/model';

/** What somebody who is invited answers. */
export const answers = ['in_person', 'remote', 'not_coming'] as const;
export type Answer = (typeof answers)[number];

/** The answers that a session leaves: nobody comes in person to a meeting that is held remotely. Where it is not said how it is held, all do. */
export const answersFor = (mode: Mode | null): readonly Answer[] =>
  answers.filter((one) => one === 'not_coming' || mode === null || mode === 'hybrid' || mode === one);

export const isComing = (answer: string | null): boolean => answer === 'in_person' || answer === 'remote';

/** How many answered what. */
export function countsOf(invited: readonly { readonly answer: string | null }[]): Readonly<Record<Answer | 'open', number>> {
  const count = (answer: string | null) => invited.filter((one) => one.answer === answer).length;
  return { in_person: count('in_person'), remote: count('remote'), not_coming: count('not_coming'), open: count(null) };
}
