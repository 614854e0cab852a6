import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { ListSpec } from '#app/table/state';
import { spellThrough, type Through } from './model';

/** What the crosswalk of two versions can be asked for, by its address. `clauses` takes `mapped` or `unmapped`. */
export const crosswalkList = { filters: ['from', 'to', 'relation', 'clauses'], sorts: ['text'], sort: { by: 'text', descending: false } } as const satisfies ListSpec<string, string>;
export type CrosswalkFilter = (typeof crosswalkList.filters)[number];

export const clauseFilters = ['mapped', 'unmapped'] as const;
export type ClauseFilter = (typeof clauseFilters)[number];

/** CW-6: the lists of exactly the records that are carried across: promises, and the pledges that are in their sums. */
export const carriedHref = (through: Through, language: Language): string => paths.in(language).commitments({ through: spellThrough(through), status: 'counted' });
export const carriedMoneyHref = (through: Through, language: Language): string => paths.in(language).pledges({ counted: 'yes', through: spellThrough(through), standing: 'counted' });
