import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { matching } from '#app/commitments/list/conditions.server';
import { nowhere } from '#app/commitments/list/model';
import { readable, todayOf, type View } from '#app/commitments/readable.server';
import { reportingName } from '#app/financing/money/reporting';
import { withoutRate } from '#app/financing/money/rated.server';
import type { ListState } from '#app/table/state';
import { amounts } from '#app/financing/ladder/model';
import { addingTo } from '#app/financing/totals/cells.server';
import { countedAs, notBy, promiseFilters, type PledgeFilter, type PledgeSort } from './list';
import { pledgeKinds, pledgeStatuses, newMoneyAnswers, readParty, readRecipient } from './model';
import { pledgesVisibleTo } from './visible.server';

export type PledgeState = ListState<PledgeFilter, PledgeSort>;

const known = (values: readonly string[], list: readonly string[]): string[] => values.filter((value) => list.includes(value));

type Condition = (values: readonly string[], viewer: Actor, view: View) => RawBuilder<unknown>;

/** What is for a place that is asked for, or, for `none`, what is for nobody or for something that is no such place. */
const orNowhere = (values: readonly string[], named: RawBuilder<unknown>, elsewhere: RawBuilder<unknown>): RawBuilder<unknown> =>
  (values.includes(nowhere) ? sql`(${named} or not exists (select from pledge_recipients r where r.pledge_id = p.id) or ${elsewhere})` : named);

/** What one of the parties is asked for, or, after a minus, none of them. */
function oneOfParties(values: readonly string[], are: (keys: readonly string[]) => RawBuilder<unknown>): RawBuilder<unknown> {
  const without = values.filter((value) => value.startsWith(notBy)).map((value) => value.slice(notBy.length));
  const named = values.filter((value) => !value.startsWith(notBy));
  return sql`(${sql.join([...(named.length === 0 ? [] : [are(named)]), ...(without.length === 0 ? [] : [sql`not ${are(without)}`])], sql` or `)})`;
}

/** Whether a recipient (`o`, all null for nobody in particular) is one of those that are asked for. */
export const ofRecipients = (values: readonly string[]): RawBuilder<unknown> => oneOfParties(values, (keys) => {
  const parties = keys.flatMap((value) => readRecipient(value) ?? []);
  return sql`(coalesce(o.country_iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[]), false) or coalesce(o.organisation_id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[]), false)
    or coalesce(o.region_m49 = any(${parties.flatMap((one) => one.region_m49 ?? [])}::text[]), false)${keys.includes(nowhere) ? sql` or num_nonnulls(o.country_iso2, o.organisation_id, o.region_m49) = 0` : sql``})`;
});

