import type { Language } from '#app/languages/language';
import type { Reader } from '#app/platform/database.server';
import { countryName } from '#db/reference/countries';
import type { Party } from './policy';

/** What a party is called, by language: an organisation has one name, a country one in each. */
export async function nameOfParty(db: Reader, party: Party): Promise<(language: Language) => string> {
  const { organisation_id, country_iso2 } = party;
  if (country_iso2 !== null) return (language) => countryName(country_iso2, language);
  const row = await db.selectFrom('organisations').select('name').where('id', '=', organisation_id).executeTakeFirstOrThrow();
  return () => row.name;
}
