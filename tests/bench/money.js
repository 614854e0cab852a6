// Pledges of a generated world: each with two recipients and five transactions, in four currencies with a rate for each month; some are
// linked, some payments confirmed.

/** @param {import('postgres').Sql} sql @param {number} pledges how many, in a world with 500 organisations */
export async function fillPledges(sql, pledges) {
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await tx`insert into exchange_rates (id, currency, rate_on, period, units_per_usd, source)
      select gen_random_uuid(), c.code, (m + interval '1 month - 1 day')::date, 'month', c.units + extract(month from m) / 10, 'bench'
      from (values ('KES', 128), ('EUR', 0.9), ('JPY', 147)) c (code, units) cross join generate_series(date '2021-01-01', date '2026-06-01', interval '1 month') m`;
    await tx`create temporary table numbered on commit drop as
      select n, gen_random_uuid() as id, (array['USD', 'KES', 'EUR', 'JPY'])[1 + n % 4] as currency, (array(select id from organisations order by ref))[1 + n * 7 % 500] as provider, (array(select id from commitments order by ref))[1 + n * 3 % (select count(*)::int from commitments)] as commitment_id,
        date '2021-01-15' + n * 31 % 1900 as announced_on, n * 17 % 249 as place from generate_series(1, ${pledges}::int) n`;
    await tx`insert into pledges (id, ref, coalition_id, provider_organisation_id, kind, title, amount, currency, announced_on, new_money, commitment_id, visibility, valuation_method, valued_on)
      select id, 'PLG-2026-' || lpad(n::text, 6, '0'), (select id from coalitions limit 1), provider, case when n % 11 = 0 then 'guarantee' when n % 5 = 0 then 'devices' else 'cash' end, 'Money ' || n, 100000 + n % 900 * 1000, currency, announced_on,
        (array['yes', 'repackaged', 'unknown'])[1 + n % 3], case when n % 4 > 0 then commitment_id end, case when n % 50 = 1 then 'members' else 'public' end, case when n % 11 > 0 and n % 5 = 0 then 'cost' end, case when n % 11 > 0 and n % 5 = 0 then announced_on end from numbered`;
    await tx`insert into pledge_recipients (pledge_id, position, country_iso2, share)
      select id, k, (array(select iso2 from countries order by iso2))[1 + (place + k * 31) % 249], (array[60, 40])[k] from numbered cross join generate_series(1, 2) k`;
    await tx`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, excess_explanation)
      select gen_random_uuid(), id, (array['2', '3', '3', '3', '4'])[k], announced_on + k * 20, (array[90000, 20000, 20000, 20000, 10000])[k], currency, announced_on + k * 20, 'bench' from numbered cross join generate_series(1, 5) k`;
    await tx`create temporary table said on commit drop as select t.id, t.value, gen_random_uuid() as act, row_number() over (order by n, t.transaction_on) % 6 as k from transactions t join numbered m on m.id = t.pledge_id where t.type_code = '3'`;
    await tx`insert into reconciliation_acts (id, transaction_id, act, state, said_at, words, language, received)
      select act, id, case when k = 3 then 'contest' else 'correct' end, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, now(), 'bench', 'en', case when k = 3 then null when k = 2 then value - 500 else value end from said where k < 4`;
    await tx`insert into reconciliations (transaction_id, state, received, said_id, said_at)
      select id, case when k = 3 then 'contested' when k = 2 then 'amount_differs' else 'matched' end, case when k = 3 then null when k = 2 then value - 500 else value end, act, now() from said where k < 4`;
    await tx`insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
      select gen_random_uuid(), a.id, b.id, (array['same_money', 'passes_through', 'matches'])[1 + a.n % 3], 30000, 'decided', 'source', 0, 0, now(), now(), 'bench' from numbered a join numbered b on b.n = a.n - 1 where a.n % 100 = 0`;
  });
}
