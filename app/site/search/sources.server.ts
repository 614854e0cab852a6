import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { offerCountriesSql, offerStateSql } from '#app/countries/offers/readable.server';
import { requestStateSql, requestsVisibleTo } from '#app/countries/requests/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { platformsVisibleTo, platformStateSql } from '#app/registries/platforms/readable.server';
import { standingTo } from '#app/reporting/publication/published.server';
import { countLimit } from '#app/table/keyset';
import { decisionsVisibleTo, groupsVisibleTo, recommendationsVisibleTo, sessionHolds, sessionsVisibleTo } from '#app/working-groups/visible.server';
import type { Kind } from './model';

/** A question as SQL: its words as the stored tokens are made, and itself as a reference. */
export interface Asked {
  readonly viewer: Actor;
  readonly view: View;
  readonly tokens: RawBuilder<unknown>;
  readonly ref: RawBuilder<unknown>;
}

/**
 * One kind of record. `hits` gives `id` and `language` of what holds the words (any language that the text has, or null) or has the
 * reference; `from` joins it as `h`. What the viewer may not read is cut off by `where` before anything is counted.
 */
export interface Source {
  readonly kind: Kind;
  readonly hits: RawBuilder<unknown>;
  /** Tables beside `h`, with its id. */
  readonly from: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
  /** What its address is made of. */
  readonly ref: RawBuilder<unknown>;
  readonly day?: RawBuilder<unknown>;
  readonly countries?: RawBuilder<unknown>;
  readonly status?: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly language?: RawBuilder<unknown>;
  readonly note?: RawBuilder<unknown>;
}

type Sourced = (asked: Asked) => Source;

/** Texts in several languages, and records by their reference. */
const texts = (table: string, key: string, { tokens }: Asked): RawBuilder<unknown> => sql`select ${sql.ref(key)} as id, language from ${sql.table(table)} where tokens @> ${tokens}`;
const own = (table: string, { tokens, ref }: Asked): RawBuilder<unknown> => sql`select id, null as language from ${sql.table(table)} where tokens @> ${tokens} or ref = ${ref}`;
const byRef = (table: string, { ref }: Asked): RawBuilder<unknown> => sql`select id, null from ${sql.table(table)} where ref = ${ref}`;

/** A column of the best text of a record: in the reader's language, else in its own or in English, else in any. */
const best = (column: string, table: string, key: string, id: RawBuilder<unknown>, view: View, first: RawBuilder<unknown> = sql`'en'`): RawBuilder<unknown> =>
  sql`(select x.${sql.ref(column)} from ${sql.table(table)} x where x.${sql.ref(key)} = ${id} order by x.language = ${view.language} desc, x.language = ${first} desc, x.language limit 1)`;
