import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { within } from '#app/table/keyset.server';
import type { ListState } from '#app/table/state';
import type { PlatformFilter } from './list';
import type { KnownFact } from './model';
import { platformsVisibleTo, platformStateSql } from './readable.server';

type Condition = (values: readonly string[]) => RawBuilder<unknown>;

const known = (fact: KnownFact): Condition => (values) => within(sql`case when e.${sql.ref(fact)} then 'yes' when not e.${sql.ref(fact)} then 'no' else 'unknown' end`, values);

/** One condition for each filter over `platforms as p`, `platform_editions as e`. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<PlatformFilter, Condition>> = {
  q: ([words = '']) => sql`(p.ref = upper(${words}) or exists (select from platform_texts x where x.platform_id = p.id and x.number = p.edition and x.tokens @> search_tokens(${words}) and cardinality(search_tokens(${words})) > 0))`,
  state: (values) => within(platformStateSql, values),
  country: (values) => within(sql`p.country_iso2`, values.map((code) => code.toUpperCase())),
  region: (values) => sql`exists (select from countries x where x.iso2 = p.country_iso2 and (${within(sql`coalesce(x.region_m49, 'none')`, values)} or ${within(sql`x.subregion_m49`, values)}))`,
  level: (values) => sql`e.levels && ${[...values]}::text[]`,
  language: (values) => sql`exists (select from unnest(e.languages) x (tag) where ${within(sql`x.tag`, values)} or ${within(sql`split_part(x.tag, '-', 1)`, values)})`,
  cost: (values) => within(sql`coalesce(e.cost, 'unknown')`, values),
  offline: known('offline'),
  zero_rated: known('zero_rated'),
  learner_data: known('learner_data'),
};

/** Everything that a platform must meet to be in the list: that the viewer may read it, and each filter that is set. */
export function platformConditions(viewer: Actor, filters: ListState<PlatformFilter>['filters']): RawBuilder<unknown> {
  const set = (Object.keys(conditions) as PlatformFilter[]).flatMap((filter) => {
    const values = filters[filter];
    return values === undefined ? [] : [conditions[filter](values)];
  });
  return sql.join([platformsVisibleTo(viewer), ...set], sql` and `);
}
