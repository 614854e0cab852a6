import type { Language } from '../languages/language';
import { type Query, withQuery } from './query';

const reportAt = (language: Language, ref: string, edition?: number): string => `/${language}/reports/${encodeURIComponent(ref)}${edition === undefined ? '' : `/editions/${edition}`}`;

const ownPart = { country: 'countries', member: 'members' } as const;

/** The public pages in one language: `paths.in('fr').commitment('CMT-2026-0042')`. */
export function publicPaths(language: Language) {
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
    outcome: (group: string, number: number) => `/${language}/working-groups/${encodeURIComponent(group)}/outcomes/${number}`,
    outcomeComment: (group: string, number: number) => `/${language}/working-groups/${encodeURIComponent(group)}/outcomes/${number}/comment`,
    groupCalendar: (ref: string) => `/${language}/working-groups/${encodeURIComponent(ref)}.ics`,
    sessions: at('/sessions'),
    session: record('/sessions'),
    sessionCalendar: (ref: string) => `/${language}/sessions/${encodeURIComponent(ref)}.ics`,
    minutes: (ref: string, part?: 'seal' | 'record.json' | 'minutes.pdf') => `/${language}/sessions/${encodeURIComponent(ref)}/minutes${part === undefined ? '' : `/${part}`}`,
    decisions: at('/decisions'),
    decision: record('/decisions'),
    procedure: record('/procedures'),
    actions: at('/actions'),
    action: record('/actions'),
    recommendations: at('/recommendations'),
    recommendation: record('/recommendations'),
    meeting: record('/meetings'),
    reports: at('/reports'),
    /** The edition that stands, or the one that is named for good. */
    report: (ref: string, edition?: number) => reportAt(language, ref, edition),
    reportErrata: (report: string) => `/${language}/reports/${encodeURIComponent(report)}/errata`,
    chapter: (ref: string, number: number, edition?: number) => `${reportAt(language, ref, edition)}/chapters/${number}`,
    figureEmbed: (report: string, key: string, edition?: number) => `${reportAt(language, report, edition)}/figures/${encodeURIComponent(key)}/embed`,
    /** With the records behind it, or behind the part that is asked for. */
    figure: (report: string, key: string, edition?: number, query?: { readonly part: string }) => withQuery(`${reportAt(language, report, edition)}/figures/${encodeURIComponent(key)}`, query),
    /** What else is made of a report as a whole. */
    extract: (ref: string, name: 'summary' | 'principles', edition?: number) => `${reportAt(language, ref, edition)}/${name}`,
    /** Countries, or members, whom a report says something of. */
    ownReports: (ref: string, kind: 'country' | 'member', edition?: number, query?: Query) => withQuery(`${reportAt(language, ref, edition)}/${ownPart[kind]}`, query),
    /** What a report says of one of them. */
    ownReport: (ref: string, kind: 'country' | 'member', code: string, edition?: number) => `${reportAt(language, ref, edition)}/${ownPart[kind]}/${encodeURIComponent(code)}`,
    data: at('/data'),
    methods: at('/methods'),
    search: at('/search'),
    privacy: at('/privacy'),
    accessibility: at('/accessibility'),
  };
}
