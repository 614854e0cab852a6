import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database } from '#app/platform/database.server';
import { trancheConditions, trancheSource, type TranchesAsked } from './queries.server';

/** What is planned for a year in one currency, and what really went out. Currencies are never added. */
export interface PlannedYear {
  readonly year: number;
  readonly currency: string;
  readonly tranches: number;
  readonly planned: string;
  readonly paid: string;
  /** Everything that the same pledges disbursed in that year, for a tranche or not. */
  readonly disbursed: string;
}

/** Planned payments beside the real ones, of everything that the filters find. */
export async function plannedByYear(viewer: Actor, filters: TranchesAsked['filters'], view: View): Promise<readonly PlannedYear[]> {
  const found = await sql<PlannedYear>`
    with chosen as (select r.pledge_id, r.due_on, r.amount, r.cancelled_on, m.paid, p.currency from ${trancheSource} where ${trancheConditions(viewer, filters, view)}),
    planned as (
      select extract(year from due_on)::int as year, currency, count(*)::int as tranches, sum(case when cancelled_on is null then amount else paid end) as planned, sum(paid) as paid
      from chosen group by 1, 2
    ),
    moved as (
      select extract(year from t.transaction_on)::int as year, t.currency, sum(t.value) as disbursed
      from transactions t join (select distinct pledge_id, currency from chosen) c on c.pledge_id = t.pledge_id and c.currency = t.currency where t.type_code = '3' group by 1, 2
    )
    select planned.year, planned.currency, planned.tranches, trim_scale(planned.planned)::text as planned, trim_scale(planned.paid)::text as paid,
      trim_scale(coalesce(moved.disbursed, 0))::text as disbursed
    from planned left join moved using (year, currency) order by 1, 2`.execute(database());
  return found.rows;
}

/** Who has planned something that the viewer may read, by the key that filters take. */
export async function planningProviders(viewer: Actor, view: View): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const found = await sql<{ value: string; label: string }>`
    select distinct coalesce('country:' || p.provider_country_iso2, 'organisation:' || p.provider_organisation_id) as value, coalesce(o.name, k.name) as label
    from tranches r join pledges p on p.id = r.pledge_id left join organisations o on o.id = p.provider_organisation_id
      left join country_texts k on k.iso2 = p.provider_country_iso2 and k.language = ${view.language}
    where ${pledgesVisibleTo(viewer, view)} order by 2`.execute(database());
  return found.rows;
}
