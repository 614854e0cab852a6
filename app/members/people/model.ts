/** A person's language, zone and consent, as they set them themselves. */
export interface Profile {
  readonly name: string;
  readonly language: string;
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
