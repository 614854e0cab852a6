import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { servedFromAbove } from '#app/access/visibility.server';
import type { View } from '#app/commitments/readable.server';
import { database, type Tx } from '#app/platform/database.server';
import { outcomesVisibleTo } from '#app/reporting/outcomes/visible.server';
import { publishedTo } from '#app/reporting/publication/published.server';
import { sessionsVisibleTo, toldTo } from '#app/working-groups/visible.server';

/** A report as an item of an agenda names it. */
export interface ItemReport {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** Whether anybody can read it by now. */
  readonly out: boolean;
  /** An outcome report of a group; null for an annual report. */
  readonly outcome: { readonly group: string; readonly number: number } | null;
}

const out = (view: View) => publishedTo(view.now, sql`p`);
/** What is out, and for whoever serves the coalition also what is still being written. */
const seen = (viewer: Actor, view: View) => sql`(${out(view)} or ${servedFromAbove(viewer, sql`y.coalition_id`)})`;
const facts = (view: View) => sql`p.id, p.ref, ${out(view)} as out,
  coalesce((select t.title from report_texts t where t.report_id = p.id order by t.language = ${view.language} desc, t.language = p.language desc, t.language limit 1), p.ref) as title, null::jsonb as outcome`;
const outcomeFacts = (view: View) => sql`o.id, g.ref || '-O' || o.number as ref, o.status = 'published' as out,
  coalesce((select t.text from outcome_texts t where t.outcome_id = o.id and t.part = 'title' order by t.language = ${view.language} desc, t.language = o.language desc, t.language limit 1), g.ref) as title,
  jsonb_build_object('group', g.ref, 'number', o.number) as outcome from outcome_reports o join working_groups g on g.id = o.working_group_id`;

/** The report that an item `i` launches, as far as the viewer may know of it; what is out leads to its page. */
export const reportOf = (viewer: Actor, view: View): RawBuilder<unknown> => sql`(select row_to_json(found) from (
  select ${facts(view)} from reports p join cycles y on y.id = p.cycle_id where p.id = i.report_id and ${seen(viewer, view)}
  union all select ${outcomeFacts(view)} where o.id = i.outcome_id and ${outcomesVisibleTo(viewer, view)}) found)`;

/** The reports that an item of a group can launch: annual ones of its coalition, outcome reports that are all but approved, and the one that it names already. The latest first. */
export async function reportsToLaunch(viewer: Actor, group: { readonly coalition_id: string }, current: string | null, view: View): Promise<readonly ItemReport[]> {
  return (await sql<ItemReport>`select * from (select ${facts(view)} from reports p join cycles y on y.id = p.cycle_id
    where y.coalition_id = ${group.coalition_id} and p.status <> 'corrected' and ${seen(viewer, view)} or p.id = ${current}
    union all select ${outcomeFacts(view)} where (g.coalition_id = ${group.coalition_id} and o.status in ('final_review', 'approved') and ${outcomesVisibleTo(viewer, view)}) or o.id = ${current}) found order by outcome is not null, ref desc limit 100`.execute(database())).rows;
}

/** A session that launches a report. */
export interface Launch {
  readonly ref: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly time_zone: string;
}

/** The sessions on whose agenda a report stands, in whichever edition, as far as the viewer may see them; the first comes first. */
export async function launchesOf(viewer: Actor, reportRef: string, view: View): Promise<readonly Launch[]> {
  return (await sql<Launch>`select s.ref, s.title, s.starts_at, s.time_zone from sessions s join working_groups g on g.id = s.working_group_id
    where s.status <> 'cancelled' and ${sessionsVisibleTo(viewer, view)} and exists (select from agenda_items i join reports p on p.id = i.report_id
      where i.session_id = s.id and p.ref = ${reportRef} and (i.outcome is distinct from 'withdrawn' or not ${toldTo(viewer, view)})) order by s.starts_at, s.ref limit 8`.execute(database())).rows;
}

/** The reports of a coalition of which no edition stands on an agenda yet, for the plenary whose meetings launch them. */
export async function reportsNotLaunched(viewer: Actor, groupId: string, view: View): Promise<readonly ItemReport[]> {
  return (await sql<ItemReport>`select ${facts(view)} from reports p join cycles y on y.id = p.cycle_id join working_groups g on g.coalition_id = y.coalition_id and g.kind = 'plenary'
    where g.id = ${groupId} and p.status <> 'corrected' and ${seen(viewer, view)} and not exists (select from agenda_items i join reports l on l.id = i.report_id where l.ref = p.ref and i.outcome is distinct from 'withdrawn') order by p.ref limit 8`.execute(database())).rows;
}

/** An item `i` of a meeting that is ahead or under way, which has not ended. */
const stillAhead = sql`exists (select from sessions m where m.id = i.session_id and m.status <> 'cancelled' and i.outcome is null)`;

/** Whether an outcome report stands on an agenda: ahead, treated, or put off by the last meeting of a group, which proposes it again. */
const standsOn = (report: RawBuilder<unknown>) => sql`exists (select from agenda_items i where i.outcome_id = ${report} and (${stillAhead} or i.outcome = 'treated'
  or (i.outcome = 'deferred' and i.session_id = (select l.id from sessions s join sessions l on l.working_group_id = s.working_group_id where s.id = i.session_id and l.adjourned_at is not null order by l.number desc limit 1))))`;

/** OR-7: the outcome reports that wait for their launch and stand on no agenda: a group’s own from their final review on, for a plenary also what was approved of others. */
export async function outcomesNotLaunched(viewer: Actor, groupId: string, view: View): Promise<readonly (ItemReport & { readonly own: boolean })[]> {
  return (await sql<ItemReport & { own: boolean }>`select found.*, w.id = ${groupId} as own from (select ${outcomeFacts(view)} where o.status in ('final_review', 'approved') and ${outcomesVisibleTo(viewer, view)} and not ${standsOn(sql`o.id`)}) found
    join outcome_reports r on r.id = found.id join working_groups w on w.id = r.working_group_id
    where w.id = ${groupId} or (r.status = 'approved' and exists (select from working_groups p where p.id = ${groupId} and p.kind = 'plenary' and p.coalition_id = w.coalition_id)) order by own desc, found.ref limit 8`.execute(database())).rows;
}

/** An item `i` that the last meeting put off launches an outcome report that is out meanwhile, or that stands on another agenda already. */
export const launchesElsewhere = sql<boolean>`(i.outcome_id is not null and (exists (select from outcome_reports o where o.id = i.outcome_id and o.status in ('launched', 'published'))
  or exists (select from agenda_items x join sessions m on m.id = x.session_id where x.outcome_id = i.outcome_id and x.outcome is null and m.status <> 'cancelled')))`;

/** OR-7: under the lock of the reports, those of which an item is still ahead: of two who plan at once, one puts a report on an agenda. */
export async function launchStands(tx: Tx, outcomes: readonly string[]): Promise<boolean> {
  if (outcomes.length === 0) return false;
  await tx.selectFrom('outcome_reports').select('id').where('id', 'in', outcomes).orderBy('id').forUpdate().execute();
  return (await sql`select from agenda_items i where i.outcome_id = any(${outcomes}::uuid[]) and ${stillAhead} limit 1`.execute(tx)).rows.length > 0;
}
