import { derivedSecret } from '#app/platform/secret.server';

/** What answers the invitation of one person to one session. Every mail about the session carries the same, so that an old one still answers. */
export const invitationSecret = (session_id: string, person_id: string): string => derivedSecret(`invitation:${session_id}:${person_id}`);
