import { database } from '#app/platform/database.server';

/** The groups of a commitment that has been guarded before. */
export async function groupsOf(commitment_id: string): Promise<readonly string[]> {
  const rows = await database().selectFrom('commitment_beneficiaries').select('group_code').where('commitment_id', '=', commitment_id).execute();
  return rows.map(({ group_code }) => group_code);
}
