import { database } from '#app/platform/database.server';
import type { LinkState } from './model';
import type { LinkRef } from './policy';

/** A link as permissions look at it. */
export async function linkRef(id: string): Promise<LinkRef> {
  const row = await database().selectFrom('funding_links as l').innerJoin('pledges as p', 'p.id', 'l.pledge_id').innerJoin('pledges as c', 'c.id', 'l.counted_in_id')
    .select(['l.id', 'l.state', 'l.proposed_by', 'p.id as p_id', 'p.coalition_id as p_coalition', 'p.provider_organisation_id as p_organisation', 'p.provider_country_iso2 as p_country'])
    .select(['c.id as c_id', 'c.coalition_id as c_coalition', 'c.provider_organisation_id as c_organisation', 'c.provider_country_iso2 as c_country'])
    .where('l.id', '=', id).executeTakeFirstOrThrow();
  return {
    id: row.id, state: row.state as LinkState, proposed_by: row.proposed_by,
    pledge: { id: row.p_id, coalition_id: row.p_coalition, provider_organisation_id: row.p_organisation, provider_country_iso2: row.p_country },
    counted_in: { id: row.c_id, coalition_id: row.c_coalition, provider_organisation_id: row.c_organisation, provider_country_iso2: row.c_country },
  };
}