const countryName = (iso2: RawBuilder<unknown>, view: View) => sql`(select x.name from country_texts x where x.iso2 = ${iso2} and x.language = ${view.language})`;
const organisationName = (id: RawBuilder<unknown>) => sql`(select x.name from organisations x where x.id = ${id})`;
const groupName = (view: View) => sql`coalesce(${best('name', 'working_group_texts', 'working_group_id', sql`g.id`, view)}, g.ref)`;
const dayOf = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone 'UTC')::date`;

const commitmentTitle = (column: 'title' | 'language', view: View) => best(column, 'commitment_texts', 'commitment_id', sql`c.id`, view, sql`c.language`);
const ofCommitment = {
  day: dayOf(sql`coalesce(c.published_at, c.created_at)`),
  countries: sql`array(select country_iso2 from commitment_countries where commitment_id = c.id union select c.lead_country_iso2 where c.lead_country_iso2 is not null)`,
};

const platformText = (column: 'name' | 'language', view: View) => sql`(select x.${sql.ref(column)} from platform_texts x where x.platform_id = p.id and x.number = p.edition order by x.language = ${view.language} desc, x.language = e.language desc limit 1)`;

/**
 * A common word stands in most commitments: as many as are counted are found by walking the order of time, and no others are read. For a rare
 * word the planner reads what has it.
 */
const latestCommitments = ({ viewer, view, tokens }: Asked) => sql`
  select t.commitment_id as id, t.language from (
    select c.id from commitments c where c.id in (select commitment_id from commitment_texts where tokens @> ${tokens}) and ${readable(viewer, view)}
    order by coalesce(c.published_at, c.created_at) desc, c.id desc limit ${countLimit + 1}) latest
    cross join lateral (select commitment_id, language from commitment_texts where commitment_id = latest.id and tokens @> ${tokens} offset 0) t`;

/** Everything that is searched, in the order in which kinds stand. */
export const sources: readonly Sourced[] = [
  (asked) => ({
    kind: 'commitment', hits: sql`${latestCommitments(asked)} union all ${byRef('commitments', asked)}`, from: sql`commitments c on c.id = h.id`, where: readable(asked.viewer, asked.view),
    ref: sql`c.ref`, ...ofCommitment, status: standingSql(todayOf(asked.view)),
    title: commitmentTitle('title', asked.view), language: commitmentTitle('language', asked.view), note: sql`coalesce(${organisationName(sql`c.lead_organisation_id`)}, ${countryName(sql`c.lead_country_iso2`, asked.view)})`,
  }),
  (asked) => ({
    kind: 'member', hits: sql`${own('organisations', asked)} union all select organisation_id, null from organisation_identifiers where upper(identifier) = ${asked.ref}`,
    from: sql`organisations o on o.id = h.id`, where: sql`o.status <> 'merged'`, ref: sql`o.ref`, countries: sql`array_remove(array[o.country_iso2], null)`, title: sql`o.name`, note: countryName(sql`o.country_iso2`, asked.view),
  }),
  (asked) => ({
    kind: 'country', hits: sql`${texts('country_texts', 'iso2', asked)} union all select iso2, null from countries where ${asked.ref} in (iso2, iso3)`, from: sql`countries k on k.iso2 = h.id`,
    ref: sql`k.iso2`, countries: sql`array[k.iso2]`, title: best('name', 'country_texts', 'iso2', sql`k.iso2`, asked.view), note: sql`(select x.name from region_texts x where x.m49 = k.region_m49 and x.language = ${asked.view.language})`,
  }),
  (asked) => ({
    kind: 'clause', hits: sql`${texts('framework_node_texts', 'node_id', asked)} union all select id, null from framework_nodes where upper(code) = ${asked.ref}`,
    from: sql`framework_nodes n on n.id = h.id join framework_versions v on v.id = n.version_id and v.status = 'published' join frameworks f on f.id = v.framework_id`,
    ref: sql`f.code || ' ' || n.code`, day: dayOf(sql`v.published_at`), title: sql`n.code || ' ' || ${best('title', 'framework_node_texts', 'node_id', sql`n.id`, asked.view)}`,
    language: best('language', 'framework_node_texts', 'node_id', sql`n.id`, asked.view), note: best('name', 'framework_texts', 'framework_id', sql`f.id`, asked.view),
  }),
  (asked) => ({
    kind: 'decision', hits: own('decisions', asked), from: sql`decisions d on d.id = h.id left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id`,
    where: decisionsVisibleTo(asked.viewer, asked.view), ref: sql`d.ref`, day: sql`coalesce(d.adopted_on, ${dayOf(sql`coalesce(s.starts_at, d.quorum_at)`)})`, status: sql`d.status`, title: sql`d.text`, note: groupName(asked.view),
  }),
  (asked) => ({
    kind: 'recommendation', hits: own('recommendations', asked), from: sql`recommendations r on r.id = h.id join working_groups g on g.id = r.working_group_id`,
    where: recommendationsVisibleTo(asked.viewer, asked.view), ref: sql`r.ref`, day: dayOf(sql`r.created_at`), status: sql`r.status`, title: sql`r.title`, note: groupName(asked.view),
  }),
  (asked) => ({
    // What came of a session is not found before it may be told: until then its title alone is.
    kind: 'session', hits: own('sessions', asked), from: sql`sessions s on s.id = h.id join working_groups g on g.id = s.working_group_id`,
    where: sql`${sessionsVisibleTo(asked.viewer, asked.view)} and (s.ref = ${asked.ref} or ${sessionHolds(asked.viewer, asked.view, asked.tokens)})`,
    ref: sql`s.ref`, day: dayOf(sql`s.starts_at`), status: sql`s.status`, title: sql`s.title`, note: groupName(asked.view),
  }),
  (asked) => ({
    kind: 'group', hits: sql`${texts('working_group_texts', 'working_group_id', asked)} union all ${byRef('working_groups', asked)}`, from: sql`working_groups g on g.id = h.id`, where: groupsVisibleTo(asked.viewer, asked.view),
    ref: sql`g.ref`, title: groupName(asked.view), language: best('language', 'working_group_texts', 'working_group_id', sql`g.id`, asked.view),
  }),
  (asked) => ({
    kind: 'pledge', hits: own('pledges', asked), from: sql`pledges p on p.id = h.id`, where: pledgesVisibleTo(asked.viewer, asked.view), ref: sql`p.ref`, day: sql`p.announced_on`, status: sql`p.status`,
    countries: sql`array(select country_iso2 from pledge_recipients where pledge_id = p.id and country_iso2 is not null union select p.provider_country_iso2 where p.provider_country_iso2 is not null)`,
    title: sql`p.title`, note: sql`coalesce(${organisationName(sql`p.provider_organisation_id`)}, ${countryName(sql`p.provider_country_iso2`, asked.view)})`,
  }),
  (asked) => ({
    kind: 'activity', hits: sql`${texts('activity_texts', 'activity_id', asked)} union all select id, null from activities where upper(iati_identifier) = ${asked.ref}`, from: sql`activities a on a.id = h.id`,
    ref: sql`a.iati_identifier`, day: sql`coalesce(a.starts_on, a.starts_planned_on)`, countries: sql`array(select country_iso2 from activity_countries where activity_id = a.id)`,
    title: best('title', 'activity_texts', 'activity_id', sql`a.id`, asked.view, sql`a.language`), language: best('language', 'activity_texts', 'activity_id', sql`a.id`, asked.view, sql`a.language`), note: organisationName(sql`a.reporting_organisation_id`),
  }),
  (asked) => ({
    kind: 'request', hits: sql`${texts('support_request_texts', 'request_id', asked)} union all ${byRef('support_requests', asked)}`, from: sql`support_requests r on r.id = h.id`, where: requestsVisibleTo(asked.viewer, asked.view),
    ref: sql`r.ref`, day: dayOf(sql`coalesce(r.published_at, r.created_at)`), countries: sql`array[r.country_iso2]`, status: requestStateSql,
    title: best('title', 'support_request_texts', 'request_id', sql`r.id`, asked.view, sql`r.language`), language: best('language', 'support_request_texts', 'request_id', sql`r.id`, asked.view, sql`r.language`), note: countryName(sql`r.country_iso2`, asked.view),
  }),
  (asked) => ({
    kind: 'offer', hits: sql`${texts('offer_texts', 'offer_id', asked)} union all ${byRef('offers', asked)}`, from: sql`offers o on o.id = h.id`, ref: sql`o.ref`, day: dayOf(sql`o.created_at`), countries: offerCountriesSql, status: offerStateSql,
    title: best('title', 'offer_texts', 'offer_id', sql`o.id`, asked.view, sql`o.language`), language: best('language', 'offer_texts', 'offer_id', sql`o.id`, asked.view, sql`o.language`),
    note: sql`coalesce(${organisationName(sql`o.provider_organisation_id`)}, ${countryName(sql`o.provider_country_iso2`, asked.view)})`,
  }),
  (asked) => ({
    // The words of the edition that lists show: what is said in the next one is not found before it is out.
    kind: 'platform', hits: sql`select x.platform_id as id, x.language from platform_texts x join platforms y on y.id = x.platform_id and y.edition = x.number where x.tokens @> ${asked.tokens} union all ${byRef('platforms', asked)}`,
    from: sql`platforms p on p.id = h.id join platform_editions e on e.platform_id = p.id and e.number = p.edition`, where: platformsVisibleTo(asked.viewer), ref: sql`p.ref`, day: dayOf(sql`coalesce(p.published_at, p.nominated_at)`),
    countries: sql`array[p.country_iso2]`, status: platformStateSql, title: platformText('name', asked.view), language: platformText('language', asked.view), note: countryName(sql`p.country_iso2`, asked.view),
  }),
  (asked) => ({
    kind: 'report', hits: sql`${texts('report_texts', 'report_id', asked)} union all ${byRef('reports', asked)}`, from: sql`reports r on r.id = h.id`,
    where: standingTo(asked.view.now), ref: sql`r.ref`, day: dayOf(sql`greatest(r.published_at, r.embargo_until)`),
    title: best('title', 'report_texts', 'report_id', sql`r.id`, asked.view, sql`r.language`), language: best('language', 'report_texts', 'report_id', sql`r.id`, asked.view, sql`r.language`),
  }),
  (asked) => ({
    // Evidence is as open as the commitment that it is for, and that of an update from its acceptance on.
    kind: 'evidence', hits: sql`select id, language from evidence where tokens @> ${asked.tokens}`,
    from: sql`evidence e on e.id = h.id left join progress_updates u on u.id = e.progress_update_id and u.status in ('accepted', 'published') join commitments c on c.id = coalesce(e.commitment_id, u.commitment_id)`,
    where: readable(asked.viewer, asked.view), ref: sql`c.ref || ' ' || e.id`, day: dayOf(sql`e.added_at`), countries: ofCommitment.countries, title: sql`e.title`, language: sql`e.language`, note: commitmentTitle('title', asked.view),
  }),
];