/** One condition for each filter. A value that nothing can match finds nothing rather than everything. */
const conditions: Readonly<Record<Exclude<PledgeFilter, keyof typeof promiseFilters | typeof reportingName>, Condition>> = {
  q: ([words = '']) => sql`(p.tokens @> search_tokens(${words}) or p.ref = upper(${words}))`,
  status: (values) => sql`p.status = any(${known(values, pledgeStatuses)}::text[])`,
  kind: (values) => sql`p.kind = any(${known(values, pledgeKinds)}::text[])`,
  new_money: (values) => sql`p.new_money = any(${known(values, newMoneyAnswers)}::text[])`,
  currency: (values) => sql`p.currency = any(${values}::text[])`,
  year: (values) => sql`extract(year from p.announced_on)::text = any(${values}::text[])`,
  provider: (values) => oneOfParties(values, (keys) => {
    const parties = keys.flatMap((value) => readParty(value) ?? []);
    return sql`(coalesce(p.provider_organisation_id = any(${parties.flatMap((one) => one.organisation_id ?? [])}::uuid[]), false)
      or coalesce(p.provider_country_iso2 = any(${parties.flatMap((one) => one.country_iso2 ?? [])}::text[]), false))`;
  }),
  clause: (values, viewer, view) => {
    const readHere = sql`select from commitments c join commitment_nodes n on n.commitment_id = c.id where c.id = p.commitment_id and ${readable(viewer, view)}`;
    return sql`(exists (${readHere} and n.node_id in (${clausesAsked(values)}))${values.includes(nowhere) ? sql` or not exists (${readHere})` : sql``})`;
  },
  country: (values) => orNowhere(values, sql`p.id in (select pledge_id from pledge_recipients where country_iso2 = any(${values}::text[]))`, sql`exists (select from pledge_recipients r where r.pledge_id = p.id and r.country_iso2 is null)`),
  group: (values, _viewer, view) => sql`exists (select from pledge_recipients r join country_group_periods g on g.iso2 = r.country_iso2
    where r.pledge_id = p.id and g.code = any(${values}::text[]) and g.from_on <= ${todayOf(view)} and (g.until_on is null or g.until_on > ${todayOf(view)}))`,
  region: (values) => orNowhere(values, sql`p.id in (
      select r.pledge_id from pledge_recipients r join countries k on k.iso2 = r.country_iso2 where ${values}::text[] && array[k.region_m49, k.subregion_m49]
      union all select pledge_id from pledge_recipients where region_m49 is not null and ${values}::text[] && regions_around(region_m49))`,
    sql`exists (select from pledge_recipients r left join countries k on k.iso2 = r.country_iso2 where r.pledge_id = p.id and k.region_m49 is null and coalesce(r.region_m49, '001') = '001')`),
  recipient: (values) => sql`exists (select from (select r.country_iso2, r.organisation_id, r.region_m49 from pledge_recipients r where r.pledge_id = p.id
    union all select null, null, null where not exists (select from pledge_recipients r where r.pledge_id = p.id)) o where ${ofRecipients(values)})`,
  within: (values) => sql`p.coalition_id in (select id from coalitions where slug = any(${values}::text[]))`,
  under: (values) => sql`p.coalition_id in (with recursive tree as (select id from coalitions where slug = any(${values}::text[]) union select k.id from coalitions k join tree on k.parent_id = tree.id) select id from tree)`,
  sector: (values) => sql`p.id in (select pledge_id from pledge_sectors where vocabulary in ('1', '2') and (code = any(${values}::text[]) or left(code, 3) = any(${values}::text[])))`,
  aid_type: (values) => sql`p.aid_type = any(${values}::text[])`,
  /** Who looked at an aim and found that it is none does not pursue it. */
  marker: (values) => sql`p.id in (select pledge_id from pledge_markers where marker = any(${values}::text[]) and significance <> '0')`,
  commitment: (values, viewer, view) => sql`exists (select from commitments c where c.id = p.commitment_id and c.ref = any(${values}::text[]) and ${readable(viewer, view)})`,
  converted: (values, _viewer, { currency }) => sql`${rateless(currency)} = ${values.includes('no')}`,
  counted: (values, viewer, view) => sql`(${sql.join(values.map((value) => countedIn(value, viewer, view)), sql` or `)})`,
};

/** FI-6: whether a row of the pledge has no rate into the reporting currency. */
const rateless = (target = 'USD'): RawBuilder<unknown> => sql`(p.id in (
  select given.id from (${moneyOfPledges}) given join ${withoutRate(target, sql`select currency, rated_on from (${moneyOfPledges}) told`)} missing using (currency, rated_on)))`;
const moneyOfPledges = sql`select id, currency, announced_on as rated_on from pledges
  union all select pledge_id, currency, value_on from transactions where pledge_id is not null and type_code in ('2', '3', '4')`;

/** In the totals, or in none of them, or adding to an amount of them; anything else finds nothing. */
function countedIn(value: string, viewer: Actor, view: View): RawBuilder<unknown> {
  if (value === 'no') return sql`not ${addingTo(undefined, viewer, view)}`;
  const name = Object.hasOwn(countedAs, value) ? countedAs[value as keyof typeof countedAs] : amounts.find((amount) => amount === value) ?? null;
  return name === null ? sql`false` : addingTo(name, viewer, view);
}

/** Clauses that are asked for as `CONNDECL.1:P1`, and everything under them. */
export const clausesAsked = (values: readonly string[]): RawBuilder<unknown> => sql`
  with recursive asked as (
    select n.id from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id where f.code || '.' || v.number || ':' || n.code = any(${[...values]}::text[])
    union select n.id from framework_nodes n join asked on n.parent_id = asked.id
  ) select id from asked`;

/** What is asked of the commitment, as its own list asks it; nothing where nothing is asked. */
function ofPromise(viewer: Actor, filters: PledgeState['filters'], view: View): RawBuilder<unknown>[] {
  const asked = Object.entries(promiseFilters).flatMap(([name, filter]) => {
    const values = filters[name as keyof typeof promiseFilters];
    return values === undefined ? [] : [[filter, values]];
  });
  return asked.length === 0 ? [] : [sql`p.commitment_id in (select c.id from commitments c where ${matching(viewer, Object.fromEntries(asked), view)})`];
}

/** Everything that a pledge (alias `p`) must meet to be in the list: that the viewer may read it, and each filter that is set. */
export function pledgeConditions(viewer: Actor, filters: PledgeState['filters'], view: View): RawBuilder<unknown> {
  const own = Object.keys(conditions) as (keyof typeof conditions)[];
  const set = own.flatMap((filter) => {
    const values = filters[filter];
    return values === undefined ? [] : [conditions[filter](values, viewer, view)];
  });
  return sql.join([pledgesVisibleTo(viewer, view), ...set, ...ofPromise(viewer, filters, view)], sql` and `);
}
