import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { declarationCode } from '#app/frameworks/model';
import { database } from '#app/platform/database.server';
import { decisionsVisibleTo, groupsVisibleTo, recommendationsVisibleTo, sessionsVisibleTo } from '#app/working-groups/visible.server';
import { kinds, type Found, type FoundKind } from './model';

/** How many of a kind stand on the page. */
const mostShown = 8;

/**
 * Every record that a viewer may read and whose words, in any language, hold all words of the question, or whose reference it is:
 * one statement over the stored tokens. References come first, then the latest.
 */
export async function searchEverything(viewer: Actor, asked: string, view: View): Promise<FoundKind[]> {
  const q: Question = { viewer, view, tokens: sql`search_tokens(${asked})`, ref: sql`upper(${asked})` };
  const parts = [commitments(q), members(q), countries(q), clauses(q), decisions(q), recommendations(q), sessions(q), groups(q), pledges(q), reports(q)];
  const found = await sql<Found & { count: number }>`${sql.join(parts, sql` union all `)}`.execute(database());
  return kinds.flatMap((kind) => {
    const rows = found.rows.filter((row) => row.kind === kind);
    const count = rows[0]?.count ?? 0;
    return count === 0 ? [] : [{ kind, count, rows: rows.map(({ count: _, ...row }) => row) }];
  });
}

interface Question {
  readonly viewer: Actor;
  readonly view: View;
  readonly tokens: RawBuilder<unknown>;
  readonly ref: RawBuilder<unknown>;
}

