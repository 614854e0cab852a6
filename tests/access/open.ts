/**
 * What is open to everybody: pages that anybody reads, and forms that anybody sends. A route that says 'public' and is not here
 * fails; so does a line here that no route needs any longer.
 */
export const openToRead: readonly string[] = [
  '/',
  '/*',
];

/** Forms of people who cannot have signed in yet. Each answers the same to everybody, or asks for a secret. */
export const openToSend: readonly string[] = [
  '/*',
  '/sign-in',
  '/sign-in/demo',
  '/sign-in/forgotten',
  '/password-resets/:secret',
  '/invitations/:secret',
  '/sign-out',
];

/** Rules that anybody passes. */
export const openRules: readonly string[] = ['password:forgotten'];

/** Rules that are about looking: an auditor passes them. */
export const readingRules: readonly string[] = ['person:list', 'cycle:board', 'report:desk', 'commitment:history', 'import:list', 'rates:list'];
