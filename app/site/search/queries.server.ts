import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { countLimit } from '#app/table/keyset';
import { facets, kinds, nothingFound, questionOf, type Facet, type Found, type SearchResult, type SearchState } from './model';
import { sources, type Asked, type Source } from './sources.server';

/** How many of a kind stand on the first page, and how many on a page of one kind. */
const firstOnes = 5;
const pageSize = 25;
const mostOfFacet = 12;

/**
 * SI-4: every record that a viewer may read and whose words, in any language, hold all words of the question, or whose reference it
 * is, with the facets that narrow it: one statement over the stored tokens, guarded kind by kind before anything is counted. References
 * come first, then the latest.
 */
export async function searchEverything(viewer: Actor, state: SearchState, view: View): Promise<SearchResult> {
  const q = questionOf(state);
  if (q === '') return nothingFound;
  const asked: Asked = { viewer, view, tokens: sql`search_tokens(${q})`, ref: sql`upper(${q})` };
  const used = sources.map((source) => source(asked));
  const paged = state.filters.kind?.length === 1;
  const found = await sql<{ rows: readonly (Found & { mark: string })[]; facets: SearchResult['facets'] | null; count: number }>`
    with found as materialized (${sql.join(used.map((source) => hitsOf(source, asked)), sql` union all `)}),
    best as materialized (
      select *, row_number() over (partition by kind order by exact desc, day desc, ref collate "C") as place from found where ${narrowed(state)} and ${beyond(state)}
      order by array_position(${[...kinds]}::text[], kind), exact desc, day desc, ref collate "C" ${paged ? sql`limit ${pageSize + 1}` : sql``}
    ),
    shown as (select * from best where ${paged ? sql`true` : sql`place <= ${firstOnes}`}),
    words as (${sql.join(used.map(wordsOf), sql` union all `)}),
    counted as (${sql.join(facets.map((facet) => countsOf(facet, state)), sql` union all `)})
    select coalesce((select json_agg(json_build_object('kind', s.kind, 'ref', s.ref, 'title', coalesce(w.title, s.ref), 'language', w.language, 'note', w.note, 'languages', s.languages,
        'mark', s.exact::int || '~' || s.day || '~' || s.ref) order by array_position(${[...kinds]}::text[], s.kind), s.place)
        from shown s join words w on w.kind = s.kind and w.id = s.id), '[]') as rows,
      (select json_agg(json_build_object('facet', facet, 'value', value, 'count', count) order by count desc, value) from counted) as facets,
      (select count(*)::int from found where ${narrowed(state)}) as count`.execute(database());
  const row = found.rows[0];
  const rows = row?.rows ?? [];
  const page = paged ? rows.slice(0, pageSize) : rows;
  const count = row?.count ?? 0;
  return {
    rows: page.map(({ mark: _, ...one }) => one), count: Math.min(count, countLimit), exact: count <= countLimit, facets: row?.facets ?? [],
    next: paged && rows.length > pageSize ? (page.at(-1)?.mark ?? null) : null,
  };
}

/** The hits of one kind that the viewer may read, each once; at most as many as are counted, the latest first. */
const hitsOf = (source: Source, asked: Asked): RawBuilder<unknown> => {
  const { kind, hits, from, where = sql`true`, ref, day = sql`null::date`, countries = sql`'{}'::text[]`, status = sql`null::text` } = source;
  return sql`(select ${kind}::text as kind, h.id::text as id, ${ref} as ref, upper(${ref}) = ${asked.ref} as exact, coalesce(${day}, '0001-01-01') as day, ${countries} as countries, ${status} as status, h.languages
    from (select id, coalesce(array_agg(language order by language) filter (where language is not null), '{}') as languages from (${hits}) hit group by id) h join ${from}
    where ${where} order by day desc, ref limit ${countLimit + 1})`;
};

/** How the shown records of one kind are named. */
const wordsOf = ({ kind, from, title, language = sql`null::text`, note = sql`null::text` }: Source): RawBuilder<unknown> => sql`
  select h.kind, h.id::text as id, ${title} as title, ${language} as language, ${note} as note from (select kind, id::${sql.raw(kind === 'country' ? 'text' : 'uuid')} as id from shown where kind = ${kind}) h join ${from}`;

/** What a facet asks of a row of `found`. */
const conditions: Readonly<Record<Facet, (values: readonly string[]) => RawBuilder<unknown>>> = {
  kind: (values) => sql`kind = any(${[...values]}::text[])`,
  language: (values) => sql`languages && ${[...values]}::text[]`,
  country: (values) => sql`countries && ${values.map((value) => value.toUpperCase())}::text[]`,
  year: (values) => sql`to_char(day, 'YYYY') = any(${[...values]}::text[])`,
  status: (values) => sql`status = any(${[...values]}::text[])`,
};

/** All facets that are set, or all but one. */
function narrowed({ filters }: SearchState, except?: Facet): RawBuilder<unknown> {
  const set = facets.flatMap((facet) => (facet === except || filters[facet] === undefined ? [] : [conditions[facet](filters[facet])]));
  return sql.join([sql`true`, ...set], sql` and `);
}

const valuesOf: Readonly<Record<Facet, RawBuilder<unknown>>> = {
  kind: sql`(values (kind)) v (value)`, language: sql`unnest(languages) v (value)`, country: sql`unnest(countries) v (value)`,
  year: sql`(values (case when day > '0001-01-01' then to_char(day, 'YYYY') end)) v (value)`, status: sql`(values (status)) v (value)`,
};

const countsOf = (facet: Facet, state: SearchState): RawBuilder<unknown> => sql`
  (select ${facet}::text as facet, v.value, count(*)::int as count from found cross join lateral ${valuesOf[facet]} where v.value is not null and ${narrowed(state, facet)}
  group by v.value order by count(*) desc, v.value limit ${facet === 'kind' ? kinds.length : mostOfFacet})`;

/** What comes after a page of one kind; an unusable key is the first page. */
function beyond({ after, filters }: SearchState): RawBuilder<unknown> {
  const [, exact, day = '', ref = ''] = /^([01])~([^~]+)~(.+)$/.exec(after ?? '') ?? [];
  if (exact === undefined || !isDay(day) || filters.kind?.length !== 1) return sql`true`;
  return sql`(exact::int < ${Number(exact)} or (exact::int = ${Number(exact)} and (day < ${day}::date or (day = ${day}::date and ref collate "C" > ${ref}))))`;
}
