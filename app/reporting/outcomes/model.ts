import type { OutcomeAct } from '#app/acts';
import { languages, type Language } from '#app/languages/language';

/** What a working group reports: on the way, or at the end. */
export const outcomeKinds = ['interim', 'final'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const outcomeStatuses = ['drafting', 'consultation', 'final_review', 'approved', 'launched', 'published'] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

export const audiences = ['group', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** The chapters, in their order; the second to the fourth show what was chosen. */
export const chapterParts = ['mandate', 'work', 'decisions', 'recommendations', 'next'] as const;
export type ChapterPart = (typeof chapterParts)[number];
export const parts = ['title', 'summary', ...chapterParts] as const;
export type Part = (typeof parts)[number];
export const isPart = (text: string): text is Part => parts.some((one) => one === text);
/** How long a part may be, in characters. */
export const mostSigns: Readonly<Record<Part, number>> = { title: 200, summary: 1500, mandate: 20_000, work: 20_000, decisions: 20_000, recommendations: 20_000, next: 20_000 };

export const rowKinds = ['session', 'decision', 'recommendation'] as const;
export type RowKind = (typeof rowKinds)[number];

/** OR-2: a session as it stood when it was chosen. */
export interface SessionFacts {
  readonly ref: string;
  readonly title: string;
  readonly on: string;
  /** Voting seats that were there, of those that counted. */
  readonly present: number;
  readonly seats: number;
}
export interface DecisionFacts {
  readonly ref: string;
  readonly text: string;
  readonly status: string;
  readonly on: string | null;
  /** Null where it was taken in writing. */
  readonly session: string | null;
  readonly rule: string;
  readonly votes_for: number;
  readonly votes_against: number;
  readonly abstentions: number;
  readonly dissent: string | null;
}
export interface RecommendationFacts {
  readonly ref: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly decisions: readonly string[];
  readonly clauses: readonly string[];
  /** Addressees, and how many of them had answered. */
  readonly asked: number;
  readonly answered: number;
}
export interface OutcomeRows {
  readonly session: readonly SessionFacts[];
  readonly decision: readonly DecisionFacts[];
  readonly recommendation: readonly RecommendationFacts[];
}

/** A part as it is written in one language. */
export interface OutcomeText {
  readonly part: Part;
  readonly language: Language;
  readonly text: string;
}

/** The text of a part for a reader: in their language, else in the one that decides, else as there is. */
export function textIn(texts: readonly OutcomeText[], part: Part, language: Language, authoritative: Language): OutcomeText | undefined {
  const written = texts.filter((one) => one.part === part);
  return [language, authoritative, ...languages].map((wanted) => written.find((one) => one.language === wanted)).find((one) => one !== undefined);
}

/** Languages in which at least one chapter is written. */
export const languagesOf = (texts: readonly OutcomeText[]): Language[] => languages.filter((one) => texts.some((text) => text.language === one && text.part !== 'title'));

/** OR-4: the parts that are not written yet in the language that decides: nobody is asked what they think of a report with holes. */
export const gapsIn = (texts: readonly OutcomeText[], language: Language): Part[] => parts.filter((part) => !texts.some((one) => one.part === part && one.language === language));

/** OR-3: whether its words and rows may change. */
export const isOpen = (status: string): boolean => status === 'drafting' || status === 'final_review';

/** The last part of what it is called: `WG-03-O1`. */
export const refOf = (group: string, number: number): string => `${group}-O${number}`;

/** Acts on one report, each a page with a permission of its own. */
export const outcomeActs = ['rows', 'outputs', 'consultation', 'review', 'approval', 'launch', 'publication'] as const satisfies readonly OutcomeAct[];

export const outputKinds = ['brief', 'guide', 'tool', 'dataset', 'slides', 'recording', 'other'] as const;
export type OutputKind = (typeof outputKinds)[number];
