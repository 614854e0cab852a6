import { sql, type RawBuilder } from 'kysely';

/**
 * What of each payment the receiver confirms, in SQL: tables to stand after one named `told` that has the `id` and `currency` of pledges.
 *
 * `received_payments` has one row per payment (IATI type 3) that was not reversed, in its own currency, with its `state`. Its `value` is
 * `confirmed` + `no_record` + `differs` + `contested`; so is its `value_usd` of `usd_*`, which follow the payment's own rate and are null
 * where it has none (FI-6). Confirmed is all of what matched and the receiver's own figure where amounts differ or were explained, never
 * more than was paid. What a source publishes as paid back (a negative payment) counts as it is told: it is taken off what is confirmed.
 *
 * `received` has their sums per pledge, `pledge_id`: what is in the pledge's own currency, and `usd_*` of all.
 *
 * @param values what a transaction is worth, as the view `transaction_values` says it
 */
export const receivedOf = (values: RawBuilder<unknown> = sql`transaction_values`): RawBuilder<unknown> => sql`
  received_payments as (
    select pay.*, usd_confirmed,
      case when bucket = 'no_record' then value - confirmed else 0 end as no_record,
      case when bucket = 'differs' then value - confirmed else 0 end as differs,
      case when bucket = 'contested' then value - confirmed else 0 end as contested,
      case when bucket = 'no_record' then value_usd - usd_confirmed when value_usd is not null then 0 end as usd_no_record,
      case when bucket = 'differs' then value_usd - usd_confirmed when value_usd is not null then 0 end as usd_differs,
      case when bucket = 'contested' then value_usd - usd_confirmed when value_usd is not null then 0 end as usd_contested
    from (
      select v.transaction_id, v.pledge_id, v.currency, v.currency = told.currency as own, v.value, v.value_usd, coalesce(rc.state, 'unpaired') as state, rc.received,
        case when v.value < 0 or rc.state = 'matched' then v.value when rc.state in ('amount_differs', 'explained') then least(rc.received, v.value) else 0 end as confirmed,
        case when rc.state = 'contested' then 'contested' when rc.state in ('amount_differs', 'explained') then 'differs' else 'no_record' end as bucket
      from told join ${values} v on v.pledge_id = told.id join transactions t on t.id = v.transaction_id
        left join reconciliations rc on rc.transaction_id = v.transaction_id
      where v.type_code = '3' and t.reversal_of is null and not exists (select from transactions back where back.reversal_of = t.id)
    ) pay cross join lateral (
      select case when confirmed = value then value_usd when confirmed = 0 and value_usd is not null then 0 else round(value_usd * confirmed / value, 6) end as usd_confirmed
    ) worth
  ),
  received as (
    select pledge_id,
      coalesce(sum(confirmed) filter (where own), 0) as confirmed, coalesce(sum(no_record) filter (where own), 0) as no_record,
      coalesce(sum(differs) filter (where own), 0) as differs, coalesce(sum(contested) filter (where own), 0) as contested,
      coalesce(sum(usd_confirmed), 0) as usd_confirmed, coalesce(sum(usd_no_record), 0) as usd_no_record,
      coalesce(sum(usd_differs), 0) as usd_differs, coalesce(sum(usd_contested), 0) as usd_contested
    from received_payments group by pledge_id
  )`;
