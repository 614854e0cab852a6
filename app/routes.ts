import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config';
import { exportAddresses } from './open-data/exports/model';

/**
 * The table of contents: every address of the product, in the order of the menu. A module stands for one address;
 * its `handle.access` names who may read and who may act.
 */
const publicPages: RouteConfigEntry[] = [
  index('routes/home.tsx'),
  // Commitments
  route('commitments', 'routes/commitments.tsx'),
  route('commitments/:ref', 'routes/commitment.tsx'),
  // Countries
  route('countries', 'routes/countries.tsx'),
  route('countries/:iso2.pdf', 'routes/country.pdf.ts'),
  route('countries/:iso2', 'routes/country.tsx'),
  route('indicators', 'routes/indicators.tsx'),
  route('requests', 'routes/requests.tsx'),
  route('requests/:ref', 'routes/request.tsx'),
  route('offers', 'routes/offers.tsx'),
  route('offers/:ref', 'routes/offer.tsx'),
  // Members and coalitions
  route('members', 'routes/members.tsx'),
  route('members/application', 'routes/apply.tsx'),
  route('members/:ref', 'routes/member.tsx'),
  route('adherences', 'routes/adherences.tsx'),
  route('coalitions', 'routes/coalitions.tsx'),
  route('coalitions/:slug', 'routes/coalition.tsx'),
  // Financing
  route('financing', 'routes/financing.tsx'),
  route('financing/pledges', 'routes/financing-pledges.tsx'),
  route('financing/pledges/:ref', 'routes/financing-pledge.tsx'),
  route('financing/transactions', 'routes/financing-transactions.tsx'),
  route('financing/activities', 'routes/financing-activities.tsx'),
  route('financing/activities/:ref', 'routes/financing-activity.tsx'),
  // Reports
  route('reports', 'routes/reports.tsx'),
  route('reports/:ref.pdf', 'routes/report.pdf.ts'),
  route('reports/:ref.csv', 'routes/report.csv.ts'),
  route('reports/:ref', 'routes/report.tsx'),
  route('reports/:ref/figures/:key.csv', 'routes/figure.csv.ts'),
  route('reports/:ref/figures/:key', 'routes/figure.tsx'),
  // Working groups, sessions, decisions
  route('working-groups', 'routes/working-groups.tsx'),
  route('working-groups/:ref', 'routes/working-group.tsx'),
  route('sessions', 'routes/sessions.tsx'),
  route('sessions/:ref', 'routes/session.tsx'),
  route('decisions', 'routes/decisions.tsx'),
  route('decisions/:ref', 'routes/decision.tsx'),
  route('recommendations/:ref', 'routes/recommendation.tsx'),
  // Declaration and frameworks
  route('declaration', 'routes/declaration.tsx'),
  route('declaration/coverage', 'routes/coverage.tsx'),
  route('declaration/endorsements', 'routes/endorsements.tsx'),
  route('declaration/endorsements/:ref', 'routes/endorsement.tsx'),
  route('declaration/:code', 'routes/clause.tsx'),
  route('frameworks', 'routes/frameworks.tsx'),
  route('frameworks/crosswalk', 'routes/crosswalk.tsx'),
  route('frameworks/:code', 'routes/framework.tsx'),
  route('frameworks/:code/compare', 'routes/framework-compare.tsx'),
  route('consultations', 'routes/consultations.tsx'),
  route('consultations/comments', 'routes/comments.tsx'),
  route('consultations/:ref', 'routes/consultation.tsx'),
  route('consultations/:ref/comment', 'routes/consultation-comment.tsx'),
  // Data
  route('data', 'routes/data.tsx'),
  route('data.json', 'routes/data-catalogue.ts'),
  ...Object.values(exportAddresses).flatMap((list) => ['csv', 'xlsx', 'json'].map((format) => route(`${list}.${format}`, 'routes/list-file.ts', { id: `${list}.${format}` }))),
  // This site
  route('methods', 'routes/methods.tsx'),
  route('search', 'routes/search.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),
];

const signedInPages: RouteConfigEntry[] = [
  // Accounts
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/demo', 'routes/sign-in-demo.tsx'),
  route('sign-in/continue', 'routes/sign-in-continue.tsx'),
  route('sign-in/forgotten', 'routes/forgotten.tsx'),
  route('password-resets/:secret', 'routes/password-reset.tsx'),
  route('invitations/:secret', 'routes/invitation.tsx'),
  route('address-confirmations/:secret', 'routes/address-confirmation.tsx'),
  route('address-withdrawals/:secret', 'routes/address-withdrawal.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('confirm', 'routes/confirm.tsx'),
  route('my/account', 'routes/account.tsx'),
  route('my/account/password', 'routes/account-password.tsx'),
  route('my/account/address', 'routes/account-address.tsx'),
  route('my/account/address/withdrawal', 'routes/account-address-withdrawal.tsx'),
  route('my/account/letters', 'routes/account-letters.tsx'),
  route('people', 'routes/people.tsx'),
  route('people/:id', 'routes/person.tsx'),
  route('people/:id/invitation', 'routes/person-invitation.tsx'),
  route('people/:id/invitation/end', 'routes/person-invitation-end.tsx'),
  route('people/:id/permissions', 'routes/person-permissions.tsx'),
  route('people/:id/suspension', 'routes/person-suspension.tsx'),
  route('people/:id/reinstatement', 'routes/person-reinstatement.tsx'),
  route('people/:id/affiliations', 'routes/person-affiliations.tsx'),
  route('people/:id/affiliations/:affiliation/end', 'routes/affiliation-end.tsx'),
  route('people/:id/roles/:role/end', 'routes/role-end.tsx'),
  // Members and coalitions
  route('applications/:secret', 'routes/application-link.tsx'),
  route('members/duplicates', 'routes/duplicates.tsx'),
  route('members/duplicates/decisions', 'routes/duplicate-decisions.tsx'),
  route('members/duplicates/:id', 'routes/duplicate.tsx'),
  route('members/applications', 'routes/applications.tsx'),
  route('members/applications/invitation', 'routes/application-invitation.tsx'),
  route('members/applications/:ref', 'routes/application.tsx'),
  ...['approval', 'question', 'refusal'].map((act) => route(`members/applications/:ref/${act}`, `routes/application-${act}.tsx`)),
  route('members/new', 'routes/member-new.tsx'),
  route('members/:ref/edit', 'routes/member-edit.tsx'),
  route('members/:ref/admission', 'routes/member-admission.tsx'),
  route('members/:ref/handover', 'routes/member-handover.tsx'),
  route('handovers/:id', 'routes/handover.tsx'),
  ...['acceptance', 'refusal', 'withdrawal'].map((act) => route(`handovers/:id/${act}`, `routes/handover-${act}.tsx`)),
  route('memberships/:id/end', 'routes/membership-end.tsx'),
  ...['suspension', 'reinstatement', 'category', 'withdrawal', 'adherences'].map((act) => route(`memberships/:id/${act}`, `routes/membership-${act}.tsx`)),
  route('adherences/:id/confirmation', 'routes/adherence-confirmation.tsx'),
  route('adherences/:id/revocation', 'routes/adherence-revocation.tsx'),
  route('coalitions/new', 'routes/coalition-new.tsx'),
  route('coalitions/:slug/edit', 'routes/coalition-edit.tsx'),
  route('coalitions/:slug/state', 'routes/coalition-state.tsx'),
  // My work
  route('my', 'routes/my.tsx'),
  route('review', 'routes/review.tsx'),
  // Commitments
  route('commitments/new', 'routes/new-commitment.tsx'),
  route('commitments/:ref/edit/what', 'routes/commitment-what.tsx'),
  route('commitments/:ref/edit/measure', 'routes/commitment-measure.tsx'),
  route('commitments/:ref/edit/money', 'routes/commitment-money.tsx'),
  route('commitments/:ref/edit/check', 'routes/commitment-check.tsx'),
  ...['submission', 'return', 'verification', 'publication', 'withdrawal', 'completion', 'deletion', 'evidence']
    .map((act) => route(`commitments/:ref/${act}`, `routes/commitment-${act}.tsx`)),
  route('evidence/:id', 'routes/evidence-file.tsx'),
  // The room of a country
  route('countries/:iso2/room', 'routes/country-room.tsx'),
  route('countries/:iso2/indicators/:code', 'routes/country-indicator.tsx'),
  route('countries/:iso2/indicators/:code/benchmark', 'routes/country-benchmark.tsx'),
  // Requests and offers
  route('requests/new', 'routes/request-new.tsx'),
  ...['edit', 'publication', 'closing', 'deletion'].map((act) => route(`requests/:ref/${act}`, `routes/request-${act}.tsx`)),
  route('offers/new', 'routes/offer-new.tsx'),
  ...['acceptance', 'refusal', 'withdrawal', 'pledge'].map((act) => route(`offers/:ref/${act}`, `routes/offer-${act}.tsx`)),
  // Financing
  route('financing/pledges/new', 'routes/pledge-new.tsx'),
  route('financing/pledges/:ref/edit', 'routes/pledge-edit.tsx'),
  route('financing/pledges/:ref/confirmation', 'routes/pledge-confirmation.tsx'),
  route('financing/pledges/:ref/reduction', 'routes/pledge-reduction.tsx'),
  route('financing/pledges/:ref/cancellation', 'routes/pledge-cancellation.tsx'),
  route('financing/pledges/:ref/transactions', 'routes/pledge-transactions.tsx'),
  route('financing/transactions/:id/reversal', 'routes/transaction-reversal.tsx'),
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
  // Working groups and sessions
  route('working-groups/:ref/chair', 'routes/group-chair.tsx'),
  route('working-groups/:ref/desk', 'routes/group-desk.tsx', [
    index('routes/group-desk.index.tsx'),
    route('sessions', 'routes/group-desk.sessions.tsx'),
    route('recommendations', 'routes/group-desk.recommendations.tsx'),
  ]),
  route('sessions/:ref/desk', 'routes/session-desk.tsx', [
    index('routes/session-desk.index.tsx'),
    ...['agenda', 'order', 'convening', 'start', 'attendance', 'outcome', 'decisions', 'confirmation', 'actions', 'notes', 'adjournment', 'publication', 'cancellation']
      .map((act) => route(act, `routes/session-desk.${act}.tsx`)),
  ]),
  route('actions/:id', 'routes/action.tsx'),
  // Reporting
  route('updates/:cycle', 'routes/updates.tsx'),
  route('cycles', 'routes/cycles.tsx'),
  route('cycles/:ref', 'routes/cycle.tsx'),
  route('cycles/:ref/report', 'routes/cycle-report.tsx'),
  route('cycles/:cycle/updates/:commitment', 'routes/update-review.tsx'),
  route('cycles/:cycle/updates/:commitment/acceptance', 'routes/update-acceptance.tsx'),
  route('reports/:ref/edit', 'routes/report-desk.tsx', [
    index('routes/report-desk.index.tsx'),
    route('freeze', 'routes/report-desk.freeze.tsx'),
    route('publication', 'routes/report-desk.publication.tsx'),
  ]),
  route('reports/:ref/edit/:position', 'routes/report-section.tsx', [
    index('routes/report-section.index.tsx'),
    route('text', 'routes/report-section.text.tsx'),
    route('approval', 'routes/report-section.approval.tsx'),
    route('owner', 'routes/report-section.owner.tsx'),
  ]),
  // Imports
  route('imports', 'routes/imports.tsx'),
  route('imports/:id', 'routes/import.tsx'),
  route('imports/:id/confirmation', 'routes/import-confirmation.tsx'),
  route('imports/:id/abandonment', 'routes/import-abandonment.tsx'),
  route('imports/:id/errors.csv', 'routes/import-errors.tsx'),
  route('imports/:id/questions/:question', 'routes/import-question.tsx'),
  // Administration
  route('admin/mail', 'routes/mail-log.tsx'),
  route('admin/mail/:id', 'routes/mail.tsx'),
  route('admin/rates', 'routes/rates.tsx'),
];

export default [
  index('routes/root-redirect.tsx', { id: 'root-redirect' }),
  ...prefix(':lang', publicPages),
  ...signedInPages,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
