import { paths } from '#app/paths';
import type { Language } from '#app/languages/language';

/** What the search looks through, in the order in which results stand. */
export const kinds = ['commitment', 'member', 'country', 'clause', 'decision', 'recommendation', 'session', 'group', 'pledge', 'report'] as const;
export type Kind = (typeof kinds)[number];

/** One record that was found. */
export interface Found {
  readonly kind: Kind;
  /** What its address is made of: a reference, a country's code, a clause's code. */
  readonly ref: string;
  readonly title: string;
  /** The language that the title is in, where it has one. */
  readonly language: string | null;
  /** Whose or what it is: its lead, its group, its framework. */
  readonly note: string | null;
  /** The language of the text that matched, where it is not the reader's. */
  readonly found_in: string | null;
}

/** The records of one kind: those shown, and how many there are. */
export interface FoundKind {
  readonly kind: Kind;
  readonly rows: readonly Found[];
  readonly count: number;
}

export const longestQuestion = 200;

/** What was asked, without what no text holds; empty when it has neither letters nor digits. */
export function questionOf(params: URLSearchParams): string {
  const asked = (params.get('q') ?? '').replaceAll('\0', '').trim().slice(0, longestQuestion).toWellFormed();
  return /[\p{L}\p{N}]/u.test(asked) ? asked : '';
}

/** Where a record is. Clauses of the framework that is endorsed have pages; those of others stand on the page of their framework. */
export function hrefOf({ kind, ref }: Pick<Found, 'kind' | 'ref'>, language: Language): string {
  const to = paths.in(language);
  if (kind === 'clause') {
    const [framework = '', code = ''] = ref.split(' ');
    return framework === '' ? to.clause(code) : `${to.framework(framework)}#${code}`;
  }
  const page: Readonly<Record<Exclude<Kind, 'clause'>, (ref: string) => string>> = {
    commitment: to.commitment, member: to.member, country: to.country, decision: to.decision, recommendation: to.recommendation, session: to.session,
    group: to.workingGroup, pledge: to.pledge, report: to.report,
  };
  return page[kind](ref);
}

/** The list that shows all of a kind that match, where there is one. */
export function listHref(kind: Kind, q: string, language: Language): string | undefined {
  const to = paths.in(language);
  const lists: Readonly<Partial<Record<Kind, (query: { q: string }) => string>>> = { commitment: to.commitments, member: to.members, decision: to.decisions, session: to.sessions, pledge: to.pledges };
  return lists[kind]?.({ q });
}
