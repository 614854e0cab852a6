import { sql } from 'kysely';
import type { Reader, Tx } from '#app/platform/database.server';
import type { ClaimRef } from './model';

/** What an act on an update is decided by, as columns beside `progress_updates as u` and `commitments as c`. */
export const claimColumns = sql`
  u.id, u.commitment_id, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, u.status, u.version, u.verification, u.written_by, u.accepted_by,
  array(select distinct v.verified_by from verifications v where v.progress_update_id = u.id and v.verified_by is not null) as verifiers,
  array(select k.country_iso2 from commitment_countries k where k.commitment_id = c.id order by k.country_iso2) as countries,
  array(select p.organisation_id from confirmed_partners p where p.commitment_id = c.id) as partners,
  (select jsonb_build_object('id', x.id, 'goal_id', x.goal_id, 'contested_by', x.contested_by, 'contested_as', x.contested_as, 'organisation_id', x.organisation_id, 'country_iso2', x.country_iso2,
    'contested_at', x.contested_at, 'replied_by', x.replied_by, 'replied', x.replied_at is not null) from contests x where x.progress_update_id = u.id and x.outcome is null) as contest`;

async function claimIn(db: Reader, id: string): Promise<ClaimRef> {
  const { rows } = await sql<ClaimRef>`select ${claimColumns} from progress_updates u join commitments c on c.id = u.commitment_id where u.id = ${id}::uuid`.execute(db);
  const [claim] = rows;
  if (claim === undefined) throw new Error(`no update ${id}`);
  return claim;
}

/** The commitment's row is locked first, as everywhere; then the update is read as it is now. */
export async function lockClaim(tx: Tx, { id, commitment_id }: Pick<ClaimRef, 'id' | 'commitment_id'>) {
  const commitment = await tx.selectFrom('commitments').selectAll().where('id', '=', commitment_id).forUpdate().executeTakeFirstOrThrow();
  await tx.selectFrom('progress_updates').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { commitment, claim: await claimIn(tx, id) };
}
