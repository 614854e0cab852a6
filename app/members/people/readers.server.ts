import { speakers, type RoleName } from '#app/access/actor';
import type { Reader, Tx } from '#app/platform/database.server';

/** Who is told: those who hold a role in a scope at an instant (PE-3). */
const holding = (tx: Reader, roles: readonly RoleName[], now: Date) =>
  tx.selectFrom('roles').select('person_id').distinct().where('role', 'in', [...roles]).where('starts_at', '<=', now).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)]));

/** The secretariat of a coalition, and that of the platform. */
export async function secretariatOf(tx: Reader, coalition_id: string, now: Date): Promise<string[]> {
  const found = await holding(tx, ['secretariat_lead', 'secretariat_officer'], now).where((is) => is.or([is('scope', '=', 'platform'), is('coalition_id', '=', coalition_id)])).orderBy('person_id').execute();
  return found.map(({ person_id }) => person_id);
}

/** The people of an organisation who hold one of these roles for it. */
export async function peopleFor(tx: Tx, organisation_id: string, roles: readonly RoleName[], now: Date): Promise<string[]> {
  const found = await holding(tx, roles, now).where('organisation_id', '=', organisation_id).orderBy('person_id').execute();
  return found.map(({ person_id }) => person_id);
}

/** Those who speak for an organisation or a country. */
export async function speakersOf(tx: Tx, party: { readonly organisation_id: string | null; readonly country_iso2: string | null }, now: Date): Promise<string[]> {
  const found = await holding(tx, speakers, now).where((is) => is.or([is('organisation_id', '=', party.organisation_id), is('country_iso2', '=', party.country_iso2)])).orderBy('person_id').execute();
  return found.map(({ person_id }) => person_id);
}
