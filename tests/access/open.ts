import { exportAddresses } from '#app/open-data/exports/model';

/**
 * What is open to everybody: pages that anybody reads, and forms that anybody sends. A route that says 'public' and is not here
 * fails; so does a line here that no route needs any longer.
 */
export const openToRead: readonly string[] = [
  '/',
  '/*',
  '/:lang',
  // The chain
  '/:lang/coalitions', '/:lang/coalitions/:slug',
  '/:lang/commitments', '/:lang/commitments/:ref',
  '/:lang/countries', '/:lang/countries/:iso2', '/:lang/countries/:iso2.pdf',
  '/:lang/decisions', '/:lang/decisions/:ref', '/:lang/procedures/:ref',
  '/:lang/actions', '/:lang/actions/:ref', '/:lang/recommendations',
  '/:lang/declaration', '/:lang/declaration/:code', '/:lang/declaration/coverage',
  '/:lang/declaration/endorsements', '/:lang/declaration/endorsements/:ref',
  '/:lang/financing', '/:lang/financing/activities', '/:lang/financing/budgets', '/:lang/financing/activities/:ref', '/:lang/financing/pledges', '/:lang/financing/pledges/:ref', '/:lang/financing/received', '/:lang/financing/transactions', '/:lang/financing/tranches', '/:lang/financing/transactions/:id', '/:lang/financing/rates',
  '/:lang/frameworks', '/:lang/frameworks/:code', '/:lang/frameworks/:code/compare', '/:lang/frameworks/crosswalk',
  '/:lang/consultations', '/:lang/consultations/:ref', '/:lang/consultations/:ref/comment', '/:lang/consultations/comments',
  '/:lang/members', '/:lang/members/:ref', '/:lang/members/application', '/:lang/adherences',
  '/:lang/platforms', '/:lang/platforms/:ref', '/:lang/requests', '/:lang/requests/:ref', '/:lang/offers', '/:lang/offers/:ref', '/:lang/indicators',
  '/:lang/recommendations/:ref', '/:lang/meetings/:ref',
  ...['/:lang/reports/:ref', '/:lang/reports/:ref/editions/:edition'].flatMap((at) => [at, ...['csv', 'pdf', 'docx', 'xlsx', 'zip'].map((kind) => `${at}.${kind}`), `${at}/chapters/:chapter`, `${at}/figures/:key`, `${at}/figures/:key.csv`, `${at}/figures/:key.svg`, `${at}/figures/:key/embed`, `${at}/figures/:key/numbers.csv`, ...['summary', 'summary.pdf', 'principles', 'principles.pdf', 'principles.csv'].map((extract) => `${at}/${extract}`), ...['countries', 'countries/:iso2', 'countries/:iso2.pdf', 'countries/:iso2.csv', 'members', 'members/:member', 'members/:member.pdf', 'members/:member.csv'].map((own) => `${at}/${own}`)]), '/:lang/reports', '/:lang/reports/:ref/errata',
  '/:lang/sessions', '/:lang/sessions/:ref', '/:lang/sessions/:ref.ics',
  '/:lang/working-groups', '/:lang/working-groups/:ref', '/:lang/working-groups/:ref.ics', '/:lang/working-groups/:ref/terms', '/:lang/working-groups/:ref/coverage', ...['csv', 'xlsx', 'json'].map((format) => `/:lang/working-groups/:ref/coverage.${format}`),
  '/:lang/working-groups/:ref/outcomes/:number', '/:lang/working-groups/:ref/outcomes/:number.pdf', '/:lang/working-groups/:ref/outcomes/:number/comment',
  '/:lang/sessions/:ref/minutes', '/:lang/sessions/:ref/minutes/seal', '/:lang/sessions/:ref/minutes/record.json', '/:lang/sessions/:ref/minutes/minutes.pdf',
  // Lists as files, beside their pages
  ...Object.values(exportAddresses).flatMap((list) => ['csv', 'xlsx', 'json'].map((format) => `/:lang/${list}.${format}`)),
  // About the portal
  '/:lang/accessibility', '/:lang/data', '/:lang/data.json', '/:lang/methods', '/:lang/privacy', '/:lang/search',
  // Files: the query decides by the record that they belong to
  '/declaration/endorsements/:ref/document',
  '/evidence/:id', '/papers/:id', '/outcome-outputs/:id',
  // Addresses of acts, which lead to the record when they are read
  '/declaration/endorsements/:ref/check', '/declaration/endorsements/:ref/publication', '/declaration/endorsements/:ref/withdrawal',
  '/sign-in/demo', '/sign-out',
  // Signing in
  '/sign-in', '/sign-in/forgotten', '/password-resets/:secret', '/invitations/:secret', '/address-confirmations/:secret', '/address-withdrawals/:secret',
  // Stopping mails, by the secret in one
  '/following/stop/:secret',
  // Answering an invitation by the secret in its mail; a calendar, by that in its address
  '/sessions/:ref/invitation', '/calendar/:secret.ics',
  // Asking to become a member
  '/applications/:secret',
];

/** Forms of people who cannot have signed in yet. Each answers the same to everybody, or asks for a secret. */
export const openToSend: readonly string[] = [
  '/*',
  '/sign-in',
  '/sign-in/demo',
  '/sign-in/forgotten',
  '/password-resets/:secret',
  '/invitations/:secret',
  '/address-confirmations/:secret',
  '/address-withdrawals/:secret',
  '/following/stop/:secret',
  '/sessions/:ref/invitation',
  '/sign-out',
  '/:lang/members/application',
  '/applications/:secret',
  '/:lang/consultations/:ref/comment',
];

/** Rules that anybody passes. */
export const openRules: readonly string[] = ['password:forgotten', 'application:send', 'application:answer', 'comment:send', 'outcome:comment', 'follow:stop', 'invitation:answer_by_link'];

/** Rules that are about looking: an auditor passes them. */
export const readingRules: readonly string[] = ['person:list', 'country:room', 'person:explain', 'application:list', 'cycle:board', 'report:desk', 'commitment:history', 'amendment:read', 'pledge:history', 'organisation:history', 'endorsement:history', 'mapping:history', 'group:history', 'session:attend', 'action:history', 'recommendation:history', 'report:history', 'import:list', 'mail:log', 'mail:read'];
