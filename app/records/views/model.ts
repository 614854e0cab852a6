/** A list as somebody likes to find it again: theirs alone. */
export interface SavedView {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  /** Filters and order, as the list itself spells them. */
  readonly query: string;
}

/** What a page says of the list on it: its name, how it stands now, and the views of it that the viewer keeps. */
export interface ViewsHere {
  readonly list: string;
  readonly query: string;
  readonly views: readonly (SavedView & { readonly href: string })[];
}

/** So many views are enough for one person. */
export const mostViews = 100;
