/** How somebody stands here: `none` is known and was never written to. */
export const personStandings = ['active', 'invited', 'none', 'ended', 'suspended'] as const;
export type Standing = (typeof personStandings)[number];

/** A person's languages, zone and consent, as they set them themselves. */
export interface Profile {
  readonly name: string;
  /** In which pages and mails reach them. */
  readonly language: string;
  /** In which they can work. */
  readonly spoken_languages: readonly string[];
  /** Those that were typed rather than chosen. */
  readonly spoken_other?: readonly string[] | undefined;
  readonly time_zone: string;
  /** Whether the name may be shown in public; nobody's is unless they say so. */
  readonly publish_name: boolean;
}

/** A person who is to be known. Without an address they cannot sign in. */
export interface NewPerson {
  readonly name: string;
  readonly mail: string | null;
  readonly language: string;
  readonly time_zone: string;
  readonly publish_name: boolean;
  /** What they are called in their organisation. */
  readonly title: string | null;
}
