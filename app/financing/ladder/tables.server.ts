import { sql, type RawBuilder } from 'kysely';
import { ratedInto, valueInto } from '#app/financing/money/rated.server';

/**
 * The ladder in SQL, as the start of a `with`: table `ladders` has one row per pledge (alias `p` in `which`).
 * Columns without a prefix are in the pledge's own currency; `usd_*` are in the reporting currency (US dollars unless a view asks for
 * another, FI-6), null for the whole pledge where one of its rows has no rate: it is then `converted = false`, counted and listed, and
 * part of no total. `units_per_usd` and `rate_*` are the own currency's. FI-8: types 12, 2, 3, 4 of its own account.
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
      rated.own_source as rate_source, rated.own_basis as rate_basis
    from asked_for p join rated on rated.currency = p.currency and rated.rated_on = p.announced_on
  ),
  valued as (
    select t.id, t.pledge_id, t.type_code, t.currency, t.value, ${valueInto(target, sql`t.value`)} as value_usd
    from transactions t join asked_for p on p.id = t.pledge_id join rated on rated.currency = t.currency and rated.rated_on = t.value_on
  ),
  moved as (
    select v.pledge_id,
      coalesce(sum(v.value) filter (where v.type_code = '12' and v.currency = told.currency), 0) as changed,
      coalesce(sum(v.value) filter (where v.type_code = '2' and v.currency = told.currency), 0) as committed,
      coalesce(sum(v.value) filter (where v.type_code = '3' and v.currency = told.currency), 0) as disbursed,
      coalesce(sum(v.value) filter (where v.type_code = '4' and v.currency = told.currency), 0) as spent,
      coalesce(sum(v.value_usd) filter (where v.type_code = '12'), 0) as usd_changed,
      coalesce(sum(v.value_usd) filter (where v.type_code = '2'), 0) as usd_committed,
      coalesce(sum(v.value_usd) filter (where v.type_code = '3'), 0) as usd_disbursed,
      coalesce(sum(v.value_usd) filter (where v.type_code = '4'), 0) as usd_spent,
      coalesce(bool_and(v.value_usd is not null) filter (where v.type_code in ('12', '2', '3', '4')), true) as converted
    from valued v join told on told.id = v.pledge_id
    group by v.pledge_id
  ),
  ladders as (
    select told.*, told.announced + coalesce(moved.changed, 0) as pledged, coalesce(moved.committed, 0) as committed,
      coalesce(moved.disbursed, 0) as disbursed, coalesce(moved.spent, 0) as spent,
      whole.converted,
      case when whole.converted then told.amount_usd end as usd_announced,
      case when whole.converted then told.amount_usd + coalesce(moved.usd_changed, 0) end as usd_pledged,
      case when whole.converted then coalesce(moved.usd_committed, 0) end as usd_committed,
      case when whole.converted then coalesce(moved.usd_disbursed, 0) end as usd_disbursed,
      case when whole.converted then coalesce(moved.usd_spent, 0) end as usd_spent
    from told left join moved on moved.pledge_id = told.id
      cross join lateral (select told.amount_usd is not null and coalesce(moved.converted, true) as converted) whole
  )`;

/**
 * FI-3 in SQL, after `laddersOf`: table `parts` has one row per recipient of a converted pledge, each rung split by its share in millionths
 * of a dollar by largest remainder, so that the parts sum to the pledge to the last digit. The pure rule is `allocate`.
 */
export const recipientParts: RawBuilder<unknown> = sql`
  shares as (
    select l.id, r.position, r.country_iso2, r.organisation_id, r.share, rung.name, rung.whole,
      floor(rung.whole * 1000000 * r.share / 100) as units,
      rung.whole * 1000000 * r.share / 100 - floor(rung.whole * 1000000 * r.share / 100) as rest
    from ladders l join pledge_recipients r on r.pledge_id = l.id
      cross join lateral (values ('announced', l.usd_announced), ('pledged', l.usd_pledged), ('committed', l.usd_committed), ('disbursed', l.usd_disbursed), ('spent', l.usd_spent)) rung (name, whole)
    where l.converted
  ),
  ranked as (
    select *, row_number() over (partition by id, name order by rest desc, position) as rank,
      whole * 1000000 - sum(units) over (partition by id, name) as remaining
    from shares
  ),
  split as (
    select id, position, country_iso2, organisation_id, name, (units + case when rank <= remaining then 1 else 0 end) / 1000000 as part from ranked
  ),
  parts as (
    select id, position, country_iso2, organisation_id,
      max(part) filter (where name = 'announced') as usd_announced, max(part) filter (where name = 'pledged') as usd_pledged,
      max(part) filter (where name = 'committed') as usd_committed, max(part) filter (where name = 'disbursed') as usd_disbursed,
      max(part) filter (where name = 'spent') as usd_spent
    from split group by id, position, country_iso2, organisation_id
  )`;

/** The five rungs summed, as decimal strings; 0 only where something was counted or nothing is there at all. */
export const summed = (from: string): RawBuilder<unknown> => {
  const column = (name: string) => sql`trim_scale(coalesce(sum(${sql.ref(`${from}.usd_${name}`)}), 0))::text as ${sql.ref(name)}`;
  return sql.join(['announced', 'pledged', 'committed', 'disbursed', 'spent'].map(column));
};
