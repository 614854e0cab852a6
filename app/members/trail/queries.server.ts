import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { freshnessOf, standingOf, type Standing } from '#app/commitments/health/model';
import { attendedLeads, isAttended, type AttendedLeads } from '#app/commitments/attention/leads.server';
import type { CommitmentRow } from '#app/commitments/list/model';
import type { Status } from '#app/commitments/model';
import { readable, standingSql, todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import { splitByRung, type Verification } from '#app/records/verification/model';
import { clausesOf, declarationFor, decisionsBehind, endorsementsOf, figuresWith, updatesOf } from './relations.server';
import type { Party, Promises, PromisesOf, Relation, Trail } from './model';

const mostShown = 8;

/**
 * The commitments of a party that the viewer may read, as the start of a `with`: table `promises` with the columns of `commitments` and
 * `relation`. What was withdrawn or superseded is no longer promised.
 */
export function promisesOf(viewer: Actor, party: PromisesOf, view: View): RawBuilder<unknown> {
  return sql`promises as (
    select c.*, case when ${leads(party)} then 'by' else 'beside' end as relation from commitments c
    where c.published_at is not null and c.status not in ('withdrawn', 'superseded') and ${isOf(party)} and ${readable(viewer, view)})`;
}

function leads(party: PromisesOf): RawBuilder<boolean> {
  if (party.kind === 'coalition') return sql<boolean>`c.coalition_id = ${party.id}`;
  return party.kind === 'country' ? sql<boolean>`c.lead_country_iso2 = ${party.iso2}` : sql<boolean>`c.lead_organisation_id = any(${[...party.ids]}::uuid[])`;
}

/** It leads the commitment, or stands beside it. Those of a party are found by two indexes, one after the other. */
function isOf(party: PromisesOf): RawBuilder<boolean> {
  if (party.kind === 'coalition') return sql<boolean>`(${leads(party)} or ${isUnder(party.id)})`;
  const beside = party.kind === 'country'
    ? sql`select k.commitment_id from commitment_countries k where k.country_iso2 = ${party.iso2}`
    : sql`select k.commitment_id from confirmed_partners k where k.organisation_id = any(${[...party.ids]}::uuid[])`;
  return sql<boolean>`c.id in (select c.id from commitments c where ${leads(party)} union ${beside})`;
}

/** The commitment belongs to a coalition under this one. */
const isUnder = (id: string): RawBuilder<boolean> => sql<boolean>`c.coalition_id in (
  with recursive below as (select k.id from coalitions k where k.parent_id = ${id} union select k.id from coalitions k join below on k.parent_id = below.id) select id from below)`;

/** The promises of both relations: how many, how they stand, and those furthest behind. */
export async function promisesTold(viewer: Actor, party: PromisesOf, view: View): Promise<Readonly<Record<Relation, Promises>>> {
  const promises = promisesOf(viewer, party, view);
  const [tally, rows, leads] = await Promise.all([tallyOf(promises, view), rowsOf(promises, view), attendedLeads(viewer, view)]);
  const of = (relation: Relation): Promises => {
    const counted = tally.filter((row) => row.relation === relation);
    const sum = (pick: (row: TallyRow) => number) => counted.reduce((total, row) => total + pick(row), 0);
    return {
      count: sum((row) => row.count), updated: sum((row) => row.updated), standings: standingsOf(counted), rungs: splitByRung(counted),
      rows: rows.filter((row) => row.relation === relation).map((row) => shown(row, view, leads)),
    };
  };
  return { by: of('by'), beside: of('beside') };
}

/** Everything that hangs on a party, one query for each kind of link. */
export async function trailOf(viewer: Actor, party: Party, view: View): Promise<Trail> {
  const promises = promisesOf(viewer, party, view);
  const [told, endorsements, declaration, clauses, decisions, updates, figures] = await Promise.all([
    promisesTold(viewer, party, view), endorsementsOf(party, view), declarationFor(party, view), clausesOf(promises, view),
    decisionsBehind(viewer, promises, view), updatesOf(promises, view), figuresWith(promises, view),
  ]);
  return { ...told, endorsements, declaration, clauses, decisions, updates, figures };
}

interface TallyRow {
  readonly relation: Relation;
  readonly standing: Standing;
  readonly count: number;
  readonly updated: number;
  readonly rung: Verification | null;
}

function standingsOf(counted: readonly TallyRow[]): Promises['standings'] {
  const sums: Partial<Record<Standing, number>> = {};
  for (const { standing, count } of counted) sums[standing] = (sums[standing] ?? 0) + count;
  return sums;
}

async function tallyOf(promises: RawBuilder<unknown>, view: View): Promise<readonly TallyRow[]> {
  const found = await sql<TallyRow>`
    with ${promises} select relation, ${standingSql(todayOf(view))} as standing, last_verification as rung, count(*)::int as count, count(last_update_on)::int as updated
    from promises c group by 1, 2, 3`.execute(database());
  return found.rows;
}

interface StoredRow {
  relation: Relation; id: string; ref: string; title: string; title_language: string; type: string | null; lead: string; lead_organisation_id: string | null; lead_country_iso2: string | null; status: Status;
  stale_on: string | null; at_risk_on: string | null; off_track_on: string | null; last_update_on: string | null; ends_on: string | null;
  goal: string | null; unit: string | null; baseline_value: string | null; last_value: string | null; target_value: string | null;
}

/** Those furthest behind of each relation. */
async function rowsOf(promises: RawBuilder<unknown>, view: View): Promise<readonly StoredRow[]> {
  const order = sql`array_position(array['off_track', 'not_reached', 'stale', 'at_risk', 'on_track', 'reached_late', 'reached_on_time'], ${standingSql(todayOf(view))})`;
  const found = await sql<StoredRow>`
    with ${promises}, ranked as (
      select c.*, row_number() over (partition by relation order by ${order} nulls last, c.ends_on nulls last, c.id) as rank from promises c
    )
    select c.relation, c.id, c.ref, coalesce(t.title, a.title, c.ref) as title, coalesce(t.language, c.language) as title_language, c.type,
      coalesce(o.name, n.name, c.lead_country_iso2) as lead, c.lead_organisation_id, c.lead_country_iso2, c.status, c.stale_on, c.at_risk_on, c.off_track_on, c.last_update_on, c.ends_on,
      g.id as goal, g.unit, g.baseline_value, g.last_value, g.target_value
    from ranked c
    left join commitment_texts t on t.commitment_id = c.id and t.language = ${view.language}
    left join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    left join organisations o on o.id = c.lead_organisation_id
    left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    left join goals g on g.commitment_id = c.id and g.position = 1
    where c.rank <= ${mostShown} order by c.relation, c.rank`.execute(database());
  return found.rows;
}

function shown(row: StoredRow, view: View, leads: AttendedLeads): CommitmentRow {
  const today = todayOf(view);
  const { id, ref, title, title_language, type, lead, lead_country_iso2, ends_on, unit, baseline_value, last_value, target_value } = row;
  return {
    id, ref, title, title_language, type, lead, lead_country_iso2, attended: isAttended(leads, row), ends_on, standing: standingOf(row, today), freshness: freshnessOf(row, today),
    goal: row.goal === null ? undefined : { unit, baseline_value, last_value, target_value },
  };
}
