import { canonicalTag } from '#app/languages/content';
import type { Day } from '#app/platform/clock';
import type { Tone } from '#app/ui/tag';

/** The life of an edition; a platform that ends is discontinued, whatever its edition. */
export const editionStates = ['nominated', 'described', 'country_confirmed', 'expert_reviewed', 'published'] as const;
export type EditionState = (typeof editionStates)[number];
export const platformStates = [...editionStates, 'discontinued'] as const;
export type PlatformState = (typeof platformStates)[number];

/** What everybody reads. */
export const openStates = ['published', 'discontinued'] as const satisfies readonly PlatformState[];
export const isOpen = (state: PlatformState): boolean => openStates.some((one) => one === state);

export const platformTones: Readonly<Record<PlatformState, Tone>> = { nominated: 'draft', described: 'draft', country_confirmed: 'prog', expert_reviewed: 'prog', published: 'ok', discontinued: 'draft' };

/** ISCED 2011. */
export const levels = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;
export const subjects = ['literacy', 'mathematics', 'science', 'social_studies', 'languages', 'arts', 'digital_skills', 'health', 'life_skills', 'vocational', 'teacher_development'] as const;
export const costs = ['free', 'freemium', 'paid'] as const;
export const devices = ['feature_phone', 'smartphone', 'tablet', 'computer', 'television', 'radio'] as const;
/** Names of standards are the same in every language. */
export const standards = { lti: 'LTI', scorm: 'SCORM', xapi: 'xAPI', cmi5: 'cmi5', qti: 'QTI', common_cartridge: 'Common Cartridge', oneroster: 'OneRoster', epub: 'EPUB', oai_pmh: 'OAI-PMH', lrmi: 'LRMI', h5p: 'H5P' } as const;
export const standardCodes = Object.keys(standards) as (keyof typeof standards)[];
export const wcag = ['2.0 A', '2.0 AA', '2.0 AAA', '2.1 A', '2.1 AA', '2.1 AAA', '2.2 A', '2.2 AA', '2.2 AAA'].map((level) => `WCAG ${level}`);

/** RE-9: the stages at which teachers take part; `none` is an answer of its own and stands alone. */
export const teacherStages = ['design', 'testing', 'rollout', 'scaling'] as const;
export const noStage = 'none';
/** The principles of the charter, in its order. */
export const principles = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const;
export const marks = [0, 1, 2, 3] as const;

/** RE-1: what is claimed, by whom or where, and when. */
export const claims = ['curriculum', 'accessibility', 'users'] as const;
export type Claim = (typeof claims)[number];
/** RE-3: what a reviewer can have checked. Whatever is not among it stays a claim. */
export const checkable = [...claims, 'charter'] as const;
export type Checkable = (typeof checkable)[number];

/** RE-7: yes, no, or not known. */
export type Known = boolean | null;
export const answers = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof answers)[number];
export const answerOf = (known: Known): Answer => (known === null ? 'unknown' : known ? 'yes' : 'no');
export const facts = ['offline', 'zero_rated', 'learner_data'] as const;
export type KnownFact = (typeof facts)[number];

/** What an edition says of a platform, whoever says it. */
export interface Description {
  readonly language: string;
  readonly name: string;
  readonly description: string;
  readonly address: string;
  readonly owner: string | null;
  readonly operator: string | null;
  readonly levels: readonly string[];
  readonly subjects: readonly string[];
  readonly languages: readonly string[];
  readonly cost: (typeof costs)[number] | null;
  readonly cost_words: string | null;
  readonly offline: Known;
  readonly zero_rated: Known;
  readonly devices: readonly string[];
  readonly licence: string | null;
  readonly standards: readonly string[];
  readonly curriculum: string | null;
  readonly curriculum_source: string | null;
  readonly curriculum_on: Day | null;
  readonly accessibility: string | null;
  readonly accessibility_source: string | null;
  readonly accessibility_on: Day | null;
  /** A whole number, as digits. */
  readonly users: string | null;
  readonly users_source: string | null;
  readonly users_on: Day | null;
  readonly teacher_stages: readonly string[] | null;
  readonly teacher_words: string | null;
  readonly learner_data: Known;
  readonly safeguard: string | null;
  readonly charter: readonly (number | null)[] | null;
}

/** Tags of BCP 47 as they are written: parted by commas or spaces. The ones that are none come back as `wrong`. */
export function languageTags(typed: string): { readonly tags: readonly string[]; readonly wrong: readonly string[] } {
  const tags = new Set<string>();
  const wrong: string[] = [];
  for (const one of typed.split(/[\s,;،؛、，；]+/).filter((part) => part !== '')) {
    const tag = canonicalTag(one);
    if (tag === undefined) wrong.push(one);
    else tags.add(tag);
  }
  return { tags: [...tags], wrong };
}

/** RE-1: a claim with a gap, by the field that is missing. */
export function gapsInClaims(said: Description): readonly string[] {
  return claims.flatMap((claim) => {
    const parts = [claim, `${claim}_source`, `${claim}_on`] as const;
    const missing = parts.filter((part) => said[part as keyof Description] === null);
    return missing.length === parts.length ? [] : missing;
  });
}
