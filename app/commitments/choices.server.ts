import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import type { Option, OptionGroup } from '#app/form/field';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { listCycles } from '#app/reporting/cycles/queries.server';
import { COUNTRIES } from '#db/reference/countries';
import { COUNTRY_GROUPS } from '#db/reference/groups';
import { languageName } from '#db/reference/language-names';
import { REGIONS } from '#db/reference/regions';
import { todayOf, type View } from './readable.server';

/** What the fields of filters and forms offer. Facts of the world come with the release, so they cost no query. */
export interface PlaceChoices {
  readonly regions: readonly Option[];
  readonly countries: readonly Option[];
  readonly groups: readonly Option[];
}

const made = new Map<Language, PlaceChoices>();

export function placeChoices(language: Language): PlaceChoices {
  const known = made.get(language);
  if (known !== undefined) return known;
  const inOrder = new Intl.Collator(language).compare;
  const sorted = (options: Option[]) => options.toSorted((a, b) => inOrder(a.label, b.label));
  const choices = {
    regions: sorted(REGIONS.filter((region) => region.level === 'region').map(({ m49, name }) => ({ value: m49, label: name[language] }))),
    countries: sorted(COUNTRIES.map(({ iso2, name }) => ({ value: iso2, label: name[language] }))),
    groups: COUNTRY_GROUPS.map(({ code, name }) => ({ value: code, label: name[language] })),
  };
  made.set(language, choices);
  return choices;
}

/** What the list can be narrowed to besides places and clauses: coalitions, cycles that have opened, languages that texts are in. */
export interface ListChoices {
  readonly coalitions: readonly Option[];
  readonly cycles: readonly Option[];
  readonly languages: readonly Option[];
}

const keptChoices = keptAnswers<ListChoices>();

export const listChoices = (viewer: Actor, view: View): Promise<ListChoices> => keptChoices.get(viewer, `${view.language} ${todayOf(view)}`, async () => {
  const [coalitions, cycles, languages] = await Promise.all([nameCoalitions(view), listCycles(viewer, view.language), languagesInUse()]);
  return {
    coalitions: coalitions.map(({ slug, name }) => ({ value: slug, label: name })),
    cycles: cycles.filter((cycle) => cycle.opens_on <= dayOf(view.now, cycle.time_zone)).map(({ ref, year, coalition }) => ({ value: ref, label: `${year} · ${coalition}` })),
    languages: languages.map((tag) => ({ value: tag, label: languageName(tag, view.language) })).toSorted((a, b) => new Intl.Collator(view.language).compare(a.label, b.label)),
  };
});

/** Each language once, by as many steps through the index as there are languages. */
async function languagesInUse(): Promise<readonly string[]> {
  const found = await sql<{ language: string }>`
    with recursive used as (
      (select language from commitment_texts order by language limit 1)
      union all select (select t.language from commitment_texts t where t.language > used.language order by t.language limit 1) from used where used.language is not null)
    select language from used where language is not null`.execute(database());
  return found.rows.map(({ language }) => language);
}

export interface ClauseChoice {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly framework: string;
  readonly framework_code: string;
  /** The number of its version, where a newer one is in force. */
  readonly earlier?: number | undefined;
}

const keptClauses = keptAnswers<ClauseChoice[]>();

/** The clauses of the published versions, the Declaration's first. */
export function clauseChoices(viewer: Actor, language: Language): Promise<ClauseChoice[]> {
  return keptClauses.get(viewer, language, () => clausesWhere(sql`v.status = 'published'`, language));
}

/** The same, after those that a draft names of a version which another has superseded since: they stay as of theirs until the writer lets go of them. */
export async function clausesOf(viewer: Actor, { nodes }: { readonly nodes: readonly string[] }, language: Language): Promise<readonly ClauseChoice[]> {
  const offered = await clauseChoices(viewer, language);
  const others = nodes.filter((id) => !offered.some((one) => one.id === id));
  if (others.length === 0) return offered;
  const earlier = await clausesWhere(sql`v.status = 'superseded' and n.id = any(${others}::uuid[])`, language);
  return [...earlier.map(({ number, ...clause }) => ({ ...clause, earlier: number })), ...offered];
}

async function clausesWhere(which: RawBuilder<unknown>, language: Language): Promise<(ClauseChoice & { readonly number: number })[]> {
  const found = await sql<ClauseChoice & { number: number }>`
    select n.id, v.number, n.code, coalesce(t.title, a.title, n.code) as title, n.kind, coalesce(ft.short_name, f.code) as framework, f.code as framework_code
    from framework_versions v join frameworks f on f.id = v.framework_id join framework_nodes n on n.version_id = v.id
    left join framework_nodes above on above.id = n.parent_id
    left join framework_node_texts t on t.node_id = n.id and t.language = ${language}
    left join framework_node_texts a on a.node_id = n.id and a.language = v.authoritative_language
    left join framework_texts ft on ft.framework_id = f.id and ft.language = ${language}
    where ${which}
    order by f.code <> 'CONNDECL', f.code, coalesce(above.position, n.position), above.position is not null, n.position, n.code collate "C"`.execute(database());
  return found.rows;
}

/** The clauses as the groups of a select, by their code. */
export function clauseGroups(clauses: readonly ClauseChoice[]): OptionGroup[] {
  const frameworks = [...new Set(clauses.map((clause) => clause.framework))];
  return frameworks.map((label) => ({ label, options: clauses.filter((clause) => clause.framework === label).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })) }));
}
