import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { OptionGroup } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';

/** Whom a report can name: the members of its coalition, and the countries that promised something in it. */
export async function namedChoices(_viewer: Actor, coalitionId: string, language: Language): Promise<OptionGroup[]> {
  const organisations = await sql<{ value: string; label: string }>`
    select o.id::text as value, o.name as label from organisations o
    where o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.coalition_id = ${coalitionId} and m.status = 'active') order by o.name collate "und-x-icu", o.id limit 2500`.execute(database());
  const countries = await sql<{ value: string; label: string }>`
    select distinct c.lead_country_iso2 as value, coalesce(n.name, c.lead_country_iso2) as label from commitments c
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${language}
    where c.coalition_id = ${coalitionId} and c.lead_country_iso2 is not null and c.published_at is not null order by 2`.execute(database());
  const t = textFor(language, 'reporting');
  return [{ label: t('replies.members'), options: organisations.rows }, { label: t('replies.countries'), options: countries.rows }].filter((group) => group.options.length > 0);
}
