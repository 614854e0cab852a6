/** Something that waits for a person, whatever record it belongs to: domains list theirs, one page shows them all. */
export interface Due {
  readonly key: string;
  readonly title: string;
  /** Of a title that somebody wrote: where it may be another than the reader's. */
  readonly language?: string | undefined;
  readonly ref: string;
  readonly href: string;
  /** Why this person, and what is asked, in the reader's words. */
  readonly why: string;
  /** `YYYY-MM-DD`; null where no day was promised: then it comes first. */
  readonly due_on: string | null;
  /** The verb of the button. */
  readonly act: string;
}

/** Soonest first. */
export const inOrder = (items: readonly Due[]): Due[] => items.toSorted((a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? '') || a.ref.localeCompare(b.ref));
