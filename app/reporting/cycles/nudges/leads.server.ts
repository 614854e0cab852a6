import { sql } from 'kysely';
import { isReachable } from '#app/mail/letter.server';
import { stints } from '#app/members/people/speaking.server';
import type { Reader } from '#app/platform/database.server';
import { expectedIn, type Expecting } from '../expected.server';
import type { SilentLead } from './model';

const mostNamed = 20;

/**
 * Leads of which a cycle still waits for an update, with those who can be written to about them, in one query. Who has sent everything is
 * not among them, nor is what has ended. What the desk reminded of counts as a reminder too.
 */
export async function silentLeads(db: Reader, cycle: Expecting, now: Date): Promise<readonly SilentLead[]> {
  const found = await sql<SilentLead>`
    with missing as materialized (
      select c.id, c.ref, c.language, c.lead_organisation_id, c.lead_country_iso2 from commitments c left join progress_updates u on u.commitment_id = c.id and u.cycle_id = ${cycle.id}::uuid
      where ${expectedIn(cycle)} and c.status = 'published' and coalesce(u.status, 'draft') in ('draft', 'returned')),
    leads as materialized (select lead_organisation_id, lead_country_iso2, count(*)::int as missing, (array_agg(id order by ref))[1:${mostNamed}] as ids, array_agg(id) as every from missing group by 1, 2),
    speakers as materialized (select distinct s.person_id, s.organisation_id, s.country_iso2 from ${stints(now)} s where s.until > ${now} and ${isReachable(sql`s.person_id`)}),
    asked as materialized (select person_id, max(nudged_at) as nudged_at from cycle_nudges group by 1)
    select l.lead_organisation_id as organisation_id, l.lead_country_iso2 as country_iso2, coalesce(o.ref, l.lead_country_iso2) as ref, o.name, l.missing,
      array(select m.ref || ' ' || coalesce(t.title, '') from missing m left join commitment_texts t on t.commitment_id = m.id and t.language = m.language where m.id = any(l.ids) order by m.ref) as titles,
      coalesce(e.until_on, ${cycle.due_on}::date) as due_on, e.id is not null as extended,
      greatest((select max(n.nudged_at) from cycle_nudges n where n.cycle_id = ${cycle.id}::uuid and n.organisation_id is not distinct from l.lead_organisation_id and n.country_iso2 is not distinct from l.lead_country_iso2), desk.nudged_at) as nudged_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'language', p.language, 'nudged_at', greatest(asked.nudged_at, desk.nudged_at)) order by p.id), '[]')
        from speakers s join people p on p.id = s.person_id left join asked on asked.person_id = p.id
        where s.organisation_id = organisation_successor(l.lead_organisation_id) or s.country_iso2 = l.lead_country_iso2) as readers
    from leads l left join organisations o on o.id = l.lead_organisation_id
    left join cycle_extensions e on e.cycle_id = ${cycle.id}::uuid and e.organisation_id is not distinct from l.lead_organisation_id and e.country_iso2 is not distinct from l.lead_country_iso2
    left join lateral (select max(d.nudged_at) as nudged_at from commitment_nudges d where d.commitment_id = any(l.every)) desk on true
    order by l.lead_organisation_id nulls last, l.lead_country_iso2`.execute(db);
  return found.rows;
}
