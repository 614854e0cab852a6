import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { AddresseesForm } from './addressing.server';
import type { RecommendationRef } from './policy';

/** Whom it names now, as the form has it. */
export async function addresseesOf(recommendationId: string): Promise<AddresseesForm> {
  const found = await database().selectFrom('recommendation_addressees').select(['organisation_id', 'country_iso2', 'constituency', 'secretariat']).where('recommendation_id', '=', recommendationId).execute();
  return {
    secretariat: found.some((one) => one.secretariat), constituencies: found.flatMap((one) => one.constituency ?? []),
    organisations: found.flatMap((one) => one.organisation_id ?? []), countries: found.flatMap((one) => one.country_iso2 ?? []),
  };
}

export interface AddresseeChoices {
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly countries: readonly { readonly value: string; readonly label: string }[];
}

/** Whom it can name: the members of its coalition and whoever is named already, and countries. */
export async function addresseesToChoose(_viewer: Actor, of: RecommendationRef, view: View): Promise<AddresseeChoices> {
  const [organisations, countries] = await Promise.all([
    sql<AddresseeChoices['organisations'][number]>`
      select o.id as value, o.name as label from organisations o where o.status = 'active' and (exists (select from memberships m where m.organisation_id = o.id and m.coalition_id = ${of.coalition_id} and m.status = 'active')
        or exists (select from recommendation_addressees a where a.recommendation_id = ${of.id} and a.organisation_id = o.id)) order by o.name collate "und-x-icu", o.id`.execute(database()),
    sql<AddresseeChoices['countries'][number]>`
      select c.iso2 as value, t.name as label from countries c cross join lateral (select t.name from country_texts t where t.iso2 = c.iso2 order by t.language = ${view.language} desc, t.language = 'en' desc limit 1) t
      order by t.name collate "und-x-icu", c.iso2`.execute(database()),
  ]);
  return { organisations: organisations.rows, countries: countries.rows };
}
