import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { isDay } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { countLimit, readMark, totalOf, writeMark, type Page } from '#app/table/keyset';
import { valueOf } from '#app/table/state';
import { ofDimension } from '#app/working-groups/dimensions/queries.server';
import { groupText, pageSize } from '#app/working-groups/fragments.server';
import type { DecisionRule } from '#app/working-groups/model';
import type { Quorum } from '#app/working-groups/sessions/model';
import { decisionsVisibleTo, insideOf, sessionsVisibleTo, toldTo } from '#app/working-groups/visible.server';
import type { DecisionListState } from './list';
import type { DecisionStatus, VoteKind } from './model';

export interface DecisionRow {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly status: DecisionStatus;
  readonly rule: DecisionRule;
  readonly adopted_on: string | null;
  /** Null where a written procedure took it. */
  readonly session_ref: string | null;
  readonly procedure_ref: string | null;
  readonly group_ref: string;
  readonly group_name: string;
  readonly group_language: string;
  readonly votes_for: number;
  readonly votes_against: number;
  readonly objections: number;
  readonly abstentions: number;
}

export interface DecisionRecord extends DecisionRow {
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly item: number | null;
  readonly item_title: string | null;
  readonly dissent: string | null;
  readonly review_on: string | null;
  readonly quorum_present: number;
  readonly quorum_base: number;
  readonly quorum_share: string;
  readonly quorum_at: Date;
  readonly quorum_met: boolean;
  readonly quorum_minimums: Quorum['minimums'];
  readonly session_title: string;
  /** Of its session, or the end of its written procedure. */
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
  readonly lapsed_in: string | null;
  /** It lapsed because its group ended. */
  readonly lapsed_on_end: boolean;
  /** The session that confirmed it, where the viewer may see that one too. */
  readonly confirmed_in: string | null;
  readonly inside: boolean;
}

/** How many voted so on a decision `d`. */
export const tallied = (kind: VoteKind) => sql`(select count(*)::int from votes v where v.decision_id = d.id and v.vote = ${kind})`;
const columns = sql`d.id, d.ref, d.text, d.status, d.rule, d.adopted_on, s.ref as session_ref, (select b.ref from ballots b where b.id = d.ballot_id) as procedure_ref, g.ref as group_ref, text.name as group_name, text.language as group_language,
  ${tallied('for')} as votes_for, ${tallied('against')} as votes_against, ${tallied('objection')} as objections, ${tallied('abstain')} as abstentions`;
const from = (view: View) => sql`from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id cross join ${groupText(view.language)}`;
/** The expression of the index `decisions_recent`: a decision that is not adopted stands at the end. */
const adopted = sql`coalesce(d.adopted_on, '0001-01-01'::date)`;

function matching(viewer: Actor, state: DecisionListState, view: View): RawBuilder<unknown> {
  const words = valueOf(state, 'q');
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values === undefined ? sql`true` : sql`${column} = any(${values}::text[])`);
  return sql`${decisionsVisibleTo(viewer, view)} and ${among(sql`g.ref`, state.filters.group)} and ${among(sql`d.status`, state.filters.status)}
    and ${among(sql`extract(year from d.adopted_on)::text`, state.filters.year)}
    and ${among(sql`d.rule`, state.filters.rule)} and ${among(sql`case when d.session_id is null then 'written' else 'session' end`, state.filters.taken)} and ${aboutClause(state.filters.clause)}
    and ${ofDimension(sql`(select i.dimension_id from agenda_items i where i.id = d.agenda_item_id)`, state.filters.dimension)}
    and ${words === '' ? sql`true` : sql`(d.ref = upper(${words}) or d.tokens @> search_tokens(${words}))`}`;
}

/** About one of the clauses: by the item on which it was taken, or by what is recommended on its ground. */
const aboutClause = (codes: readonly string[] | undefined): RawBuilder<unknown> => (codes === undefined ? sql`true` : sql`exists (select from framework_nodes n where n.code = any(${[...codes]}::text[]) and (
  n.id = (select i.node_id from agenda_items i where i.id = d.agenda_item_id)
  or exists (select from recommendation_nodes rn join recommendation_decisions rd on rd.recommendation_id = rn.recommendation_id where rn.node_id = n.id and rd.decision_id = d.id)))`);

const order = (state: DecisionListState) => (state.sort.descending ? sql`${adopted} desc, d.id desc` : sql`${adopted}, d.id`);

