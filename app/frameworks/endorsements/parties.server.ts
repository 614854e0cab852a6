import { sql } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import type { Option } from '#app/form/field';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { COUNTRIES, countryName } from '#db/reference/countries';
import { keepsTexts } from '../policy';
import type { Party } from './policy';

/** The parties that somebody may declare an endorsement for: those they speak for; the secretariat takes down what is handed in by anyone, unless `all` says no. */
export async function partiesOf(actor: Actor, language: Language, all = keepsTexts(actor)): Promise<{ readonly countries: readonly Option[]; readonly organisations: readonly Option[] }> {
  const spoken = spokenFor(actor);
  const codes = all ? COUNTRIES.map(({ iso2 }) => iso2) : spoken.countries;
  const found = await sql<{ id: string; name: string }>`
    select id, name from organisations o where o.status = 'active'
      and ${all ? sql`exists (select from memberships m where m.organisation_id = o.id and m.status in ('active', 'suspended'))` : sql`o.id = any(${spoken.organisations}::uuid[])`}
    order by name collate "und-x-icu", id limit 2000`.execute(database());
  const inOrder = new Intl.Collator(language).compare;
  return {
    countries: [...new Set(codes)].map((iso2) => ({ value: `country:${iso2}`, label: countryName(iso2, language) })).toSorted((a, b) => inOrder(a.label, b.label)),
    organisations: found.rows.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
  };
}

/** A party as the form posts it; anything else is nobody. */
export function partyOf(text: string): Party | undefined {
  const [, kind, key = ''] = /^(country|organisation):([A-Z]{2}|[0-9a-f-]{36})$/.exec(text) ?? [];
  if (kind === 'country' && key.length === 2) return { organisation_id: null, country_iso2: key };
  return kind === 'organisation' && isId(key) ? { organisation_id: key, country_iso2: null } : undefined;
}
