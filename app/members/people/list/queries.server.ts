import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { ListState } from '#app/table/state';
import { personColumns, standingSql, type PersonRow } from '../queries.server';
import { belongsOn, inForce, peopleVisibleTo } from '../visible.server';
import type { PeopleFilter } from './model';

export interface PeoplePage {
  readonly rows: readonly PersonRow[];
  /** The key after which the next page begins. */
  readonly next: string | null;
  /** Exact up to 10,000. */
  readonly total: { readonly count: number; readonly exact: boolean };
}

const pageSize = 50;
const mostCounted = 10_000;

/** The people that the viewer may read, by name. `after` is the id of the last row of the page before. */
export async function listPeople(viewer: Actor, filters: ListState<PeopleFilter>['filters'], { language, now, after }: { language: Language; now: Date; after: string | null }): Promise<PeoplePage> {
  const { below, condition } = peopleVisibleTo(viewer, now);
  const matching = sql`p.erased_at is null and ${condition} and ${sql.join(conditionsOf(filters, now), sql` and `)}`;
  const beyond = after === null || !isId(after) ? sql`true` : sql`(p.name collate "und-x-icu", p.id) > (select b.name collate "und-x-icu", b.id from people b where b.id = ${after})`;
  const [page, counted] = await Promise.all([
    sql<PersonRow>`with recursive below as (${below}) select ${personColumns(language, now)} from people p where ${matching} and ${beyond} order by p.name collate "und-x-icu", p.id limit ${pageSize + 1}`.execute(database()),
    sql<{ count: number }>`with recursive below as (${below}) select count(*)::int as count from (select from people p where ${matching} limit ${mostCounted + 1}) matched`.execute(database()),
  ]);
  const count = counted.rows[0]?.count ?? 0;
  const rows = page.rows.slice(0, pageSize);
  return { rows, next: page.rows.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total: { count: Math.min(count, mostCounted), exact: count <= mostCounted } };
}

/** Each filter that is set, as a condition on `people as p`. */
function conditionsOf(filters: ListState<PeopleFilter>['filters'], now: Date): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  const first = (filter: PeopleFilter, make: (value: string) => RawBuilder<unknown>) => {
    const value = filters[filter]?.[0];
    if (value !== undefined) parts.push(make(value));
  };
  const inRole = (of: RawBuilder<unknown>) => sql`exists (select from roles r where r.person_id = p.id and ${inForce('r', now)} and ${of})`;
  const inPlace = (of: RawBuilder<unknown>) => sql`exists (select from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id and ${belongsOn(now)} and ${of})`;
  first('q', (q) => sql`(strpos(lower(p.name), lower(${q})) > 0 or exists (select from person_mails m where m.person_id = p.id and strpos(m.address, lower(${q})) > 0))`);
  const [role, scope] = [filters.role?.[0] ?? null, filters.scope?.[0] ?? null];
  if (role !== null || scope !== null) parts.push(inRole(sql`(${role}::text is null or r.role = ${role}) and (${scope}::text is null or r.scope = ${scope})`));
  first('coalition', (slug) => sql`(${inRole(sql`coalesce(r.coalition_id, (select g.coalition_id from working_groups g where g.id = r.working_group_id)) = (select id from coalitions where slug = ${slug})`)}
    or ${inPlace(sql`o.id in (select m.organisation_id from memberships m join coalitions k on k.id = m.coalition_id where k.slug = ${slug} and m.status in ('active', 'suspended'))`)})`);
  first('organisation', (words) => inPlace(sql`(strpos(lower(o.name), lower(${words})) > 0 or lower(o.short_name) = lower(${words}) or lower(o.ref) = lower(${words}))`));
  first('country', (iso2) => sql`(${inRole(sql`r.country_iso2 = ${iso2}`)} or ${inPlace(sql`o.country_iso2 = ${iso2}`)})`);
  first('standing', (value) => sql`${standingSql(now)} = ${value}`);
  return parts;
}
