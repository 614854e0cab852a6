import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { keptAnswers } from '#app/access/kept-answers.server';
import type { Language } from '#app/languages/language';
import { type Day, isDay, isInstant } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { ListState } from '#app/table/state';
import { splitByRung, type Split, type Verification } from '#app/records/verification/model';
import { type AttendedLeads, attendedLeads, isAttended } from '../attention/leads.server';
import { freshnessOf, type Standing, standingOf } from '../health/model';
import type { Status } from '../model';
import { lastUpdated, standingSql, todayOf, type View } from '../readable.server';
import { matching, type Filters } from './conditions.server';
import type { CommitmentRow, Filter, Sort } from './model';

export const rowsOnAPage = 50;
const mostCounted = 10_000;

export interface CommitmentPage {
  readonly rows: readonly CommitmentRow[];
  /** The key of the next page; null on the last one. */
  readonly next: string | null;
}

interface StoredRow {
  id: string; ref: string; language: string; title: string | null; own_title: string | null; type: string | null; lead: string; lead_organisation_id: string | null; lead_country_iso2: string | null; status: Status;
  stale_on: string | null; at_risk_on: string | null; off_track_on: string | null; last_update_on: string | null; ends_on: string | null;
  goal: string | null; unit: string | null; baseline_value: string | null; last_value: string | null; target_value: string | null; sort_key: string;
}

interface SortKey {
  /** The expression of the index, to the letter. */
  readonly key: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  readonly cast: RawBuilder<unknown>;
  readonly valid: (text: string) => boolean;
  /** Latest first unless a minus turns it round: that is what the word says. */
  readonly latestFirst: boolean;
}
const recent = sql`coalesce(c.published_at, c.created_at)`;
const sortKeys: Readonly<Record<Sort, SortKey>> = {
  due: { key: sql`coalesce(c.ends_on, '9999-12-31')`, text: sql`coalesce(c.ends_on, '9999-12-31')::text`, cast: sql`::date`, valid: isDay, latestFirst: false },
  recent: {
    key: recent, text: sql`to_char(${recent} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`, cast: sql`::timestamptz`,
    valid: (text) => isInstant(text, 6), latestFirst: true,
  },
  updated: { key: lastUpdated, text: sql`${lastUpdated}::text`, cast: sql`::date`, valid: isDay, latestFirst: false },
  // Neither by title nor by lead: these stand in other tables, in the alphabet of each reader.
  ref: { key: sql`c.ref`, text: sql`c.ref`, cast: sql`::text`, valid: (text) => /^[A-Z]{3}-\d{4}-\d+$/.test(text), latestFirst: false },
};

/** One page of the list, fifty rows, in one query. An unusable key of a page is the first page. */
export async function listCommitments(viewer: Actor, state: ListState<Filter, Sort>, view: View, most = rowsOnAPage): Promise<CommitmentPage> {
  const { key, text, cast, latestFirst } = sortKeys[state.sort.by];
  const down = state.sort.descending !== latestFirst;
  const after = readKey(state);
  const beyond = after === undefined ? sql`true` : down ? sql`(${key}, c.id) < (${after.key}${cast}, ${after.id}::uuid)` : sql`(${key}, c.id) > (${after.key}${cast}, ${after.id}::uuid)`;
  const way = down ? sql`desc` : sql`asc`;
  // The rows of the page are chosen first and by nothing but their keys, so that whatever the filters are only they are read. What else is
  // known of each is looked up by its key: a join of as many tables takes longer to plan than fifty rows to read.
  const attended = attendedLeads(viewer, view);
  const found = await sql<StoredRow>`
    with page as materialized (
      select c.id from commitments c where ${matching(viewer, state.filters, view)} and ${beyond} order by ${key} ${way}, c.id ${way} limit ${most + 1})
    select c.id, c.ref, c.language, (select title from commitment_texts where commitment_id = c.id and language = ${view.language}) as title,
      (select title from commitment_texts where commitment_id = c.id and language = c.language) as own_title, c.type, c.lead_organisation_id, c.lead_country_iso2,
      coalesce((select name from organisations where id = c.lead_organisation_id), (select name from country_texts where iso2 = c.lead_country_iso2 and language = ${view.language}), c.lead_country_iso2) as lead,
      c.status, c.stale_on, c.at_risk_on, c.off_track_on, c.last_update_on, c.ends_on, g.id as goal, g.unit, g.baseline_value, g.last_value, g.target_value, ${text} as sort_key
    from page join commitments c on c.id = page.id left join goals g on g.commitment_id = c.id and g.position = 1
    order by ${key} ${way}, c.id ${way}`.execute(database());
  const page = found.rows.slice(0, most);
  const last = page.at(-1);
  const today = todayOf(view);
  const leads = await attended;
  return { rows: page.map((row) => rowOf(row, view.language, today, leads)), next: found.rows.length > most && last !== undefined ? `${last.sort_key}~${last.id}` : null };
}

function readKey(state: ListState<Filter, Sort>): { readonly key: string; readonly id: string } | undefined {
  const [key = '', id = ''] = (state.after ?? '').split('~');
  return sortKeys[state.sort.by].valid(key) && isId(id) ? { key, id } : undefined;
}

function rowOf(row: StoredRow, language: Language, today: Day, leads: AttendedLeads): CommitmentRow {
  const { unit, baseline_value, last_value, target_value } = row;
  return {
    id: row.id, ref: row.ref, title: row.title ?? row.own_title ?? row.ref, title_language: row.title === null ? row.language : language, type: row.type, lead: row.lead, lead_country_iso2: row.lead_country_iso2, attended: isAttended(leads, row),
    standing: standingOf(row, today), freshness: freshnessOf(row, today), ends_on: row.ends_on,
    goal: row.goal === null ? undefined : { unit, baseline_value, last_value, target_value },
  };
}

export interface Tally {
  /** How many match in all; counting stops at 10,000, and then `exact` is false. */
  readonly count: number;
  readonly exact: boolean;
  /** Nothing where counting stopped: what was counted by then says nothing of the rest. */
  readonly byStanding: Readonly<Partial<Record<Standing, number>>>;
  /** On which rung their last accepted updates stand. */
  readonly byRung: Split;
}

const tallies = keptAnswers<Tally>();

/** How many match, how many of them stand how, and who says so, in one query. */
export function tallyCommitments(viewer: Actor, filters: Filters, view: View, most = mostCounted): Promise<Tally> {
  return tallies.get(viewer, JSON.stringify([todayOf(view), most, filters]), async () => {
    const counted = await sql<{ standing: Standing; rung: Verification | null; count: number }>`
      select standing, rung, count(*)::int as count
      from (select ${standingSql(todayOf(view))} as standing, c.last_verification as rung from commitments c where ${matching(viewer, filters, view)} limit ${most + 1}) as matching
      group by standing, rung`.execute(database());
    const total = counted.rows.reduce((sum, row) => sum + row.count, 0);
    const exact = total <= most;
    return { count: Math.min(total, most), exact, byStanding: exact ? byStanding(counted.rows) : {}, byRung: exact ? splitByRung(counted.rows) : {} };
  });
}

function byStanding(counted: readonly { readonly standing: Standing; readonly count: number }[]): Tally['byStanding'] {
  const sums: Partial<Record<Standing, number>> = {};
  for (const { standing, count } of counted) sums[standing] = (sums[standing] ?? 0) + count;
  return sums;
}
