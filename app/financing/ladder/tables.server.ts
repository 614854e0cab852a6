import { sql, type RawBuilder } from 'kysely';
import { linked } from '#app/financing/links/counted.server';
import { ratedAs, ratedInto, valueInto } from '#app/financing/money/rated.server';
import { receivedOf } from '#app/financing/reconciliation/received.server';
import { netOfLinks, splitInto } from './net.server';

/**
 * The ladder in SQL, as the start of a `with`: table `ladders` has one row per pledge (alias `p` in `which`).
 * Columns without a prefix are in the pledge's own currency; `usd_*` are in the reporting currency (US dollars unless a view asks for
 * another, FI-6), null for the whole pledge where one of its rows has no rate: it is then `converted = false`, counted and listed, and
 * part of no total. `units_per_usd` and `rate_*` are the own currency's. FI-8: types 12, 2, 3, 4 of its own account; what
 * is taken back (12) is converted as it was announced, so that a pledge that is cancelled ends at nothing in every currency.
 */
export const laddersOf = (which: RawBuilder<unknown>, target = 'USD'): RawBuilder<unknown> => sql`
  asked_for as materialized (
    select p.id, p.ref, p.title, p.kind, p.status, p.currency, p.amount as announced, p.announced_on, p.new_money, p.commitment_id,
      p.provider_organisation_id, p.provider_country_iso2
    from pledges p where ${which}
  ),
  ${ratedInto(target, sql`select currency, announced_on from asked_for union all select t.currency, t.value_on from transactions t join asked_for p on p.id = t.pledge_id`)},
  told as (
    select p.*, ${valueInto(target, sql`p.announced`)} as amount_usd, rated.own_units as units_per_usd, rated.own_rate_on as rate_on,
      rated.own_source as rate_source, rated.own_basis as rate_basis, rated.target_units, rated.target_rate_on, rated.target_source, rated.target_basis
    from asked_for p join rated on ${ratedAs(sql`p.currency`, sql`p.announced_on`)}
  ),
  valued as (
    select t.id, t.pledge_id, t.type_code, t.currency, t.value, ${valueInto(target, sql`t.value`)} as value_usd
    from transactions t join asked_for p on p.id = t.pledge_id join rated on ${ratedAs(sql`t.currency`, sql`t.value_on`)}
  ),
  moved as (
    select v.pledge_id,
      coalesce(sum(v.value) filter (where v.type_code = '12' and v.currency = told.currency), 0) as changed,
      coalesce(sum(v.value) filter (where v.type_code = '2' and v.currency = told.currency), 0) as committed,
      coalesce(sum(v.value) filter (where v.type_code = '3' and v.currency = told.currency), 0) as disbursed,
      coalesce(sum(v.value) filter (where v.type_code = '4' and v.currency = told.currency), 0) as spent,
      coalesce(sum(v.value_usd) filter (where v.type_code = '2'), 0) as usd_committed,
      coalesce(sum(v.value_usd) filter (where v.type_code = '3'), 0) as usd_disbursed,
      coalesce(sum(v.value_usd) filter (where v.type_code = '4'), 0) as usd_spent,
      coalesce(bool_and(v.value_usd is not null) filter (where v.type_code in ('2', '3', '4')), true) as converted
    from valued v join told on told.id = v.pledge_id
    group by v.pledge_id
  ),
  gross as (
    select told.*, told.announced + coalesce(moved.changed, 0) as pledged, coalesce(moved.committed, 0) as committed,
      coalesce(moved.disbursed, 0) as disbursed, coalesce(moved.spent, 0) as spent,
      whole.converted,
      case when whole.converted then told.amount_usd end as usd_announced,
      case when whole.converted then round(told.amount_usd * (told.announced + coalesce(moved.changed, 0)) / told.announced, 6) end as usd_pledged,
      case when whole.converted then coalesce(moved.usd_committed, 0) end as usd_committed,
      case when whole.converted then coalesce(moved.usd_disbursed, 0) end as usd_disbursed,
      case when whole.converted then coalesce(moved.usd_spent, 0) end as usd_spent
    from told left join moved on moved.pledge_id = told.id
      cross join lateral (select told.amount_usd is not null and coalesce(moved.converted, true) as converted) whole
  ),
  ${linked}, ${receivedOf(sql`(select id as transaction_id, * from valued)`)}, ${netOfLinks}`;

/** Every pledge by its recipients, after `laddersOf`: one that names none is one portion for nobody in particular. */
export const recipientPortions: RawBuilder<unknown> = sql`
  portions as (
    select l.id, r.position, r.country_iso2, r.organisation_id, r.region_m49, r.share as weight, 100::numeric as weights from ladders l join pledge_recipients r on r.pledge_id = l.id
    union all
    select l.id, 0, null, null, null, 1, 1 from ladders l where not exists (select from pledge_recipients r where r.pledge_id = l.id)
  )`;

/** FI-3, after `laddersOf`: table `parts` has one row for each portion of a converted pledge. */
export const recipientParts: RawBuilder<unknown> = sql`
  ${recipientPortions}, ${splitInto('portion_parts', 'ladders', 'portions')},
  parts as (select * from portions join portion_parts using (id, position))`;
