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

/** What was noted on an item: who wrote it, where they may be named, and when. */
export interface ItemNote {
  readonly id: string;
  readonly text: string;
  readonly author: string | null;
  readonly written_at: Date;
}

/** The notes on each item, one by one, in the order of the agenda. */
export const notesOf = <One extends { readonly position: number; readonly notes: readonly ItemNote[] }>(agenda: readonly One[]): (ItemNote & { readonly key: string; readonly item: number })[] =>
  agenda.flatMap(({ position, notes }) => notes.map((note) => ({ ...note, key: note.id, item: position })));

/** The minutes that items are planned for; what was withdrawn takes none. */
export const plannedMinutes = (agenda: readonly { readonly minutes: number | null; readonly outcome: string | null }[]): number =>
  agenda.reduce((sum, item) => sum + (item.outcome === 'withdrawn' ? 0 : (item.minutes ?? 0)), 0);

/** How long a meeting is, in minutes; null where nobody knows its end. */
export const lengthOf = ({ starts_at, ends_at }: { readonly starts_at: Date; readonly ends_at: Date | null }): number | null =>
  (ends_at === null ? null : Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000));
