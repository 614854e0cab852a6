import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { servedBy } from '#app/access/visibility.server';
import { clausesThrough } from '#app/frameworks/crosswalk/ties.server';
import { promised, promisedOn } from '#app/frameworks/promised.server';
import { isDay } from '#app/platform/clock';
import type { ListState } from '#app/table/state';
import { statuses } from '../model';
import { cameFrom } from '../origin.server';
import { missedIn } from '#app/reporting/cycles/expected.server';
import { attendedCondition } from '../attention/leads.server';
import { freshnessCondition, healthCondition, readable, todayOf, type View } from '../readable.server';
import { counted, cycleNamed, type Filter, notIn, nowhere, underWay } from './model';

export type Filters = ListState<Filter>['filters'];

/**
 * The condition behind a filtered list, on `commitments as c`. Whatever is unknown matches nothing; what says nothing is left out. Each is
 * written so that the planner can tell what is common, and walk the order of the list until a page is full, from what is rare.
 */
export function matching(viewer: Actor, filters: Filters, view: View): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [readable(viewer, view)];
  const any = (filter: Filter, condition: (values: string[]) => RawBuilder<unknown>): void => {
    const values = filters[filter];
    if (values !== undefined) parts.push(condition([...values]));
  };
  any('q', (values) => search(values[0] ?? ''));
  any('country', (values) => orNowhere(values, sql`c.id in (select commitment_id from commitment_countries where country_iso2 = any(${values.map((code) => code.toUpperCase())}))`, sql`true`));
  any('region', (values) => orNowhere(values, sql`c.id in (select k.commitment_id from commitment_countries k join countries on countries.iso2 = k.country_iso2 where region_m49 = any(${values}) or subregion_m49 = any(${values}))`,
    sql`countries.region_m49 is not null`));
  any('group', (values) => sql`c.id in (select k.commitment_id from commitment_countries k join country_group_periods p on p.iso2 = k.country_iso2
    where p.code = any(${values}) and p.from_on <= ${todayOf(view)} and (p.until_on is null or p.until_on > ${todayOf(view)}))`);
  if (filters.node !== undefined || filters.version !== undefined) parts.push(sql`c.id in (select commitment_id from commitment_nodes where node_id in (${clausesUnder(filters)}))`);
  any('through', (values) => sql`c.id in (select commitment_id from commitment_nodes where node_id in (${clausesThrough(values)}))`);
  any('type', (values) => sql`c.type = any(${values})`);
  any('beneficiary', (values) => sql`c.id in (select commitment_id from commitment_beneficiaries where group_code = any(${values}))`);
  any('status', (values) => standing(values, view));
  any('health', (values) => oneOf(values.map((health) => healthCondition(health, todayOf(view)))));
  any('freshness', (values) => oneOf(values.map((kind) => freshnessCondition(kind, todayOf(view)))));
  // One value by itself: then the index gives the order too.
  any('verification', (values) => (values.length === 1 ? sql`c.last_verification = ${values[0]}` : sql`c.last_verification = any(${values})`));
  any('cycle', (values) => oneOf(values.map(reportedIn)));
  any('attended', (values) => oneOf(values.map((said) => attendedCondition(said, view))));
  any('lead', (values) => oneOf(values.map(ledBy)));
  any('partner', (values) => sql`c.id in (select commitment_id from confirmed_partners where ${sql.join(values.map((name) => sql`organisation_id ${organisationsNamed(name)}`), sql` or `)})`);
  any('language', (values) => sql`c.id in (select commitment_id from commitment_texts where language = any(${values}))`);
  any('origin', (values) => cameFrom(viewer, values.map((ref) => ref.toUpperCase()), view));
  // The secretariat's own words, for those who serve the coalition alone.
  any('tag', (values) => (viewer.kind === 'person' ? sql`(c.id in (select commitment_id from commitment_tags where tag = any(${values.map((tag) => tag.toLowerCase())})) and ${servedBy(viewer, sql`c.coalition_id`)})` : sql`false`));
  any('as_of', ([day = '']) => (isDay(day) ? promisedOn(day) : sql`false`));
  any('coalition', (values) => sql`c.coalition_id = any(array(select id from coalitions where slug = any(${values})))`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** What some clauses hold: those with a code, or all of a version (`CONNDECL.1`), and everything under them. */
export function clausesUnder({ node, version }: { readonly node?: readonly string[] | undefined; readonly version?: readonly string[] | undefined }): RawBuilder<unknown> {
  const ofVersion = version === undefined ? sql`true` : sql`n.version_id in (select v.id from framework_versions v join frameworks f on f.id = v.framework_id where f.code || '.' || v.number = any(${[...version]}::text[]))`;
  const ofCode = node === undefined ? sql`true` : sql`n.code = any(${[...node]}::text[])`;
  return sql`with recursive under as (
    select n.id from framework_nodes n where ${ofVersion} and ${ofCode} union select n.id from framework_nodes n join under on n.parent_id = under.id) select id from under`;
}

/** What names a place that is asked for, or, for `none`, what has none that is one. */
const orNowhere = (values: readonly string[], named: RawBuilder<unknown>, isPlace: RawBuilder<unknown>): RawBuilder<unknown> => {
  if (!values.includes(nowhere)) return named;
  const placed = sql`select from commitment_countries k join countries on countries.iso2 = k.country_iso2 where k.commitment_id = c.id`;
  return sql`(${named} or not exists (${placed}) or exists (${placed} and not ${isPlace}))`;
};

const oneOf = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(conditions, sql` or `)})`;

/** Organisations by their reference, or by words of their name. */
const organisationsNamed = (name: string): RawBuilder<unknown> => {
  if (/^[a-z]+-[\d-]+$/i.test(name)) return sql`= (select id from organisations where ref = ${name.toUpperCase()})`;
  return isSearchable(name) ? sql`in (select id from organisations where search_tokens(${name}) <@ tokens)` : sql`is null and false`;
};

const ledBy = (name: string): RawBuilder<unknown> => sql`(c.lead_organisation_id ${organisationsNamed(name)}
  or c.lead_country_iso2 ${/^[a-z]{2}$/i.test(name) ? sql`= ${name.toUpperCase()}` : sql`= any(array(select iso2 from country_texts where lower(name) = lower(${name})))`})`;

/** What was accepted in a cycle, or, with a minus, what the cycle asks for and nothing was accepted of in its year. */
const reportedIn = (value: string): RawBuilder<unknown> => {
  const of = (column: string) => sql`(select ${sql.ref(column)} from cycles where ref = ${cycleNamed(value)})`;
  return value.startsWith(notIn)
    ? missedIn({ id: of('id'), coalition_id: of('coalition_id'), year: of('year'), due_on: of('due_on') })
    : sql`c.id in (select commitment_id from progress_updates where cycle_id = ${of('id')} and status in ('accepted', 'published'))`;
};

/** A state is asked for by its column where that is enough, so that its index helps. */
function standing(values: string[], view: View): RawBuilder<unknown> {
  const wide: readonly string[] = [underWay, counted];
  const states = values.filter((value) => !wide.includes(value) && statuses.some((status) => status === value));
  const healths = values.filter((value) => !states.includes(value) && !wide.includes(value));
  const parts: RawBuilder<unknown>[] = [];
  if (states.length > 0) parts.push(sql`c.status = any(${states})`);
  if (values.includes(underWay)) parts.push(sql`c.status = 'published'`);
  if (values.includes(counted)) parts.push(promised);
  for (const health of healths) parts.push(healthCondition(health, todayOf(view)));
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** A reference number finds its record; other words are searched in every language, as the stored tokens were made. */
function search(words: string): RawBuilder<unknown> {
  if (/^cmt-\d{4}-\d+$/i.test(words)) return sql`c.ref = ${words.toUpperCase()}`;
  if (!isSearchable(words)) return sql`true`;
  return sql`c.id in (select commitment_id from commitment_texts where search_tokens(${words}) <@ tokens)`;
}

const isSearchable = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);
