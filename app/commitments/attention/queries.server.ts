import { sql } from 'kysely';
import { holds, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { handedRoles } from '#app/handovers/model';
import { handoverPolicy } from '#app/handovers/policy';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { belongsOn } from '#app/members/people/visible.server';
import { stints } from '#app/members/people/speaking.server';
import { databaseByKey } from '#app/platform/database.server';
import { consentedName } from '#app/working-groups/fragments.server';
import type { CommitmentRecord } from '../record/model';
import type { At } from '../readable.server';
import type { Attention } from './model';

/** Who looks after a commitment that the viewer reads, and whether they may hand that work over. */
export async function attentionTo(viewer: Actor, record: CommitmentRecord, at: At): Promise<Attention> {
  const found = await sql<Attention['people'][number] & { active: boolean; ended_on: string; organisation_id: string | null }>`
    select s.until > ${at.now} as active, s.role, ${consentedName} as name, body.id as organisation_id, to_char(max(s.until) at time zone 'UTC', 'YYYY-MM-DD') as ended_on
    from ${stints(at.now)} s join people p on p.id = s.person_id
    left join lateral (select coalesce(s.organisation_id, (select o.id from affiliations a join organisations o on o.id = a.organisation_id
      where a.person_id = p.id and o.constituency = 'government' and o.country_iso2 = s.country_iso2 and ${belongsOn(at.now)} limit 1)) as id) body on true
    where s.organisation_id = organisation_successor(${record.lead_organisation_id}::uuid) or s.country_iso2 = ${record.lead_country_iso2}
    group by active, s.role, p.id, body.id order by active desc, s.role desc, name, p.id`.execute(databaseByKey());
  const active = found.rows.filter((row) => row.active);
  const last = found.rows.map(({ ended_on }) => ended_on).toSorted().at(-1) ?? null;
  return {
    people: active.map(({ role, name }) => ({ role, name })), since: active.length > 0 ? null : last,
    handOver: await handedOverBy(viewer, active.flatMap(({ organisation_id }) => organisation_id ?? [])),
  };
}

/** The organisation, among those that the work belongs to, whose work the viewer may hand over. */
async function handedOverBy(viewer: Actor, organisations: readonly string[]): Promise<string | null> {
  if (viewer.kind !== 'person') return null;
  for (const organisation_id of new Set(organisations)) {
    const giver_id = holds(viewer, handedRoles, { organisation_id }) ? viewer.id : '';
    if (!may(handoverPolicy.offer, viewer, { organisation_id, giver_id, coalition_ids: await coalitionsOverOrganisation(organisation_id) }).allowed) continue;
    return (await databaseByKey().selectFrom('organisations').select('ref').where('id', '=', organisation_id).executeTakeFirst())?.ref ?? null;
  }
  return null;
}
