import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import type { Option } from '#app/form/field';
import { database } from '#app/platform/database.server';
import { pledgesVisibleTo } from './visible.server';

/** What the list can be narrowed to of what is in it: who gives, which organisations and regions receive, and the years. */
export interface PledgeListChoices {
  readonly providers: readonly Option[];
  readonly receivers: readonly Option[];
  readonly years: readonly string[];
}

const kept = keptAnswers<PledgeListChoices>();

export const pledgeListChoices = (viewer: Actor, view: View): Promise<PledgeListChoices> => kept.get(viewer, `${view.language} ${todayOf(view)}`, async () => {
  const found = await sql<{ choice: 'provider' | 'receiver' | 'year'; value: string; label: string }>`
    with seen as materialized (select p.id, p.announced_on, p.provider_organisation_id, p.provider_country_iso2 from pledges p where ${pledgesVisibleTo(viewer, view)}),
    receiving as (select distinct r.organisation_id, r.region_m49 from pledge_recipients r join seen on seen.id = r.pledge_id where r.country_iso2 is null)
    select 'provider' as choice, 'organisation:' || o.id as value, o.name as label from organisations o where o.id in (select provider_organisation_id from seen)
    union all select 'provider', 'country:' || k.iso2, k.name from country_texts k where k.language = ${view.language} and k.iso2 in (select provider_country_iso2 from seen)
    union all select 'receiver', 'organisation:' || o.id, o.name from receiving join organisations o on o.id = receiving.organisation_id
    union all select 'receiver', 'region:' || g.m49, g.name from receiving join region_texts g on g.m49 = receiving.region_m49 and g.language = ${view.language}
    union all select distinct 'year', extract(year from announced_on)::text, '' from seen`.execute(database());
  const inOrder = new Intl.Collator(view.language).compare;
  const of = (choice: string): Option[] => found.rows.filter((row) => row.choice === choice).map(({ value, label }) => ({ value, label })).toSorted((a, b) => inOrder(a.label, b.label));
  return { providers: of('provider'), receivers: of('receiver'), years: of('year').map(({ value }) => value).toSorted().toReversed() };
});
