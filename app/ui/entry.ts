/** A link with its word, as menus, breadcrumbs and lists of links take it. */
export interface Entry {
  readonly href: string;
  readonly label: string;
  /** The page one is on. */
  readonly current?: boolean | undefined;
}