/** A part of the search: which records, what they show, in which order. Every part gives the same columns. */
interface Part {
  readonly kind: Found['kind'];
  readonly ref: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly language?: RawBuilder<unknown>;
  readonly note?: RawBuilder<unknown>;
  readonly found_in?: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

const nothing = sql`null::text`;
const part = ({ kind, ref, title, language = nothing, note = nothing, found_in = nothing, from, where, order }: Part): RawBuilder<unknown> => sql`
  (select ${kind}::text as kind, ${ref} as ref, ${title} as title, ${language} as language, ${note} as note, ${found_in} as found_in, count(*) over ()::int as count
  from ${from} where ${where} order by ${order} limit ${mostShown})`;

/** One column of the best text of a record: in the reader's language, else in English, else in any. */
const best = (column: 'name' | 'title' | 'language', table: string, key: string, id: RawBuilder<unknown>, view: View): RawBuilder<unknown> =>
  sql`(select x.${sql.ref(column)} from ${sql.table(table)} x where x.${sql.ref(key)} = ${id} order by x.language = ${view.language} desc, x.language = 'en' desc, x.language limit 1)`;

/** The language in which the words were found, where they were not found in the reader's. */
const foundIn = (table: string, key: string, id: RawBuilder<unknown>, { view, tokens }: Question): RawBuilder<unknown> =>
  sql`(select nullif(x.language, ${view.language}) from ${sql.table(table)} x where x.${sql.ref(key)} = ${id} and x.tokens @> ${tokens} order by x.language = ${view.language} desc, x.language limit 1)`;

function commitments(q: Question): RawBuilder<unknown> {
  const own = (column: 'title' | 'language') => sql`(select x.${sql.ref(column)} from commitment_texts x where x.commitment_id = c.id order by x.language = ${q.view.language} desc, x.language = c.language desc limit 1)`;
  return part({
    kind: 'commitment', ref: sql`c.ref`, title: sql`coalesce(${own('title')}, c.ref)`, language: own('language'), note: sql`coalesce(o.name, n.name)`, found_in: foundIn('commitment_texts', 'commitment_id', sql`c.id`, q),
    from: sql`commitments c left join organisations o on o.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${q.view.language}`,
    where: sql`c.id in (select commitment_id from commitment_texts where tokens @> ${q.tokens} union all select id from commitments where ref = ${q.ref}) and ${readable(q.viewer, q.view)}`,
    order: sql`c.ref = ${q.ref} desc, coalesce(c.published_at, c.created_at) desc, c.id desc`,
  });
}

const members = (q: Question) => part({
  kind: 'member', ref: sql`o.ref`, title: sql`o.name`, note: sql`n.name`,
  from: sql`organisations o left join country_texts n on n.iso2 = o.country_iso2 and n.language = ${q.view.language}`,
  where: sql`o.status <> 'merged' and (o.ref = ${q.ref} or o.tokens @> ${q.tokens} or o.id in (select organisation_id from organisation_identifiers where upper(identifier) = ${q.ref}))`,
  order: sql`o.ref = ${q.ref} desc, o.name collate "und-x-icu", o.id`,
});

const countries = (q: Question) => part({
  kind: 'country', ref: sql`k.iso2`, title: sql`coalesce(${best('name', 'country_texts', 'iso2', sql`k.iso2`, q.view)}, k.iso2)`,
  note: sql`(select x.name from region_texts x where x.m49 = k.region_m49 and x.language = ${q.view.language})`, found_in: foundIn('country_texts', 'iso2', sql`k.iso2`, q),
  from: sql`countries k`, where: sql`${q.ref} in (k.iso2, k.iso3) or k.iso2 in (select iso2 from country_texts where tokens @> ${q.tokens})`, order: sql`${q.ref} in (k.iso2, k.iso3) desc, k.iso2`,
});

const clauses = (q: Question) => part({
  kind: 'clause', ref: sql`case f.code when ${declarationCode} then '' else f.code end || ' ' || n.code`,
  title: sql`n.code || ' ' || coalesce(${best('title', 'framework_node_texts', 'node_id', sql`n.id`, q.view)}, '')`, language: best('language', 'framework_node_texts', 'node_id', sql`n.id`, q.view),
  note: sql`coalesce((select x.name from framework_texts x where x.framework_id = f.id order by x.language = ${q.view.language} desc, x.language = 'en' desc limit 1), f.code)`, found_in: foundIn('framework_node_texts', 'node_id', sql`n.id`, q),
  from: sql`framework_nodes n join framework_versions v on v.id = n.version_id and v.status = 'published' join frameworks f on f.id = v.framework_id`,
  where: sql`upper(n.code) = ${q.ref} or n.id in (select node_id from framework_node_texts where tokens @> ${q.tokens})`,
  order: sql`upper(n.code) = ${q.ref} desc, f.code <> ${declarationCode}, f.code, n.code collate "C"`,
});

const groupName = (view: View) => sql`coalesce(${best('name', 'working_group_texts', 'working_group_id', sql`g.id`, view)}, g.ref)`;

const decisions = (q: Question) => part({
  kind: 'decision', ref: sql`d.ref`, title: sql`d.text`, note: groupName(q.view),
  from: sql`decisions d join sessions s on s.id = d.session_id join working_groups g on g.id = s.working_group_id`,
  where: sql`(d.ref = ${q.ref} or d.tokens @> ${q.tokens}) and ${decisionsVisibleTo(q.viewer, q.view)}`, order: sql`d.ref = ${q.ref} desc, d.adopted_on desc nulls last, d.ref desc`,
});

const recommendations = (q: Question) => part({
  kind: 'recommendation', ref: sql`r.ref`, title: sql`r.title`, note: groupName(q.view), from: sql`recommendations r join working_groups g on g.id = r.working_group_id`,
  where: sql`(r.ref = ${q.ref} or search_tokens(r.title || ' ' || r.text) @> ${q.tokens}) and ${recommendationsVisibleTo(q.viewer, q.view)}`, order: sql`r.ref = ${q.ref} desc, r.ref desc`,
});

const sessions = (q: Question) => part({
  kind: 'session', ref: sql`s.ref`, title: sql`s.title`, note: groupName(q.view), from: sql`sessions s join working_groups g on g.id = s.working_group_id`,
  where: sql`(s.ref = ${q.ref} or s.tokens @> ${q.tokens}) and ${sessionsVisibleTo(q.viewer, q.view)}`, order: sql`s.ref = ${q.ref} desc, s.starts_at desc, s.id`,
});

const groups = (q: Question) => part({
  kind: 'group', ref: sql`g.ref`, title: groupName(q.view), language: best('language', 'working_group_texts', 'working_group_id', sql`g.id`, q.view), found_in: foundIn('working_group_texts', 'working_group_id', sql`g.id`, q),
  from: sql`working_groups g`, where: sql`(g.ref = ${q.ref} or g.id in (select working_group_id from working_group_texts where tokens @> ${q.tokens})) and ${groupsVisibleTo(q.viewer, q.view)}`, order: sql`g.ref = ${q.ref} desc, g.ref`,
});

const pledges = (q: Question) => part({
  kind: 'pledge', ref: sql`p.ref`, title: sql`p.title`, note: sql`coalesce(o.name, n.name)`,
  from: sql`pledges p left join organisations o on o.id = p.provider_organisation_id left join country_texts n on n.iso2 = p.provider_country_iso2 and n.language = ${q.view.language}`,
  where: sql`(p.ref = ${q.ref} or p.tokens @> ${q.tokens}) and ${pledgesVisibleTo(q.viewer, q.view)}`, order: sql`p.ref = ${q.ref} desc, p.announced_on desc, p.id desc`,
});

const reports = (q: Question) => part({
  kind: 'report', ref: sql`r.ref`, title: sql`coalesce(${best('title', 'report_texts', 'report_id', sql`r.id`, q.view)}, r.ref)`, language: best('language', 'report_texts', 'report_id', sql`r.id`, q.view), found_in: foundIn('report_texts', 'report_id', sql`r.id`, q),
  from: sql`reports r`, where: sql`r.status = 'published' and (r.embargo_until is null or r.embargo_until <= ${q.view.now}) and (r.ref = ${q.ref} or r.id in (select report_id from report_texts where tokens @> ${q.tokens}))`,
  order: sql`r.ref = ${q.ref} desc, r.published_at desc`,
});
