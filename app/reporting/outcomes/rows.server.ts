import { sql, type RawBuilder } from 'kysely';
import { anyone } from '#app/access/actor';
import type { At } from '#app/commitments/readable.server';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { tallied } from '#app/working-groups/decisions/queries.server';
import { partiesOf, saidBy } from '#app/working-groups/responses/parties.server';
import { decisionsVisibleTo, outcomesVisibleTo as sessionsToldTo, recommendationsVisibleTo } from '#app/working-groups/visible.server';
import type { JsonObject } from '#db/schema';
import { rowKinds, type DecisionFacts, type OutcomeKind, type OutcomeRows, type RecommendationFacts, type RowKind, type SessionFacts } from './model';

type FactsOf = { readonly session: SessionFacts; readonly decision: DecisionFacts; readonly recommendation: RecommendationFacts };
export interface Choosable<Kind extends RowKind> {
  readonly id: string;
  readonly facts: FactsOf[Kind];
}
export type Choice = { readonly [Kind in RowKind]: readonly Choosable<Kind>[] };

const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select jsonb_agg(one order by one) from (${rows}) found (one)), '[]')`;
const there = sql`(select count(distinct a.seat_id)::int from attendances a join session_seats x on x.session_id = a.session_id and x.seat_id = a.seat_id and x.voting and not x.on_leave where a.session_id = s.id and a.presence in ('in_person', 'remote'))`;

/**
 * OR-2: what a group can report on: its sessions, decisions and recommendations as anybody may read them, and what they say now. A final
 * report names no recommendation whose words can still change.
 */
export async function choosableRows(db: Reader, groupId: string, kind: OutcomeKind, view: At): Promise<Choice> {
  const settled = kind === 'final' ? sql`r.final_on is not null` : sql`true`;
  const found = {
    session: await sql<Choosable<'session'>>`
      select s.id, jsonb_build_object('ref', s.ref, 'title', s.title, 'on', to_char(s.starts_at at time zone s.time_zone, 'YYYY-MM-DD'), 'present', ${there},
        'seats', (select count(*)::int from session_seats x where x.session_id = s.id and x.voting and not x.on_leave)) as facts
      from sessions s join working_groups g on g.id = s.working_group_id
      where g.id = ${groupId} and s.status = 'published' and ${sessionsToldTo(anyone, view)} order by s.starts_at, s.id`.execute(db),
    decision: await sql<Choosable<'decision'>>`
      select d.id, jsonb_build_object('ref', d.ref, 'text', d.text, 'status', d.status, 'on', d.adopted_on, 'session', s.ref, 'rule', d.rule, 'dissent', d.dissent,
        'votes_for', ${tallied('for')}, 'votes_against', ${tallied('against')}, 'abstentions', ${tallied('abstain')}) as facts
      from decisions d left join sessions s on s.id = d.session_id join working_groups g on g.id = d.working_group_id
      where g.id = ${groupId} and d.status in ('adopted', 'superseded') and ${decisionsVisibleTo(anyone, view)} order by d.adopted_on, d.ref`.execute(db),
    recommendation: await sql<Choosable<'recommendation'>>`
      select r.id, jsonb_build_object('ref', r.ref, 'title', r.title, 'text', r.text, 'status', r.status, 'asked', counted.asked, 'answered', counted.answered,
        'decisions', ${listOf(sql`select d.ref from recommendation_decisions rd join decisions d on d.id = rd.decision_id left join sessions s on s.id = d.session_id where rd.recommendation_id = r.id and ${decisionsVisibleTo(anyone, view)}`)},
        'clauses', ${listOf(sql`select distinct n.code from recommendation_nodes rn join framework_nodes n on n.id = rn.node_id where rn.recommendation_id = r.id`)}) as facts
      from recommendations r join working_groups g on g.id = r.working_group_id
      cross join lateral (select count(*)::int as asked, count(said.id)::int as answered from ${partiesOf} p left join ${saidBy} on true) counted
      where g.id = ${groupId} and ${settled} and not exists (select from recommendations o where o.succeeds_id = r.id and o.status <> 'draft') and ${recommendationsVisibleTo(anyone, view)} order by r.ref`.execute(db),
  };
  return { session: found.session.rows, decision: found.decision.rows, recommendation: found.recommendation.rows };
}

export type Chosen = { readonly [Kind in RowKind]: readonly string[] };

/** Keeps what was chosen with the report, in place of what was kept before; what cannot be chosen (any more) is left out. */
export async function keepRows(tx: Tx, report: { readonly id: string; readonly working_group_id: string; readonly kind: OutcomeKind }, chosen: Chosen, view: At): Promise<number> {
  const choice = await choosableRows(tx, report.working_group_id, report.kind, view);
  const rows = rowKinds.flatMap((kind) => choice[kind].filter(({ id }) => chosen[kind].includes(id)).map(({ id, facts }, at) => ({ outcome_id: report.id, kind, record_id: id, position: at + 1, facts: { ...facts } as unknown as JsonObject })));
  await tx.deleteFrom('outcome_rows').where('outcome_id', '=', report.id).execute();
  if (rows.length > 0) await tx.insertInto('outcome_rows').values(rows).execute();
  return rows.length;
}

/** What was chosen, as it stood then. */
export async function rowsOf(db: Reader, id: string): Promise<OutcomeRows> {
  const found = await db.selectFrom('outcome_rows').select(['kind', 'facts']).where('outcome_id', '=', id).orderBy('kind').orderBy('position').execute();
  const of = <Kind extends RowKind>(kind: Kind) => found.filter((row) => row.kind === kind).map((row) => row.facts as unknown as FactsOf[Kind]);
  return { session: of('session'), decision: of('decision'), recommendation: of('recommendation') };
}

/** The keys of what was chosen: what the form ticks. */
export async function chosenOf(id: string): Promise<Chosen> {
  const found = await database().selectFrom('outcome_rows').select(['kind', 'record_id']).where('outcome_id', '=', id).execute();
  const of = (kind: RowKind) => found.filter((row) => row.kind === kind).map((row) => row.record_id);
  return { session: of('session'), decision: of('decision'), recommendation: of('recommendation') };
}
