import { index, route, type RouteConfigEntry } from '@remix-run/route-config';
import { exportAddresses } from '../open-data/exports/model';

/** What a report has at its own address, for the edition that stands, and at that of each edition, for good. */
const ofEdition = [...['pdf', 'docx', 'csv', 'xlsx', 'zip'].map((kind) => [`.${kind}`, `report.${kind}.ts`] as const), ['', 'report.tsx'], ['/chapters/:chapter', 'report-chapter.tsx'], ['/figures/:key.csv', 'figure.csv.ts'], ['/figures/:key.svg', 'figure.svg.ts'], ['/figures/:key/numbers.csv', 'figure-numbers.csv.ts'], ['/figures/:key/embed', 'figure-embed.tsx'], ['/figures/:key', 'figure.tsx'],
  ['/summary.pdf', 'report-summary.pdf.ts'], ['/summary', 'report-summary.tsx'], ['/principles.pdf', 'report-principles.pdf.ts'], ['/principles.csv', 'report-principles.csv.ts'], ['/principles', 'report-principles.tsx']] as const;
const editions = (at: string, named: string): RouteConfigEntry[] => ofEdition.map(([path, module]) => route(at + path, `routes/${module}`, { id: `routes/${module.replace(/\.tsx?$/, named)}` }));

/** What anybody reads, in the order of the menu; each address stands behind its language. */
export const publicPages: RouteConfigEntry[] = [
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
  route('platforms', 'routes/platforms.tsx'),
  route('platforms/:ref', 'routes/platform.tsx'),
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
  route('financing/transactions/:id', 'routes/financing-transaction.tsx'),
  route('financing/tranches', 'routes/financing-tranches.tsx'),
  route('financing/budgets', 'routes/budgets.tsx'),
  route('financing/rates', 'routes/financing-rates.tsx'),
  route('financing/received', 'routes/financing-received.tsx'),
  route('financing/activities', 'routes/financing-activities.tsx'),
  route('financing/activities/:ref', 'routes/financing-activity.tsx'),
  // Reports
  route('reports', 'routes/reports.tsx'),
  ...editions('reports/:ref', ''),
  ...editions('reports/:ref/editions/:edition', '.edition'),
  route('reports/:ref/errata', 'routes/report-errata.tsx'),
  // Working groups, sessions, decisions
  route('working-groups', 'routes/working-groups.tsx'),
  route('working-groups/:ref.ics', 'routes/working-group.ics.ts'),
  route('working-groups/:ref', 'routes/working-group.tsx'),
  route('working-groups/:ref/terms', 'routes/group-terms.tsx'),
  route('working-groups/:ref/coverage', 'routes/group-coverage.tsx'),
  ...['csv', 'xlsx', 'json'].map((format) => route(`working-groups/:ref/coverage.${format}`, 'routes/group-coverage-file.ts', { id: `group-coverage.${format}` })),
  route('working-groups/:ref/outcomes/:number.pdf', 'routes/outcome.pdf.ts'),
  route('working-groups/:ref/outcomes/:number', 'routes/outcome.tsx'),
  route('working-groups/:ref/outcomes/:number/comment', 'routes/outcome-comment.tsx'),
  route('sessions', 'routes/sessions.tsx'),
  route('sessions/:ref.ics', 'routes/session.ics.ts'),
  route('sessions/:ref', 'routes/session.tsx'),
  route('sessions/:ref/minutes', 'routes/session-minutes.tsx'),
  route('sessions/:ref/minutes/seal', 'routes/session-minutes-seal.tsx'),
  route('sessions/:ref/minutes/record.json', 'routes/session-minutes.json.ts'),
  route('sessions/:ref/minutes/minutes.pdf', 'routes/session-minutes.pdf.ts'),
  route('decisions', 'routes/decisions.tsx'),
  route('decisions/:ref', 'routes/decision.tsx'),
  route('procedures/:ref', 'routes/procedure.tsx'),
  route('actions', 'routes/actions.tsx'),
  route('actions/:ref', 'routes/action.tsx'),
  route('recommendations', 'routes/recommendations.tsx'),
  route('recommendations/:ref', 'routes/recommendation.tsx'),
  route('meetings/:ref', 'routes/meeting.tsx'),
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
