import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import type { Option, OptionGroup } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { constituencyName } from '#app/members/organisations/words';
import { database } from '#app/platform/database.server';
import { within } from '#app/table/keyset.server';
import { recommendationsVisibleTo } from '#app/working-groups/visible.server';
import { CONSTITUENCIES } from '#db/reference/constituencies';
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

/** The addressees `a` of recommendations with the organisation that each is now (RC-4). */
const named = sql`recommendation_addressees a left join organisations o on o.id = a.organisation_id left join organisations became on became.id = o.merged_into_id`;
/** What stands for one in an address: a member's reference, a country's code, a part of society, `secretariat`. */
const standsFor = sql`coalesce(became.ref, o.ref, a.country_iso2, a.constituency, 'secretariat')`;

/** Whether a recommendation `r` names one of those that a filter asks for; a member is also found by what it was before it was merged. */
export const namesOne = (asked: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select from ${named} where a.recommendation_id = r.id and (${within(standsFor, asked)} or ${within(sql`o.ref`, asked)}))`;

interface NamedParty {
  readonly kind: 'secretariat' | 'constituencies' | 'organisations' | 'countries';
  readonly value: string;
  readonly label: string | null;
}

/** Whom the recommendations name that the viewer may see: what their register can be narrowed to. */
export async function addresseesToFilter(viewer: Actor, view: View): Promise<(Option | OptionGroup)[]> {
  const found = await sql<NamedParty>`
    select * from (
      select distinct ${standsFor} as value, case when a.secretariat then 'secretariat' when a.constituency is not null then 'constituencies' when a.country_iso2 is not null then 'countries' else 'organisations' end as kind,
        coalesce(became.name, o.name, (select t.name from country_texts t where t.iso2 = a.country_iso2 order by t.language = ${view.language} desc, t.language = 'en' desc limit 1)) as label
      from recommendations r join working_groups g on g.id = r.working_group_id join (${named}) on a.recommendation_id = r.id where ${recommendationsVisibleTo(viewer, view)}
    ) one order by label collate "und-x-icu", value`.execute(database());
  const t = textFor(view.language, 'working-groups');
  const of = (kind: NamedParty['kind']) => found.rows.filter((one) => one.kind === kind);
  const group = (kind: 'constituencies' | 'organisations' | 'countries', options: readonly Option[]): OptionGroup[] => (options.length === 0 ? [] : [{ label: t(`recommendations.to.${kind}`), options }]);
  const plain = (kind: 'organisations' | 'countries') => group(kind, of(kind).map(({ value, label }) => ({ value, label: label ?? value })));
  const parts = CONSTITUENCIES.filter(({ code }) => of('constituencies').some(({ value }) => value === code));
  return [
    ...of('secretariat').map(({ value }) => ({ value, label: t('responses.secretariat') })),
    ...group('constituencies', parts.map(({ code }) => ({ value: code, label: constituencyName(code, view.language) }))), ...plain('organisations'), ...plain('countries'),
  ];
}
