import { sql } from 'kysely';
import { database, type Reader } from '#app/platform/database.server';
import { saidInYear, toldIn } from '#app/reporting/cycles/expected.server';
import { isTold } from '#app/reporting/sections/told.server';
import { missingKinds, type Missing, type MissingKind } from './missing';

/** A report that may be frozen. */
export interface Freezing {
  readonly id: string;
  readonly cycle_id: string;
}

/** What the desk lists before it freezes: what is missing still, each with its count. Read behind the guard of the desk. */
export const freezeGaps = (report: Freezing, now: Date): Promise<Missing[]> => missingIn(database(), report, now);

/** What is missing for a report, counted at once; what is not missing is not told. */
export async function missingIn(db: Reader, { id, cycle_id }: Freezing, now: Date): Promise<Missing[]> {
  const cycle = await db.selectFrom('cycles as y').innerJoin('coalitions as c', 'c.id', 'y.coalition_id').select(['y.id', 'y.coalition_id', 'y.year', 'y.due_on', 'y.lock_on', 'y.languages', 'c.time_zone']).where('y.id', '=', cycle_id).executeTakeFirstOrThrow();
  const found = await sql<Record<MissingKind, number>>`
    with recursive tree as (select c.id from coalitions c where c.id = ${cycle.coalition_id} union select c.id from coalitions c join tree on c.parent_id = tree.id),
    due as (
      select c.lead_organisation_id, c.lead_country_iso2, case when u.status = 'published' then 'accepted' else coalesce(u.status, 'draft') end as state, u.verification
      from commitments c left join ${saidInYear(cycle)} on true where ${toldIn(cycle)} and c.visibility = 'public'
    ),
    leads as (select bool_and(state = 'draft') as silent from due group by lead_organisation_id, lead_country_iso2),
    sections as (select s.owner_id, s.status, coalesce((select array_agg(t.language) from report_section_texts t where t.section_id = s.id and t.body <> ''), '{}') as written from report_sections s where s.report_id = ${id} and ${isTold()}),
    written as (select r.language as main, array(select unnest(${[...cycle.languages]}::text[]) except select r.language) as others from reports r where r.id = ${id})
    select greatest(0, ${cycle.lock_on}::date - (${now}::timestamptz at time zone ${cycle.time_zone})::date + 1) as cycle_open,
      (select count(*)::int from leads where silent) as members_silent,
      (select count(*)::int from due where state = 'draft') as updates_not_in, (select count(*)::int from due where state = 'submitted') as updates_in_review, (select count(*)::int from due where state = 'returned') as updates_returned,
      (select count(*)::int from due where state = 'accepted' and verification = 'self_reported') as without_evidence, (select count(*)::int from due where verification = 'contested') as contested,
      (select count(*)::int from pledge_values v join pledges p on p.id = v.pledge_id where v.amount_usd is null and p.visibility = 'public' and p.status <> 'cancelled' and p.coalition_id in (select id from tree))
        + (select count(*)::int from transaction_values v join pledges p on p.id = v.pledge_id where v.value_usd is null and p.visibility = 'public' and p.status <> 'cancelled' and p.coalition_id in (select id from tree)) as not_converted,
      (select count(*)::int from sections, written where not main = any(sections.written)) as sections_empty, (select count(*)::int from sections where owner_id is null) as sections_unowned,
      (select count(*)::int from sections where status <> 'signed_off') as sections_unsigned,
      (select count(*)::int from sections, written, unnest(others) as other where main = any(sections.written) and not other = any(sections.written)) as translations`.execute(db);
  const [counts] = found.rows;
  return missingKinds.map((kind) => ({ kind, count: counts?.[kind] ?? 0 })).filter(({ count }) => count > 0);
}
