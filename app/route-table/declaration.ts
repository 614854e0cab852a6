import { index, route, type RouteConfigEntry } from '@remix-run/route-config';

/** The Declaration and other texts: pages for who is signed in. */
export const declarationPages: RouteConfigEntry[] = [
  // Declaration
  route('declaration/endorsements/new', 'routes/endorsement-new.tsx'),
  route('declaration/endorsements/reminders', 'routes/endorsement-reminders.tsx'),
  route('declaration/endorsements/:ref/document', 'routes/endorsement-document.tsx'),
  route('declaration/endorsements/:ref/check', 'routes/endorsement-check.tsx'),
  route('declaration/endorsements/:ref/publication', 'routes/endorsement-publication.tsx'),
  route('declaration/endorsements/:ref/withdrawal', 'routes/endorsement-withdrawal.tsx'),
  route('frameworks/:code/register', 'routes/endorsement-register.tsx'),
  // Texts: drafting and publishing a version
  route('frameworks/mappings/new', 'routes/mapping-new.tsx'),
  route('frameworks/mappings/:id', 'routes/mapping.tsx'),
  ...['relation', 'end'].map((act) => route(`frameworks/mappings/:id/${act}`, `routes/mapping-${act}.tsx`)),
  route('frameworks/:code/versions', 'routes/framework-versions.tsx'),
  route('frameworks/:code/versions/:number', 'routes/version-desk.tsx', [
    index('routes/version-desk.index.tsx'),
    ...['clauses', 'order', 'cover', 'deletion'].map((act) => route(act, `routes/version-desk.${act}.tsx`)),
  ]),
  route('frameworks/:code/versions/:number/publication', 'routes/version-publication.tsx'),
  route('frameworks/:code/versions/:number/consultation', 'routes/consultation-new.tsx'),
  ...['days', 'closing', 'withdrawal'].map((act) => route(`consultations/:ref/${act}`, `routes/consultation-${act}.tsx`)),
  ...['release', 'refusal', 'disposition'].map((act) => route(`consultations/comments/:ref/${act}`, `routes/comment-${act}.tsx`)),
  route('frameworks/:code/versions/:number/clauses/:clause', 'routes/version-clause.tsx', [
    index('routes/version-clause.index.tsx'),
    ...['place', 'words', 'check', 'deletion'].map((act) => route(act, `routes/version-clause.${act}.tsx`)),
  ]),
];
