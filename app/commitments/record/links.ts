import { clauseHref as hrefOfClause } from '#app/frameworks/addresses';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Clause, Lead, Origin } from './model';

/** A clause of a version that is no longer in force leads to that version. */
export const clauseHref = (language: Language, clause: Pick<Clause, 'framework_code' | 'code' | 'superseded'>): string =>
  hrefOfClause(clause.framework_code, clause.code, clause.superseded ?? undefined, language);

export const leadHref = (language: Language, lead: Lead): string => (lead.kind === 'country' ? paths.in(language).country(lead.ref) : paths.in(language).member(lead.ref));

export const originHref = (language: Language, { kind, ref, session }: Origin): string => (kind === 'takeaway' ? `${paths.in(language).session(session?.ref ?? '')}#${ref}` : paths.in(language)[kind](ref));
