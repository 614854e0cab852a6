// A generated world for benchmarks: everything through the tables' own constraints and audit triggers, in sets.

/**
 * @param {import('postgres').Sql} sql the application's role
 * @param {number} commitments how many
 * @param {{ organisations?: number, clauses?: number, wordy?: number }} [size] of what they refer to, and of what they say
 */
export async function fillWorld(sql, commitments, { organisations = 500, clauses = 12, wordy = 0 } = {}) {
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    const [coalition] = await tx`insert into coalitions (id, slug, kind, status, formed_on) values (gen_random_uuid(), 'bench', 'global', 'active', '2024-01-01') returning id`;
    await tx`insert into coalition_texts values (${coalition?.['id']}, 'en', 'Bench', null)`;
    const [framework] = await tx`insert into frameworks values (gen_random_uuid(), 'CONNDECL') returning id`;
    await tx`insert into framework_texts values (${framework?.['id']}, 'en', 'Declaration', 'Declaration')`;
    const [version] = await tx`insert into framework_versions (id, framework_id, number, standing) values (gen_random_uuid(), ${framework?.['id']}, 1, 'working_paraphrase') returning id`;
    await tx`insert into framework_nodes (id, version_id, kind, code, position) select gen_random_uuid(), ${version?.['id']}, 'action_line', 'P' || (1 + (n - 1) / 4) || '.' || (1 + (n - 1) % 4), n from generate_series(1, ${clauses}::int) n`;
    await tx`insert into framework_node_texts (node_id, language, title, body) select id, 'en', 'Clause ' || code, 'What clause ' || code || ' asks for' from framework_nodes`;
    await tx`update framework_versions set status = 'published', published_at = now() where id = ${version?.['id']}`;
    await tx`insert into organisations (id, ref, name, type_code, constituency, country_iso2)
      select gen_random_uuid(), 'ORG-' || lpad(n::text, 4, '0'), 'Organisation number ' || n, '21', 'civil_society', (select iso2 from countries order by iso2 offset n % 249 limit 1) from generate_series(1, ${organisations}::int) n`;
    await tx`create temporary table made on commit drop as
      select n, gen_random_uuid() as id, (array(select iso2 from countries order by iso2))[1 + n * 7 % 249] as iso2, (array(select id from organisations order by ref))[1 + n % ${organisations}::int] as organisation_id,
        (array(select id from framework_nodes order by code))[1 + n % ${clauses}::int] as node_id, date '2026-06-30' + (n * 13 % 2500) as ends_on from generate_series(1, ${commitments}::int) n`;
    await tx`insert into commitments (id, ref, coalition_id, lead_organisation_id, lead_country_iso2, type, status, language, starts_on, ends_on, learner_data, published_at, last_update_on, last_verification, reported_years, stale_on, at_risk_on, off_track_on)
      select id, 'CMT-2025-' || lpad(n::text, 6, '0'), ${coalition?.['id']}, case when n % 3 = 0 then organisation_id end, case when n % 3 <> 0 then iso2 end,
        (array['policy', 'programme', 'capacity', 'content', 'infrastructure'])[1 + n % 5], 'published', 'en', date '2025-01-01', ends_on, false, timestamptz '2025-01-15' + n * interval '1 minute', date '2026-01-01' + n % 300, ${rung(tx)}, case when n % 10 = 5 then '{2021,2022,2023,2024}' else '{2021,2022,2023,2024,2025}' end::integer[],
        date '2027-04-01' + n % 200, date '2026-03-01' + n * 11 % 900, date '2026-09-01' + n * 11 % 1200 from made`;
    await tx`insert into commitment_texts (commitment_id, language, title, action)
      select id, 'en', 'Connect ' || (50 + n % 900) || ' schools in district ' || n, 'Each school gets a line and someone who keeps it running, number ' || n || repeat(' and runs', ${wordy}::int) from made`;
    await tx`insert into commitment_nodes select id, node_id from made`;
    await tx`insert into commitment_countries select id, iso2, 100 from made`;
    await tx`insert into commitment_beneficiaries (commitment_id, group_code, designed_in, added_on)
      select id, (array['rural_remote', 'girls_women', 'disabilities', 'displaced_refugee'])[1 + n % 4], n % 3 > 0, case when n % 3 = 0 then date '2025-06-01' end from made`;
    await tx`insert into goals (id, commitment_id, position, unit, baseline_value, target_value, target_on, last_value, last_value_on) select gen_random_uuid(), id, 1, 'schools', n % 40, 50 + n % 900, ends_on, 40 + n % 300, date '2026-01-01' + n % 300 from made`;
    await fillUpdates(tx, coalition?.['id']);
  });
  await sql`analyze`;
}

/** One in a hundred is contested, so that they fill a page of 10,000 as of 100,000; one in ten was looked at, the others are what was said. @param {import('postgres').TransactionSql} tx */
const rung = (tx) => tx`case when n % 100 = 7 then 'contested' when n % 10 = 3 then 'secretariat_checked' else 'self_reported' end`;

/** The update of each commitment in each of five cycles; one in ten waits for its last one to be accepted. @param {import('postgres').TransactionSql} tx @param {string} coalition */
async function fillUpdates(tx, coalition) {
  await tx`insert into cycles (id, ref, coalition_id, year, opens_on, due_on, grace_on, lock_on)
    select gen_random_uuid(), year || '-bench', ${coalition}, year, make_date(year, 9, 1), make_date(year, 11, 30), make_date(year, 12, 15), make_date(year + 1, 1, 31) from generate_series(2021, 2025) year`;
  await tx`create temporary table said on commit drop as
    select gen_random_uuid() as id, made.id as commitment_id, c.id as cycle_id, c.opens_on, n, case when c.year = 2025 then ${rung(tx)} else 'self_reported' end as verification,
      case when c.year = 2025 and n % 10 = 5 then 'submitted' else 'accepted' end as status from made cross join cycles c`;
  await tx`insert into progress_updates (id, commitment_id, cycle_id, status, answer, completion, narrative, as_of, verification, submitted_at, accepted_at)
    select id, commitment_id, cycle_id, status, 'update', 'limited', 'More schools have a line, and each has somebody who keeps it running, number ' || n, opens_on, verification, opens_on + interval '20 days',
      case when status = 'accepted' then opens_on + interval '30 days' end from said`;
  await tx`insert into goal_values (progress_update_id, goal_id, value, verification) select s.id, g.id, 40 + s.n % 300, s.verification from said s join goals g on g.commitment_id = s.commitment_id`;
}
