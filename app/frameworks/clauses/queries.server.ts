import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { isWhole } from '#app/reporting/figures/queries.server';
import { standingTo } from '#app/reporting/publication/published.server';
import { decisionsVisibleTo, recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { PartyKind } from '../endorsements/list';
import type { NodeKind, Standing } from '../model';
import { promisedTo } from '../promised.server';
import { clauseWords } from '../queries.server';

/** A clause and where it stands: in which version, under which other clause. */
export interface ClauseRecord {
  readonly id: string;
  readonly code: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly machine: boolean;
  readonly outdated: boolean;
  readonly framework: string;
  readonly framework_name: string;
  readonly version_id: string;
  readonly version: number;
  readonly status: 'published' | 'superseded';
  readonly standing: Standing;
  readonly source: string | null;
  readonly parent: { readonly code: string; readonly title: string } | null;
  readonly lines: readonly { readonly code: string; readonly title: string }[];
  /** The text has other versions: what names the clause is asked for in this one. */
  readonly several: boolean;
}

/** The clause with a code in the version with a number; without one in the version that is in force or else in the last one that had it. */
export async function findClause(_viewer: Actor, framework: string, code: string, view: View, number: number | null = null): Promise<ClauseRecord | undefined> {
  const titleOf = sql`(select x.title from framework_node_texts x where x.node_id = other.id order by x.language = ${view.language} desc, x.language = v.authoritative_language desc limit 1)`;
  const named = sql`json_build_object('code', other.code, 'title', coalesce(${titleOf}, other.code))`;
  const found = await sql<ClauseRecord>`
    select n.id, n.code, n.kind, coalesce(words.title, n.code) as title, coalesce(words.body, '') as body, coalesce(words.language, v.authoritative_language) as language,
      coalesce(words.machine, false) as machine, coalesce(words.outdated, false) as outdated, f.code as framework, coalesce(t.name, f.code) as framework_name, v.id as version_id, v.number as version, v.status, v.standing, v.source,
      (select ${named} from framework_nodes other where other.id = n.parent_id) as parent,
      (select coalesce(json_agg(${named} order by other.position), '[]') from framework_nodes other where other.parent_id = n.id) as lines,
      exists (select from framework_versions x where x.framework_id = f.id and x.id <> v.id and x.status <> 'draft') as several
    from framework_nodes n join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    left join framework_texts t on t.framework_id = f.id and t.language = ${view.language} left join ${clauseWords(view)}
    where f.code = ${framework} and n.code = ${code} and v.status <> 'draft' and (${number}::int is null or v.number = ${number}::int) order by v.status = 'published' desc, v.number desc limit 1`.execute(database());
  return found.rows[0];
}

/** Who signed the version of a clause. */
export interface Signatures {
  readonly countries: number;
  readonly organisations: number;
  /** Parties that do not join this clause, or a clause under it, in their words. */
  readonly reserved: readonly { readonly ref: string; readonly party: string; readonly party_kind: PartyKind; readonly party_ref: string; readonly code: string; readonly statement: string | null; readonly endorsed_on: string | null }[];
}

export async function signaturesOf(_viewer: Actor, clause: Pick<ClauseRecord, 'id' | 'version_id'>, view: View): Promise<Signatures> {
  const found = await sql<Signatures>`
    select count(e.country_iso2)::int as countries, count(e.organisation_id)::int as organisations,
      (select coalesce(json_agg(json_build_object('ref', x.ref, 'party', coalesce(o.name, k.name), 'party_kind', case when x.country_iso2 is null then 'organisation' else 'country' end,
          'party_ref', coalesce(o.ref, x.country_iso2), 'code', n.code, 'statement', r.statement, 'endorsed_on', x.endorsed_on) order by x.endorsed_on, x.ref), '[]')
        from endorsement_reservations r join framework_nodes n on n.id = r.node_id and ${clause.id}::uuid in (n.id, n.parent_id)
        join endorsements x on x.id = r.endorsement_id and x.status = 'published'
        left join organisations o on o.id = x.organisation_id left join country_texts k on k.iso2 = x.country_iso2 and k.language = ${view.language}) as reserved
    from endorsements e where e.version_id = ${clause.version_id} and e.status = 'published'`.execute(database());
  return found.rows[0] ?? { countries: 0, organisations: 0, reserved: [] };
}

/** A decision or a recommendation that treats a clause, or that promises on it go back to. */
export interface Work {
  readonly kind: 'decision' | 'recommendation';
  readonly ref: string;
  readonly text: string;
  readonly group: string;
  readonly on: string | null;
}

export interface Treated {
  /** Latest first, at most as many as a page shows. */
  readonly shown: readonly Work[];
  readonly count: number;
}
const mostShown = 10;

/** What working groups decided and recommended on a clause, as far as the viewer may see it. */
export async function workOn(viewer: Actor, clauseId: string, view: View): Promise<Treated> {
  const group = sql`coalesce((select x.name from working_group_texts x where x.working_group_id = g.id order by x.language = ${view.language} desc, x.language = 'en' desc limit 1), g.ref)`;
  const found = await sql<Work & { count: number }>`
    with ${promisedTo(viewer, view)},
    nodes as (select id from framework_nodes where ${clauseId}::uuid in (id, parent_id)),
    served as (
      select c.origin_decision_id, c.origin_recommendation_id from commitment_nodes k join nodes on nodes.id = k.node_id join promised p on p.id = k.commitment_id
      join commitments c on c.id = p.id where c.origin_decision_id is not null or c.origin_recommendation_id is not null
    ),
    work as (
      select 'decision' as kind, d.ref, d.text, ${group} as group, d.adopted_on as on
      from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id left join agenda_items i on i.id = d.agenda_item_id
      where (i.node_id in (select id from nodes) or d.id in (select origin_decision_id from served)) and d.status not in ('rejected', 'lapsed') and ${decisionsVisibleTo(viewer, view)}
      union all
      select 'recommendation', r.ref, r.title, ${group}, null
      from recommendations r join working_groups g on g.id = r.working_group_id
      where (r.id in (select x.recommendation_id from recommendation_nodes x join nodes on nodes.id = x.node_id) or r.id in (select origin_recommendation_id from served))
        and ${recommendationsVisibleTo(viewer, view)}
    )
    select *, count(*) over ()::int as count from work order by "on" desc nulls last, ref desc limit ${mostShown}`.execute(database());
  return { shown: found.rows.map(({ kind, ref, text, group: name, on }) => ({ kind, ref, text, group: name, on })), count: found.rows[0]?.count ?? 0 };
}

/** A figure of a published report that counts promises on a clause. */
export interface Counted {
  readonly report: string;
  readonly report_title: string;
  readonly key: string;
  readonly number: string;
  readonly commitments: number;
}

/** The figures of published reports in which promises on a clause are counted, the latest report first. */
export async function figuresOn(viewer: Actor, clauseId: string, view: View): Promise<Counted[]> {
  const found = await sql<Counted>`
    with ${promisedTo(viewer, view)}
    select r.ref as report, coalesce(t.title, a.title, r.ref) as report_title, g.key, g.number, count(distinct k.commitment_id)::int as commitments
    from commitment_nodes k join framework_nodes n on n.id = k.node_id and ${clauseId}::uuid in (n.id, n.parent_id) join promised p on p.id = k.commitment_id
    join report_figure_records x on x.kind = 'commitment' and x.record_id = k.commitment_id::text
    join report_figures g on g.id = x.figure_id join reports r on r.snapshot_of = g.report_id
    left join report_texts t on t.report_id = r.id and t.language = ${view.language} left join report_texts a on a.report_id = r.id and a.language = r.language
    where ${isWhole(sql`g`)} and ${standingTo(view.now)}
    group by r.id, t.title, a.title, g.id order by r.ref desc, g.number collate "C"`.execute(database());
  return found.rows;
}
