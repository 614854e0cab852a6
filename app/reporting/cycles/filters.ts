import type { BoardFilters } from './queries.server';

/** What the board of a cycle can be narrowed to, as its address spells it. */
export const boardFilterNames = ['region', 'group', 'language'] as const;

export function boardFilters(asked: URLSearchParams): BoardFilters {
  const value = (name: string) => asked.get(name)?.slice(0, 40).trim() || undefined;
  return { region: value('region'), group: value('group'), language: value('language') };
}
