import { clauseChoices, type ClauseChoice } from '#app/commitments/choices.server';
import { sql } from 'kysely';
import { anyone, spokenFor, type Actor } from '#app/access/actor';
import { currenciesInUse } from '#app/financing/pledges/place.server';
import type { Option } from '#app/form/field';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { pillarsCode } from './worth';

export interface ClauseChoices {
  readonly pillars: readonly ClauseChoice[];
  /** Action lines of the Declaration. */
  readonly lines: readonly ClauseChoice[];
}

/** The pillars of the plan, and the action lines that a request or an offer can serve. */
export async function planChoices(language: Language): Promise<ClauseChoices> {
  const all = await clauseChoices(anyone, language);
  return { pillars: all.filter((clause) => clause.framework_code === pillarsCode), lines: all.filter((clause) => clause.kind === 'action_line') };
}

export const currencyCodes = async (): Promise<readonly string[]> => (await currenciesInUse()).map(({ code }) => code);

/** Whom a viewer may offer for: the members and countries that they speak for. */
export async function providersOf(viewer: Actor, language: Language): Promise<readonly Option[]> {
  const { organisations, countries } = spokenFor(viewer);
  const found = await sql<Option>`
    select 'organisation:' || o.id as value, o.name as label from organisations o
    where o.id = any(${organisations}::uuid[]) and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active')
    union
    select 'country:' || t.iso2, t.name from country_texts t where t.language = ${language} and t.iso2 = any(${countries}::text[])
    order by 2`.execute(database());
  return found.rows;
}
