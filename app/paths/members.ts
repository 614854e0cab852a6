import type { Language } from '../languages/language';
import { type Query, withQuery } from './query';

/** Members and coalitions: pages for who is signed in. */
export const membersPaths = {
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
} as const;
