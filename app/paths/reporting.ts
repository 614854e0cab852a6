import type { CycleAct, ReportAct, SectionAct } from '../acts';
import { type Query, withQuery } from './query';

/** Cycles, updates and reports: pages for who is signed in. */
export const reportingPaths = {
  updates: (cycle: string) => `/updates/${encodeURIComponent(cycle)}`,
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
  reportSectionAct: (ref: string, position: number, act: SectionAct) => `/reports/${encodeURIComponent(ref)}/edit/${position}/${act}`,
  reportSectionVersions: (ref: string, position: number, query?: Query) => withQuery(`/reports/${encodeURIComponent(ref)}/edit/${position}/versions`, query),
  reportAct: (ref: string, act: ReportAct) => `/reports/${encodeURIComponent(ref)}/edit/${act}`,
  /** The figures that its texts can be written around. */
  reportFigures: (ref: string) => `/reports/${encodeURIComponent(ref)}/edit/figures`,
  /** Who gets a profile, chosen by a form of its own address. */
  reportProfiles: (ref: string) => `/reports/${encodeURIComponent(ref)}/edit/profiles`,
  /** What became of what was frozen. */
  reportSince: (ref: string) => `/reports/${encodeURIComponent(ref)}/edit/since`,
  reportNaming: (ref: string, id: string) => `/reports/${encodeURIComponent(ref)}/edit/replies/${encodeURIComponent(id)}/removal`,
  reportReply: (ref: string, id: string) => `/reports/${encodeURIComponent(ref)}/replies/${encodeURIComponent(id)}`,
} as const;
