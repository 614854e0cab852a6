import type { ClauseAct, CommentAct, ConsultationAct, DraftAct } from '../acts';
import { withQuery } from './query';

/** The Declaration and other texts: pages for who is signed in. */
export const declarationPaths = {
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
} as const;
