import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { normalAddress } from '#app/accounts/model';
import type { Choice } from '#app/members/people/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { pillarsCode } from '#app/countries/worth';
import { database } from '#app/platform/database.server';
import { namesOf, type Founding } from './model';
import { countryName } from './operations.server';

/** What the template offers: the six pillars as they are published, and the versions themselves. */
export interface Template {
  readonly pillars: readonly Choice[];
  readonly versions: readonly Choice[];
}

export async function foundingTemplate(_viewer: Actor, language: Language): Promise<Template> {
  const [pillars, versions] = await Promise.all([
    sql<Choice>`
      select n.id::text as value, coalesce(t.title, a.title, n.code) as label from framework_nodes n join framework_versions v on v.id = n.version_id and v.status = 'published'
      join frameworks f on f.id = v.framework_id and f.code = ${pillarsCode}
      left join framework_node_texts t on t.node_id = n.id and t.language = ${language} left join framework_node_texts a on a.node_id = n.id and a.language = v.authoritative_language
      where n.kind = 'pillar' order by n.position, n.code collate "C"`.execute(database()),
    sql<Choice>`
      select v.id::text as value, coalesce(t.name, a.name, f.code) as label from framework_versions v join frameworks f on f.id = v.framework_id
      left join framework_texts t on t.framework_id = f.id and t.language = ${language} left join framework_texts a on a.framework_id = f.id and a.language = v.authoritative_language
      where v.status = 'published' order by f.code <> 'CONNDECL', f.code`.execute(database()),
  ]);
  return { pillars: pillars.rows, versions: versions.rows };
}

/** Everything as it will be, to be looked at before it is done: what was left open is filled in as the template fills it. */
export interface Preview {
  readonly founding: Founding;
  readonly country: string;
  readonly parent: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly pillars: readonly string[];
  readonly versions: readonly string[];
  /** Addresses of whoever is known already and gets no invitation. */
  readonly known: readonly string[];
}

export async function previewOf(founding: Founding, template: Template, parent: string, language: Language): Promise<Preview> {
  const mails = [founding.coordinator.mail, ...(founding.secretariat === null ? [] : [founding.secretariat.mail])];
  const known = await database().selectFrom('person_mails').select('address').where('address', 'in', mails.map(normalAddress)).execute();
  const chosen = (choices: readonly Choice[], ids: readonly string[]) => choices.filter(({ value }) => ids.includes(value)).map(({ label }) => label);
  return {
    founding, parent, country: countryName(founding.country_iso2, language), known: mails.filter((mail) => known.some((one) => one.address === normalAddress(mail))),
    names: namesOf(founding.names, (one) => textFor(one, 'coalitions')('founding.named', { country: countryName(founding.country_iso2, one) })),
    pillars: chosen(template.pillars, founding.pillars), versions: chosen(template.versions, founding.versions),
  };
}
