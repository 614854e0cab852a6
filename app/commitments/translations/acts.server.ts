import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import type { CommitmentText, TranslationRef } from './model';
import { translationPolicy } from './policy';

export const translationRef = ({ id, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by }: CommitmentRef, { language, translated_by }: Pick<CommitmentText, 'language' | 'translated_by'>): TranslationRef =>
  ({ id, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by, language, translated_by });

/** Refusals that are told at the button: another person, or one who reads the language, can do it. */
const told = new Set(['access:reasons.not_your_own', 'access:reasons.not_your_language']);

/** Whether a viewer may stand for a translation; the reason why not, where that helps. */
export function checkOf(viewer: Actor, commitment: CommitmentRef, text: CommitmentText | undefined): true | string | undefined {
  if (text === undefined) return undefined;
  const decision = may(translationPolicy.check, viewer, translationRef(commitment, text));
  return decision.allowed ? true : told.has(decision.reason) ? decision.reason : undefined;
}
