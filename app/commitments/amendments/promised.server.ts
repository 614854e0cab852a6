import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#app/platform/database.server';
import type { CountryShare } from '../drafting/model';
import { languages } from '#app/languages/language';
import type { Promised, PromisedGoal, PromisedLead } from './model';

interface Head {
  language: string; title: string; action: string | null; starts_on: string | null; ends_on: string | null; lead: PromisedLead; countries: readonly CountryShare[] | null; goals: readonly PromisedGoal[] | null;
}

/** What the first approved amendment of `commitments as c` found: its first promise (CO-5). No row where what stands is what was promised. */
export const firstFound: RawBuilder<unknown> = sql`(select a.before as found from amendments a where a.commitment_id = c.id and a.status = 'approved' order by a.number limit 1)`;

/** Countries have names in the six languages; a promise in another one calls them in English. */
const namesIn = (language: RawBuilder<unknown>) => sql`case when ${language} = any(${[...languages]}::text[]) then ${language} else 'en' end`;

/** What a commitment promises as it stands now, in the language it was written in. */
export async function promisedIn(db: Reader, id: string): Promise<Promised> {
  const { rows } = await sql<Head>`
    select c.language, coalesce(t.title, c.ref) as title, t.action, c.starts_on, c.ends_on,
      jsonb_build_object('organisation_id', c.lead_organisation_id, 'country_iso2', c.lead_country_iso2, 'ref', coalesce(o.ref, c.lead_country_iso2), 'name', coalesce(o.name, n.name, c.lead_country_iso2)) as lead,
      (select jsonb_agg(jsonb_build_object('country_iso2', k.country_iso2, 'share', trim_scale(k.share)::text) order by k.country_iso2 collate "C") from commitment_countries k where k.commitment_id = c.id) as countries,
      (select jsonb_agg(jsonb_build_object('id', g.id, 'statement', g.statement, 'unit', g.unit, 'baseline_value', trim_scale(g.baseline_value)::text, 'baseline_year', g.baseline_year,
        'target_value', trim_scale(g.target_value)::text, 'target_on', g.target_on)
        || case when g.target_words is null then '{}' else jsonb_build_object('target_words', g.target_words) end order by g.position) from goals g where g.commitment_id = c.id) as goals
    from commitments c left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${namesIn(sql`c.language`)}
    where c.id = ${id}`.execute(db);
  const head = rows[0];
  if (head === undefined) throw new Error(`there is no commitment ${id}`);
  return { ...head, countries: head.countries ?? [], goals: head.goals ?? [] };
}

/** A lead by its reference or its country's code, as amendments keep it; undefined where there is none. */
export async function leadByRef(db: Reader, ref: string, language: string): Promise<PromisedLead | undefined> {
  const { rows } = await sql<PromisedLead>`
    select o.id as organisation_id, null as country_iso2, o.ref, o.name from organisations o where o.ref = ${ref} and o.status = 'active'
    union all
    select null, n.iso2, n.iso2, n.name from country_texts n where n.iso2 = ${ref} and n.language = ${namesIn(sql`${language}`)}`.execute(db);
  return rows[0];
}
