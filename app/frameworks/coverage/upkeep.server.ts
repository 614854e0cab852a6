import { sql, type RawBuilder } from 'kysely';
import { anyone } from '#app/access/actor';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { database, type Tx } from '#app/platform/database.server';
import { promised, promisedOn } from '../promised.server';
import { contributions, stands } from './contributions.server';
import { anyStanding, everything } from './model';

/** Commitments whose share of the cells is no longer what was added: they changed, or the clock changed what they are. */
const overdue = ({ now }: View): RawBuilder<unknown> => sql`select commitment_id from coverage_facts where valid_until <= ${now} or valid_from > ${now}`;

/**
 * CV-3: brings the cells up to date for an instant. What has to be done is usually nothing and costs one look; otherwise one caller
 * works and the others wait for it. Only what everybody may read is in the cells.
 */
export async function bringUpToDate(view: View): Promise<void> {
  const waiting = await sql<{ waiting: boolean }>`select exists (select from coverage_changes) or exists (${overdue(view)}) as waiting`.execute(database());
  if (waiting.rows[0]?.waiting !== true) return;
  await database().transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('concord.coverage'))`.execute(tx);
    const changed = await sql<{ id: string }>`
      with noted as (delete from coverage_changes returning commitment_id)
      select commitment_id as id from noted union ${overdue(view)}`.execute(tx);
    for (let at = 0; at < changed.rows.length; at += atOnce) await replace(tx, changed.rows.slice(at, at + atOnce).map(({ id }) => id), view);
  });
}
const atOnce = 5000;

/** The numbers of a cell, in the order in which they are added up. */
export const counts = ['commitments', 'before', 'pledges', 'pledged', 'committed', 'disbursed'] as const;
const each = (say: (name: string) => string): RawBuilder<unknown> => sql.raw(counts.map(say).join(', '));

/** The cells that a fact `f` stands in: scopes `s` and columns `x`. */
export const factCells: RawBuilder<unknown> = sql`unnest(f.scopes) s (scope_id)
  join unnest(f.kinds, f.keys, f.named, f.pledges, f.pledged, f.committed, f.disbursed) x (kind, key, named, pledges, pledged, committed, disbursed)
    on ${stands}`;

/** Takes away what these commitments added and adds what they add now, in one statement: what is the same touches no cell. */
async function replace(tx: Tx, ids: readonly string[], view: View): Promise<void> {
  await sql`
    with ${factsOf(ids, view)},
    earlier as materialized (select * from coverage_facts where commitment_id = any(${[...ids]}::uuid[])),
    written as (
      insert into coverage_facts select * from facts
      on conflict (commitment_id) do update set coalition_id = excluded.coalition_id, standing = excluded.standing, counted = excluded.counted, before = excluded.before,
        valid_from = excluded.valid_from, valid_until = excluded.valid_until, scopes = excluded.scopes, kinds = excluded.kinds, keys = excluded.keys, named = excluded.named,
        pledges = excluded.pledges, pledged = excluded.pledged, committed = excluded.committed, disbursed = excluded.disbursed
    ),
    gone as (delete from coverage_facts f using earlier e where f.commitment_id = e.commitment_id and not exists (select from facts n where n.commitment_id = e.commitment_id)),
    signed as (select -1 as sign, * from earlier union all select 1, * from facts),
    differences as (
      select f.coalition_id, f.standing, x.kind, s.scope_id, x.key, sum(f.sign * f.counted * x.named) as commitments, sum(f.sign * f.before * x.named) as before,
        sum(f.sign * x.pledges) as pledges, sum(f.sign * x.pledged) as pledged, sum(f.sign * x.committed) as committed, sum(f.sign * x.disbursed) as disbursed
      from signed f cross join ${factCells}
      group by 1, 2, 3, 4, 5
    )
    insert into coverage_cells (coalition_id, standing, kind, scope_id, key, ${each((name) => name)})
    select coalesce(coalition_id, ${everything}::uuid), coalesce(standing, ${anyStanding}), kind, scope_id, key, ${each((name) => `sum(${name})`)}
    from differences where (${each((name) => name)}) <> (0, 0, 0, 0, 0, 0) group by kind, scope_id, key, cube (coalition_id, standing)
    on conflict (coalition_id, standing, kind, scope_id, key) do update set ${each((name) => `${name} = coverage_cells.${name} + excluded.${name}`)}`.execute(tx);
}

/** What commitments that were published add now, as table `facts` of a `with`: its columns are those of `coverage_facts`, in their order. */
const factsOf = (ids: readonly string[], view: View): RawBuilder<unknown> => {
  const lastYear = sql`(${todayOf(view)}::date - interval '1 year')::date`;
  return sql`
  chosen as materialized (
    select c.id, c.coalition_id, ${standingSql(todayOf(view))} as standing, (${promised} and ${readable(anyone, view)})::int as counted, (${readable(anyone, view)} and ${promisedOn(lastYear)})::int as before
    from commitments c where c.id = any(${[...ids]}::uuid[]) and c.published_at is not null
  ),
  ${contributions(anyone, view)},
  facts as materialized (
    select h.id as commitment_id, h.coalition_id, h.standing, h.counted, h.before, v.since, v.until, s.scopes, x.kinds, x.keys, x.named, x.pledges, x.pledged, x.committed, x.disbursed
    from chosen h cross join lateral ${validity(view)} v
      join (select commitment_id, array_agg(scope_id) as scopes from scopes group by commitment_id) s on s.commitment_id = h.id
      join (select commitment_id, array_agg(kind) as kinds, array_agg(key) as keys, array_agg(named) as named, array_agg(pledges) as pledges, array_agg(pledged) as pledged,
        array_agg(committed) as committed, array_agg(disbursed) as disbursed from contributions group by commitment_id) x on x.commitment_id = h.id
  )`;
};

/** The instants around now at which the clock changes what `chosen h` adds: its embargo, its standing, a year after its days, its countries' groups. */
const validity = ({ now }: View): RawBuilder<unknown> => sql`(
  select coalesce(max(t.at) filter (where t.at <= ${now}), '-infinity') as since, coalesce(min(t.at) filter (where t.at > ${now}), 'infinity') as until from (
    select c.embargo_until as at from commitments c where c.id = h.id
    union all select x.day::timestamp at time zone 'UTC' from commitments c cross join lateral (values (c.stale_on), (c.at_risk_on), (c.off_track_on)) x (day) where c.id = h.id
    union all select (x.day + interval '1 year' + n * interval '1 day') at time zone 'UTC' from (
      select (c.published_at at time zone 'UTC')::date as day from commitments c where c.id = h.id
      union all select (a.told_at at time zone 'UTC')::date from audit_log a where h.standing in ('withdrawn', 'superseded') and a.table_name = 'commitments' and a.record_id = h.id::text
    ) x cross join generate_series(0, 1) n
    union all select x.day::timestamp at time zone 'UTC' from (
      select k.country_iso2 from commitment_countries k where k.commitment_id = h.id
      union select r.country_iso2 from pledges p join pledge_recipients r on r.pledge_id = p.id where p.commitment_id = h.id
    ) k join country_group_periods g on g.iso2 = k.country_iso2 cross join lateral (values (g.from_on), (g.until_on)) x (day)
  ) t)`;
