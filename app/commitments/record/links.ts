import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Clause, Lead, Origin } from './model';

/** The framework that is endorsed has pages for its clauses; the others show theirs on one page. */
const declaration = 'CONNDECL';

export const clauseHref = (language: Language, clause: Pick<Clause, 'framework_code' | 'code'>): string =>
  clause.framework_code === declaration ? paths.in(language).clause(clause.code) : `${paths.in(language).framework(clause.framework_code)}#${clause.code}`;

export const leadHref = (language: Language, lead: Lead): string => (lead.kind === 'country' ? paths.in(language).country(lead.ref) : paths.in(language).member(lead.ref));

export const originHref = (language: Language, origin: Origin): string => (origin.kind === 'decision' ? paths.in(language).decision(origin.ref) : paths.in(language).recommendation(origin.ref));
