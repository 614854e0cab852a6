import { derivedSecret } from '#app/platform/secret.server';

/** What stops the digests of a person. Every digest carries the same, so that an old one still stops them. */
export const stopSecret = (person_id: string): string => derivedSecret(`following:${person_id}`);

/** Digests to one person leave one after the other. */
export const digestThread = (person_id: string): string => `digest:${person_id}`;
