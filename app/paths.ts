import type { ActionAct, BallotAct, ClauseAct, CommentAct, ConsultationAct, CycleAct, DraftAct, MeetingAct, MinutesAct, PlatformAct, ReceiptAct, RecommendationAct, ReportAct, SeatAct, SessionAct } from './acts';
import { isLanguage, type Language } from './languages/language';

export type * from './acts';

/** The only place where an address is spelled. Public pages carry their language; signed-in pages follow the profile. */
type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const withQuery = (path: string, query?: Query): string => {
  const given = Object.entries(query ?? {}).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== '').map((one) => [key, String(one)]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** What a new record is about: a country, clauses by their code in a version of a text (else of the Declaration), groups of learners. */
export interface About {
  readonly version?: string | undefined;
  readonly country?: string | undefined;
  readonly node?: readonly string[] | undefined;
  readonly beneficiary?: readonly string[] | undefined;
}

const reportAt = (language: Language, ref: string, edition?: number): string => `/${language}/reports/${encodeURIComponent(ref)}${edition === undefined ? '' : `/editions/${edition}`}`;

/** The public pages in one language: `paths.in('fr').commitment('CMT-2026-0042')`. */
function publicPaths(language: Language) {
  const at = (path: string) => (query?: Query) => withQuery(`/${language}${path}`, query);
  const record = (path: string) => (ref: string) => `/${language}${path}/${encodeURIComponent(ref)}`;
  return {
    home: at(''),
    commitments: at('/commitments'),
    commitment: record('/commitments'),
    /** In one of its own languages, whatever the page's is. */
    commitmentIn: (ref: string, text: string) => withQuery(`/${language}/commitments/${encodeURIComponent(ref)}`, { text }),
    countries: at('/countries'),
    country: record('/countries'),
    indicators: at('/indicators'),
    requests: at('/requests'),
    request: record('/requests'),
    platforms: at('/platforms'),
    /** In the edition that is asked for, else the one that everybody reads. */
    platform: (ref: string, edition?: number) => withQuery(`/${language}/platforms/${encodeURIComponent(ref)}`, { edition }),
    offers: at('/offers'),
    offer: record('/offers'),
    members: at('/members'),
    member: record('/members'),
    apply: at('/members/application'),
    adherences: at('/adherences'),
    financing: at('/financing'),
    pledges: at('/financing/pledges'),
    pledge: record('/financing/pledges'),
    activities: at('/financing/activities'),
    activity: record('/financing/activities'),
    transactions: at('/financing/transactions'),
    tranches: at('/financing/tranches'),
    transaction: record('/financing/transactions'),
    budgets: at('/financing/budgets'),
    rates: at('/financing/rates'),
    received: at('/financing/received'),
    declaration: at('/declaration'),
    coverage: at('/declaration/coverage'),
    clause: (code: string, query?: Query) => withQuery(`/${language}/declaration/${encodeURIComponent(code)}`, query),
    endorsements: at('/declaration/endorsements'),
    endorsement: record('/declaration/endorsements'),
    frameworks: at('/frameworks'),
    framework: (code: string, query?: Query) => withQuery(`/${language}/frameworks/${encodeURIComponent(code)}`, query),
    crosswalk: at('/frameworks/crosswalk'),
    compare: (code: string, query: { readonly from: number; readonly to: number }) => withQuery(`/${language}/frameworks/${encodeURIComponent(code)}/compare`, query),
    consultations: at('/consultations'),
    consultation: record('/consultations'),
    consultationComment: (ref: string, query?: Query) => withQuery(`/${language}/consultations/${encodeURIComponent(ref)}/comment`, query),
    comments: at('/consultations/comments'),
    coalitions: at('/coalitions'),
    coalition: record('/coalitions'),
    workingGroups: at('/working-groups'),
    workingGroup: record('/working-groups'),
    groupCoverage: (ref: string, query?: Query) => withQuery(`/${language}/working-groups/${encodeURIComponent(ref)}/coverage`, query),
    groupTerms: (ref: string, query?: Query) => withQuery(`/${language}/working-groups/${encodeURIComponent(ref)}/terms`, query),
    groupCalendar: (ref: string) => `/${language}/working-groups/${encodeURIComponent(ref)}.ics`,
    sessions: at('/sessions'),
    session: record('/sessions'),
    sessionCalendar: (ref: string) => `/${language}/sessions/${encodeURIComponent(ref)}.ics`, minutes: (ref: string, part?: 'seal' | 'record.json' | 'minutes.pdf') => `/${language}/sessions/${encodeURIComponent(ref)}/minutes${part === undefined ? '' : `/${part}`}`,
    decisions: at('/decisions'),
    decision: record('/decisions'),
    procedure: record('/procedures'),
    actions: at('/actions'), action: record('/actions'),
    recommendations: at('/recommendations'), recommendation: record('/recommendations'),
    meeting: record('/meetings'),
    reports: at('/reports'),
    /** The edition that stands, or the one that is named for good. */
    report: (ref: string, edition?: number) => reportAt(language, ref, edition),
    reportErrata: (report: string) => `/${language}/reports/${encodeURIComponent(report)}/errata`,
    chapter: (ref: string, number: number, edition?: number) => `${reportAt(language, ref, edition)}/chapters/${number}`,
    figure: (report: string, key: string, edition?: number) => `${reportAt(language, report, edition)}/figures/${encodeURIComponent(key)}`,
    data: at('/data'),
    methods: at('/methods'),
    search: at('/search'),
    privacy: at('/privacy'),
    accessibility: at('/accessibility'),
  };
}

/** One set for each language, since every row of a list asks for it. */
const inEach = new Map<Language, ReturnType<typeof publicPaths>>();
function pathsIn(language: Language): ReturnType<typeof publicPaths> {
  let known = inEach.get(language);
  if (known === undefined) inEach.set(language, (known = publicPaths(language)));
  return known;
}

export const paths = {
  in: pathsIn,
  root: '/',
  /** Whoever is not signed in has no profile: the language that they chose goes along from page to page. */
  signIn: (next?: string, lang?: Language, done?: 'password') => withQuery('/sign-in', { next, lang, done }),
  signInContinue: '/sign-in/continue',
  signOut: '/sign-out',
  demoSignIn: '/sign-in/demo',
  invitation: (secret: string) => `/invitations/${encodeURIComponent(secret)}`,
  forgotten: (lang?: Language) => withQuery('/sign-in/forgotten', { lang }),
  passwordReset: (secret: string) => `/password-resets/${encodeURIComponent(secret)}`,
  confirm: (next: string) => withQuery('/confirm', { next }),
  my: '/my',
  views: '/my/views',
  viewDeletion: (id: string) => `/my/views/${encodeURIComponent(id)}/deletion`,
  account: '/my/account',
  workbook: '/my/workbook',
  ownWorkbook: '/my/commitments.xlsx',
  workbookReport: (id: string) => `/my/workbook/${encodeURIComponent(id)}`,
  workbookConfirmation: (id: string) => `/my/workbook/${encodeURIComponent(id)}/confirmation`,
  accountPassword: '/my/account/password',
  accountAddress: '/my/account/address',
  accountAddressWithdrawal: '/my/account/address/withdrawal',
  accountLetters: '/my/account/letters',
  following: '/my/following',
  myCalendar: (act?: 'end') => (act === undefined ? '/my/calendar' : `/my/calendar/${act}`),
  calendarFeed: (secret: string) => `/calendar/${encodeURIComponent(secret)}.ics`,
  follows: '/follows',
  followEnd: (id: string) => `/follows/${encodeURIComponent(id)}/end`,
  followingStop: (secret = '') => `/following/stop/${encodeURIComponent(secret)}`,
  addressConfirmation: (secret: string) => `/address-confirmations/${encodeURIComponent(secret)}`,
  addressWithdrawal: (secret: string) => `/address-withdrawals/${encodeURIComponent(secret)}`,
  newCommitment: '/commitments/new',
  /** With the decision or recommendation that it answers, or with what it is about. */
  newCommitmentWith: (given: About & { readonly origin?: string }) => withQuery('/commitments/new', { ...given }),
  commitmentStep: (ref: string, step: 'what' | 'measure' | 'money' | 'check') => `/commitments/${encodeURIComponent(ref)}/edit/${step}`,
  commitmentAct: (ref: string, act: 'submission' | 'return' | 'verification' | 'publication' | 'withdrawal' | 'completion' | 'deletion' | 'successor') => `/commitments/${encodeURIComponent(ref)}/${act}`,
  newAmendment: (ref: string) => `/commitments/${encodeURIComponent(ref)}/amendments/new`,
  amendment: (ref: string, number: number) => `/commitments/${encodeURIComponent(ref)}/amendments/${number}`,
  amendmentAct: (ref: string, number: number, act: 'approval' | 'refusal' | 'withdrawal') => `/commitments/${encodeURIComponent(ref)}/amendments/${number}/${act}`,
  translations: (ref: string) => `/commitments/${encodeURIComponent(ref)}/translations`,
  translation: (ref: string, language: string) => `/commitments/${encodeURIComponent(ref)}/translations/${encodeURIComponent(language)}`,
  translationCheck: (ref: string, language: string) => `/commitments/${encodeURIComponent(ref)}/translations/${encodeURIComponent(language)}/check`,
  safeguard: (ref: string) => `/commitments/${encodeURIComponent(ref)}/safeguard`,
  safeguardAct: (ref: string, act: 'edit' | 'review' | 'approval' | 'return') => `/commitments/${encodeURIComponent(ref)}/safeguard/${act}`,
  partners: (ref: string) => `/commitments/${encodeURIComponent(ref)}/partners`,
  partnerConsent: (ref: string, organisation: string) => `/commitments/${encodeURIComponent(ref)}/partners/${encodeURIComponent(organisation)}/consent`,
  partnerRemoval: (ref: string, organisation: string) => `/commitments/${encodeURIComponent(ref)}/partners/${encodeURIComponent(organisation)}/removal`,
  commitmentOpenness: (ref: string) => `/commitments/${encodeURIComponent(ref)}/openness`,
  joinCommitment: (ref: string) => `/commitments/${encodeURIComponent(ref)}/joining`,
  teachers: (ref: string) => `/commitments/${encodeURIComponent(ref)}/teachers`,
  commitmentGroups: (ref: string) => `/commitments/${encodeURIComponent(ref)}/groups`,
  gaps: (ref: string) => `/commitments/${encodeURIComponent(ref)}/gaps`,
  gapAct: (ref: string, id: string, act: 'plan' | 'closure' | 'acceptance') => `/commitments/${encodeURIComponent(ref)}/gaps/${encodeURIComponent(id)}/${act}`,
  evidenceWithdrawal: (ref: string, id: string) => `/commitments/${encodeURIComponent(ref)}/evidence/${encodeURIComponent(id)}/withdrawal`,
  milestones: (ref: string) => `/commitments/${encodeURIComponent(ref)}/milestones`,
  milestoneAct: (ref: string, id: string, act: 'report' | 'removal') => `/commitments/${encodeURIComponent(ref)}/milestones/${encodeURIComponent(id)}/${act}`,
  commitmentDesk: (query?: Query) => withQuery('/commitments/desk', query),
  commitmentDeskAct: (act: 'assignment' | 'nudge' | 'tags') => `/commitments/desk/${act}`,
  commitmentEvidence: (ref: string) => `/commitments/${encodeURIComponent(ref)}/evidence`,
  evidenceFile: (id: string) => `/evidence/${encodeURIComponent(id)}`,
  newPledge: (commitment?: string) => withQuery('/financing/pledges/new', { commitment }),
  pledgeAct: (ref: string, act: 'edit' | 'classification' | 'confirmation' | 'reduction' | 'cancellation') => `/financing/pledges/${encodeURIComponent(ref)}/${act}`,
  pledgeVerification: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/verification`,
  transactionAct: (id: string, act: 'evidence' | 'verification') => `/financing/transactions/${encodeURIComponent(id)}/${act}`,
  pledgeTranches: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/tranches`,
  trancheAct: (id: string, act: 'edit' | 'cancellation' | 'payments') => `/financing/tranches/${encodeURIComponent(id)}/${act}`,
  pledgeTransactions: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/transactions`,
  fundingLinks: (query?: Query) => withQuery('/financing/links', query),
  fundingLinkSearches: '/financing/links/searches',
  fundingLinkAct: (id: string, act: 'decision' | 'refusal' | 'change' | 'end' | 'objection') => `/financing/links/${encodeURIComponent(id)}/${act}`,
  pledgeLink: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/link`,
  fundingLink: (id: string) => `/financing/links/${encodeURIComponent(id)}`,
  rateCorrection: (id: string) => `/financing/rates/${encodeURIComponent(id)}/correction`,
  receipts: (query?: Query) => withQuery('/reconciliation', query),
  receiptConfirmations: '/reconciliation/confirmations',
  receipt: (id: string) => `/reconciliation/${encodeURIComponent(id)}`,
  receiptAct: (id: string, act: ReceiptAct) => `/reconciliation/${encodeURIComponent(id)}/${act}`,
  transactionReversal: (id: string) => `/financing/transactions/${encodeURIComponent(id)}/reversal`,
  applicationLink: (secret: string) => `/applications/${encodeURIComponent(secret)}`,
  applications: '/members/applications',
  application: (ref: string) => `/members/applications/${encodeURIComponent(ref)}`,
  applicationAct: (ref: string, act: 'approval' | 'question' | 'refusal') => `/members/applications/${encodeURIComponent(ref)}/${act}`,
  applicationInvitation: '/members/applications/invitation',
  newMember: '/members/new',
  memberEdit: (ref: string) => `/members/${encodeURIComponent(ref)}/edit`,
  memberAdmission: (ref: string) => `/members/${encodeURIComponent(ref)}/admission`,
  duplicates: (query?: Query) => withQuery('/members/duplicates', query),
  duplicate: (id: string) => `/members/duplicates/${encodeURIComponent(id)}`,
  duplicateDecisions: '/members/duplicates/decisions',
  memberHandover: (ref: string, giver?: string) => withQuery(`/members/${encodeURIComponent(ref)}/handover`, { giver }),
  handover: (id: string) => `/handovers/${encodeURIComponent(id)}`,
  handoverAct: (id: string, act: 'acceptance' | 'refusal' | 'withdrawal') => `/handovers/${encodeURIComponent(id)}/${act}`,
  membershipAct: (id: string, act: 'suspension' | 'reinstatement' | 'category' | 'withdrawal' | 'adherences') => `/memberships/${encodeURIComponent(id)}/${act}`,
  adherenceAct: (id: string, act: 'confirmation' | 'revocation') => `/adherences/${encodeURIComponent(id)}/${act}`,
  membershipEnd: (id: string) => `/memberships/${encodeURIComponent(id)}/end`,
  newCoalition: (parent?: string) => withQuery('/coalitions/new', { parent }),
  coalitionEdit: (slug: string, language?: Language) => withQuery(`/coalitions/${encodeURIComponent(slug)}/edit`, { language }),
  coalitionState: (slug: string) => `/coalitions/${encodeURIComponent(slug)}/state`,
  textVersions: (code: string) => `/frameworks/${encodeURIComponent(code)}/versions`,
  draft: (code: string, number: number) => `/frameworks/${encodeURIComponent(code)}/versions/${number}`,
  draftAct: (code: string, number: number, act: DraftAct) => `/frameworks/${encodeURIComponent(code)}/versions/${number}/${act}`,
  draftClause: (code: string, number: number, id: string, language?: string) => withQuery(`/frameworks/${encodeURIComponent(code)}/versions/${number}/clauses/${encodeURIComponent(id)}`, { language }),
  draftClauseAct: (code: string, number: number, id: string, act: ClauseAct, language?: string) =>
    withQuery(`/frameworks/${encodeURIComponent(code)}/versions/${number}/clauses/${encodeURIComponent(id)}/${act}`, { language }),
  consultationAct: (ref: string, act: ConsultationAct) => `/consultations/${encodeURIComponent(ref)}/${act}`,
  commentAct: (ref: string, act: CommentAct) => `/consultations/comments/${encodeURIComponent(ref)}/${act}`,
  /** Of the Declaration, unless another text is named. */
  newMapping: (query: { readonly from: string; readonly to: string; readonly node?: string | undefined }) => withQuery('/frameworks/mappings/new', query),
  mapping: (id: string) => `/frameworks/mappings/${encodeURIComponent(id)}`,
  mappingAct: (id: string, act: 'relation' | 'end') => `/frameworks/mappings/${encodeURIComponent(id)}/${act}`,
  newEndorsement: (framework?: string) => withQuery('/declaration/endorsements/new', { framework }),
  endorsementRegister: (framework: string) => `/frameworks/${encodeURIComponent(framework)}/register`,
  endorsementReminders: '/declaration/endorsements/reminders',
  endorsementDocument: (ref: string) => `/declaration/endorsements/${encodeURIComponent(ref)}/document`,
  endorsementAct: (ref: string, act: 'check' | 'publication' | 'withdrawal') => `/declaration/endorsements/${encodeURIComponent(ref)}/${act}`,
  newRequest: (about?: About) => withQuery('/requests/new', { ...about }),
  requestAct: (ref: string, act: 'edit' | 'publication' | 'closing' | 'deletion') => `/requests/${encodeURIComponent(ref)}/${act}`,
  /** On a request, or open. */
  newOffer: (given?: About & { readonly request?: string | undefined }) => withQuery('/offers/new', { ...given }),
  offerAct: (ref: string, act: 'acceptance' | 'refusal' | 'withdrawal' | 'pledge') => `/offers/${encodeURIComponent(ref)}/${act}`,
  newPlatform: (country?: string) => withQuery('/platforms/new', { country }),
  platformAct: (ref: string, act: PlatformAct) => `/platforms/${encodeURIComponent(ref)}/${act}`,
  /** What is measured of one indicator in a country: to be written down and corrected. */
  countryIndicator: (iso2: string, code: string, edit?: { readonly figure: string; readonly year: number; readonly disaggregation: string }) => withQuery(`/countries/${encodeURIComponent(iso2)}/indicators/${encodeURIComponent(code)}`, edit === undefined ? undefined : { figure: edit.figure, year: edit.year, disaggregation: edit.disaggregation }),
  countryBenchmark: (iso2: string, code: string, year?: number) => withQuery(`/countries/${encodeURIComponent(iso2)}/indicators/${encodeURIComponent(code)}/benchmark`, year === undefined ? undefined : { figure: 'benchmark', year }),
  countryBudget: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/budget`,
  countryFiscalYear: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/budget/fiscal-year`,
  budgetLine: (iso2: string, line: string) => `/countries/${encodeURIComponent(iso2)}/budget/${encodeURIComponent(line)}`,
  budgetLineWithdrawal: (iso2: string, line: string) => `/countries/${encodeURIComponent(iso2)}/budget/${encodeURIComponent(line)}/withdrawal`,
  countryRoom: (iso2: string) => `/countries/${encodeURIComponent(iso2)}/room`,
  updates: (cycle: string) => `/updates/${encodeURIComponent(cycle)}`,
  imports: '/imports',
  import: (id: string) => `/imports/${encodeURIComponent(id)}`,
  importAct: (id: string, act: 'confirmation' | 'abandonment') => `/imports/${encodeURIComponent(id)}/${act}`,
  importErrors: (id: string) => `/imports/${encodeURIComponent(id)}/errors.csv`,
  importDepartures: (id: string) => `/imports/${encodeURIComponent(id)}/departures.csv`,
  importQuestion: (id: string, question: string) => `/imports/${encodeURIComponent(id)}/questions/${encodeURIComponent(question)}`,
  groupDimensions: (group: string, dimension?: string) => `/working-groups/${encodeURIComponent(group)}/dimensions${dimension === undefined ? '' : `/${encodeURIComponent(dimension)}`}`,
  newTerms: (group: string) => `/working-groups/${encodeURIComponent(group)}/terms/new`,
  groupSeats: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/seats`,
  seatAct: (ref: string, seat: string, act: SeatAct) => `/working-groups/${encodeURIComponent(ref)}/seats/${encodeURIComponent(seat)}/${act}`,
  newMeeting: (group: string) => `/meetings/new?group=${encodeURIComponent(group)}`,
  meetingAct: (ref: string, act: MeetingAct) => `/meetings/${encodeURIComponent(ref)}/${act}`,
  sessionRoom: (ref: string) => `/sessions/${encodeURIComponent(ref)}/room`,
  sessionStream: (ref: string, view: 'room' | 'desk', language: Language) => withQuery(`/sessions/${encodeURIComponent(ref)}/stream`, { view, lang: language }),
  sessionTakeaways: (ref: string) => `/sessions/${encodeURIComponent(ref)}/takeaways`,
  takeawayAct: (ref: string, act: 'recommendation' | 'withdrawal') => `/takeaways/${encodeURIComponent(ref)}/${act}`,
  groupDesk: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/desk`,
  groupChair: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/chair`,
  groupDeskAct: (ref: string, act: 'sessions' | 'recommendations') => `/working-groups/${encodeURIComponent(ref)}/desk/${act}`,
  groupProposals: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/proposals`,
  proposalAct: (id: string, act: 'answer' | 'withdrawal') => `/proposals/${encodeURIComponent(id)}/${act}`,
  agendaItem: (session: string, item: string, act?: 'papers') => `/sessions/${encodeURIComponent(session)}/agenda/${encodeURIComponent(item)}${act === undefined ? '' : `/${act}`}`,
  paper: (id: string, act?: 'openness' | 'removal') => `/papers/${encodeURIComponent(id)}${act === undefined ? '' : `/${act}`}`,
  sessionSchedule: (ref: string) => `/sessions/${encodeURIComponent(ref)}/schedule`,
  sessionInvitation: (ref: string) => `/sessions/${encodeURIComponent(ref)}/invitation`,
  invitationByLink: (ref: string, lang: Language) => `/sessions/${encodeURIComponent(ref)}/invitation?lang=${lang}&key=`,
  minutesWork: (ref: string, act?: MinutesAct) => `/sessions/${encodeURIComponent(ref)}/minutes${act === undefined ? '' : `/${act}`}`, pastMeeting: (group: string) => `/working-groups/${encodeURIComponent(group)}/past`, sessionDesk: (ref: string) => `/sessions/${encodeURIComponent(ref)}/desk`,
  ballot: (session: string, id: string) => `/sessions/${encodeURIComponent(session)}/ballots/${encodeURIComponent(id)}`,
  ballotAct: (session: string, id: string, act: BallotAct) => `/sessions/${encodeURIComponent(session)}/ballots/${encodeURIComponent(id)}/${act}`,
  groupProcedures: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/procedures`,
  procedureAct: (ref: string, act: 'vote' | 'withdrawal') => `/procedures/${encodeURIComponent(ref)}/${act}`,
  sessionDeskAct: (ref: string, act: SessionAct) => `/sessions/${encodeURIComponent(ref)}/desk/${act}`,
  recommendationAct: (ref: string, act: RecommendationAct) => `/recommendations/${encodeURIComponent(ref)}/${act}`,
  recommendationResponse: (ref: string, party: string) => `/recommendations/${encodeURIComponent(ref)}/responses/${encodeURIComponent(party)}`,
  actionAct: (ref: string, act: ActionAct) => `/actions/${encodeURIComponent(ref)}/${act}`,
  cycles: '/cycles',
  cycle: (ref: string) => `/cycles/${encodeURIComponent(ref)}`,
  cycleAct: (ref: string, act: CycleAct, query?: Query) => withQuery(`/cycles/${encodeURIComponent(ref)}/${act}`, query),
  cycleExtension: (ref: string, party: string) => `/cycles/${encodeURIComponent(ref)}/extensions/${encodeURIComponent(party)}`,
  cycleExceptionEnd: (ref: string, commitment: string) => `/cycles/${encodeURIComponent(ref)}/exceptions/${commitment}/end`,
  cycleReport: (ref: string) => `/cycles/${encodeURIComponent(ref)}/report`,
  updateReview: (cycle: string, commitment: string) => `/cycles/${encodeURIComponent(cycle)}/updates/${encodeURIComponent(commitment)}`,
  claimAct: (ref: string, cycle: string, act: 'verification' | 'contest' | 'reply' | 'settlement') => `/commitments/${encodeURIComponent(ref)}/updates/${encodeURIComponent(cycle)}/${act}`,
  updateAcceptance: (cycle: string, commitment: string) => `/cycles/${encodeURIComponent(cycle)}/updates/${encodeURIComponent(commitment)}/acceptance`,
  reportEdit: (ref: string) => `/reports/${encodeURIComponent(ref)}/edit`,
  reportSection: (ref: string, position: number) => `/reports/${encodeURIComponent(ref)}/edit/${position}`,
  reportSectionAct: (ref: string, position: number, act: 'text' | 'approval' | 'owner') => `/reports/${encodeURIComponent(ref)}/edit/${position}/${act}`,
  reportAct: (ref: string, act: ReportAct) => `/reports/${encodeURIComponent(ref)}/edit/${act}`,
  reportNaming: (ref: string, id: string) => `/reports/${encodeURIComponent(ref)}/edit/replies/${encodeURIComponent(id)}/removal`,
  reportReply: (ref: string, id: string) => `/reports/${encodeURIComponent(ref)}/replies/${encodeURIComponent(id)}`,
  review: '/review',
  people: '/people',
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  personInvitation: (id: string) => `/people/${encodeURIComponent(id)}/invitation`,
  personInvitationEnd: (id: string) => `/people/${encodeURIComponent(id)}/invitation/end`,
  personPermissions: (id: string) => `/people/${encodeURIComponent(id)}/permissions`,
  personSuspension: (id: string) => `/people/${encodeURIComponent(id)}/suspension`,
  personReinstatement: (id: string) => `/people/${encodeURIComponent(id)}/reinstatement`,
  personAffiliations: (id: string) => `/people/${encodeURIComponent(id)}/affiliations`,
  affiliationEnd: (person: string, id: string) => `/people/${encodeURIComponent(person)}/affiliations/${encodeURIComponent(id)}/end`,
  roleEnd: (person: string, id: string) => `/people/${encodeURIComponent(person)}/roles/${encodeURIComponent(id)}/end`,
  mailLog: '/admin/mail',
  mail: (id: string) => `/admin/mail/${encodeURIComponent(id)}`,
  audit: (table: string, id: string) => `/admin/audit/${encodeURIComponent(table)}/${encodeURIComponent(id)}`,
} as const;

/** A list's address as CSV, XLSX or JSON, with the same filters. */
export function fileOf(path: string, kind: 'csv' | 'xlsx' | 'json' | 'pdf' | 'docx' | 'zip'): string {
  const [before = '', query] = path.split('?');
  return `${before}.${kind}${query === undefined ? '' : `?${query}`}`;
}

/** The language that an address names, or undefined for signed-in pages. */
export function languageOfPath(path: string): Language | undefined {
  const first = path.split('/')[1];
  return isLanguage(first) ? first : undefined;
}

/** The first words of public addresses. */
const publicRoots = new Set([
  'commitments', 'countries', 'members', 'adherences', 'financing', 'declaration', 'frameworks', 'consultations', 'requests', 'offers', 'platforms', 'indicators', 'coalitions', 'working-groups', 'sessions', 'decisions', 'procedures', 'actions', 'recommendations', 'meetings', 'reports',
  'data', 'methods', 'search', 'privacy', 'accessibility',
]);

/** A public address that was given without its language (`/commitments/CMT-2026-0042`, `/commitments.csv`), in one; undefined for any other. */
export function withLanguage(path: string, language: Language): string | undefined {
  const root = /^\/([a-z-]+)(?:\.[a-z]+)?(?=\/|\?|$)/.exec(path)?.[1];
  return root !== undefined && publicRoots.has(root) ? `/${language}${path}` : undefined;
}

/** The same page in another language: in its address where that has one, else asked for beside it. */
export function inLanguage(path: string, language: Language): string {
  if (languageOfPath(path) !== undefined) return path.replace(/^\/[a-z]{2}(?=\/|$|\?)/, `/${language}`);
  const [page = '', search] = path.split('?');
  const query = new URLSearchParams(search);
  query.set('lang', language);
  return `${page}?${query.toString()}`;
}

/** Only our own addresses are followed after signing in: never another site's. */
export function safeNext(asked: string | null | undefined): string | undefined {
  if (asked === null || asked === undefined || !/^\/(?![/\\])/.test(asked)) return undefined;
  return asked.length <= 2000 ? asked : undefined;
}