/** One page of the register: the decisions a viewer may see. */
export async function listDecisions(viewer: Actor, state: DecisionListState, view: View): Promise<Page<DecisionRow>> {
  const after = readMark(state.after, isDay, isId);
  const beyond = after === undefined ? sql`true` : sql`(${adopted}, d.id) ${state.sort.descending ? sql`<` : sql`>`} (${after.value}::date, ${after.id}::uuid)`;
  const which = matching(viewer, state, view);
  const [found, counted] = await Promise.all([
    sql<DecisionRow>`select ${columns} ${from(view)} where ${which} and ${beyond} order by ${order(state)} limit ${pageSize + 1}`.execute(database()),
    sql<{ counted: number }>`select count(*)::int as counted from (
      select from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id where ${which} limit ${countLimit + 1}) counted_rows`.execute(database()),
  ]);
  const page = found.rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page,
    next: found.rows.length > pageSize && last !== undefined ? writeMark({ value: last.adopted_on ?? '0001-01-01', id: last.id }) : null,
    total: totalOf(counted.rows[0]?.counted ?? 0),
  };
}

/** Every decision that matches, for files; ordered as the register. */
export async function allDecisions(viewer: Actor, state: DecisionListState, view: View): Promise<readonly DecisionRow[]> {
  return (await sql<DecisionRow>`select ${columns} ${from(view)} where ${matching(viewer, state, view)} order by ${order(state)}`.execute(database())).rows;
}

const details = (viewer: Actor, view: View) => sql`
  select ${columns}, g.id as working_group_id, g.coalition_id, i.position as item, i.title as item_title, d.dissent, d.review_on, d.quorum_present, d.quorum_base, d.quorum_share, d.quorum_at, d.quorum_met, d.quorum_minimums, coalesce(s.title, w.title) as session_title, coalesce(s.starts_at, w.closes_at) as starts_at, coalesce(s.time_zone, w.time_zone) as time_zone,
    ${insideOf(viewer, view)} as inside,
    (select s.ref from sessions s where s.id = d.confirmed_in and ${sessionsVisibleTo(viewer, view)} and ${toldTo(viewer, view)}) as confirmed_in,
    d.lapsed_on_end, (select s.ref from sessions s where s.id = d.lapsed_in and ${sessionsVisibleTo(viewer, view)}) as lapsed_in,
    case when d.status in ('adopted', 'superseded') then (select e.ref from decisions e where e.id = d.supersedes_id) end as supersedes,
    (select l.ref from decisions l where l.supersedes_id = d.id and l.status in ('adopted', 'superseded')) as superseded_by
  ${from(view)} left join ballots w on w.id = d.ballot_id left join agenda_items i on i.id = d.agenda_item_id where ${decisionsVisibleTo(viewer, view)}`;

export async function findDecision(viewer: Actor, ref: string, view: View): Promise<DecisionRecord | undefined> {
  return (await sql<DecisionRecord>`${details(viewer, view)} and d.ref = ${ref}`.execute(database())).rows[0];
}

/** The decisions of one session, in the order of its agenda. */
export async function decisionsOfSession(viewer: Actor, sessionId: string, view: View): Promise<readonly DecisionRecord[]> {
  return (await sql<DecisionRecord>`${details(viewer, view)} and d.session_id = ${sessionId} order by i.position nulls last, d.ref`.execute(database())).rows;
}

/** The decisions of one group, latest first. */
export async function decisionsOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly DecisionRecord[]> {
  return (await sql<DecisionRecord>`${details(viewer, view)} and d.working_group_id = ${groupId} order by d.ref desc limit 100`.execute(database())).rows;
}

export interface VoteRow {
  readonly vote: VoteKind;
  readonly words: string | null;
  readonly organisation: string | null;
  readonly constituency: string | null;
}

/** WG-5: who voted how, by seat. The persons stay inside. */
export async function votesOf(viewer: Actor, decisionRef: string, view: View): Promise<readonly VoteRow[]> {
  return (await sql<VoteRow>`
    select v.vote, v.words, o.name as organisation, seats.constituency
    from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id join votes v on v.decision_id = d.id
    join seats on seats.id = v.seat_id left join session_seats x on x.session_id = s.id and x.seat_id = v.seat_id left join ballot_seats y on y.ballot_id = d.ballot_id and y.seat_id = v.seat_id left join organisations o on o.id = coalesce(x.organisation_id, y.organisation_id)
    where d.ref = ${decisionRef} and ${decisionsVisibleTo(viewer, view)}
    order by array_position(array['for', 'against', 'objection', 'abstain'], v.vote), coalesce(o.name, seats.constituency) collate "und-x-icu"`.execute(database())).rows;
}
