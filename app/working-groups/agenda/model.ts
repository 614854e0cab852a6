/** What stands on the agenda of a session, and how it ended. */
export const itemKinds = ['information', 'discussion', 'decision'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const outcomes = ['treated', 'deferred', 'withdrawn'] as const;
export type Outcome = (typeof outcomes)[number];

interface Item {
  readonly outcome: string | null;
}

/** The item that is being treated: the first, in the order of the agenda, that has not ended. */
export const currentItem = <One extends Item>(agenda: readonly One[]): One | undefined => agenda.find((item) => item.outcome === null);

/** Adds a note to those taken before; notes are paragraphs. */
export const withNote = (notes: string | null, note: string): string => (notes === null || notes === '' ? note : `${notes}\n\n${note}`);
