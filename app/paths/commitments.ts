import { type About, type Query, withQuery } from './query';

/** Commitments: pages for who is signed in. */
export const commitmentsPaths = {
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
} as const;
