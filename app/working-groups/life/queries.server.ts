import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import { dayOf } from '#app/platform/clock';
import { database, type Reader } from '#app/platform/database.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { ownersToChoose, type OwnerChoice } from '#app/working-groups/actions/owners.server';
import { consentedName } from '#app/working-groups/fragments.server';
import type { GroupStatus } from '#app/working-groups/model';
import { groupPolicy, type GroupRef } from '#app/working-groups/policy';
import { groupsVisibleTo, insideOf } from '#app/working-groups/visible.server';
import type { GroupRow } from '#app/working-groups/queries.server';
import { holdsOn } from '#app/working-groups/seats/days.server';
import { lacking, lifeActs, type Lack, type Standing } from './model';
import { lifePolicy } from './policy';
import type { LifeFacts } from './section';

export interface LifeStep {
  readonly status: GroupStatus;
  readonly taken_on: string;
  readonly reason: string | null;
  /** Who has the actions that were open at the end: inside, or where they agreed to be named. */
  readonly heir: string | null;
}

/** The steps of a group, the first one first. */
export async function stepsOf(viewer: Actor, groupId: string, view: View): Promise<readonly LifeStep[]> {
  return (await sql<LifeStep>`
    select x.status, x.taken_on, x.reason, (select case when ${insideOf(viewer, view)} and p.erased_at is null then p.name else ${consentedName} end from people p where p.id = x.heir_id) as heir
    from working_group_steps x join working_groups g on g.id = x.working_group_id
    where g.id = ${groupId} and ${groupsVisibleTo(viewer, view)}
    order by array_position(array['proposed', 'chartered', 'active', 'reporting', 'concluded', 'dissolved'], x.status)`.execute(database())).rows;
}

/** The life of a group as its page shows it: the steps, and what the viewer may do now. */
export async function lifeFor(viewer: Actor, group: GroupRow, view: View): Promise<LifeFacts> {
  const subject = viewer.kind === 'person' ? { ...group, ...(await takersOf(database(), group.id)) } : undefined;
  return {
    steps: await stepsOf(viewer, group.id, view), seats: may(groupPolicy.seat, viewer, group).allowed,
    acts: subject === undefined ? [] : lifeActs.filter((act) => may(lifePolicy[act], viewer, subject).allowed),
  };
}

/** Who took the steps that another person has to answer. */
export async function takersOf(db: Reader, groupId: string): Promise<{ readonly proposed_by: string | null; readonly reported_by: string | null }> {
  const rows = await db.selectFrom('working_group_steps').select(['status', 'taken_by']).where('working_group_id', '=', groupId).where('status', 'in', ['proposed', 'reporting']).execute();
  const takerOf = (status: string) => rows.find((one) => one.status === status)?.taken_by ?? null;
  return { proposed_by: takerOf('proposed'), reported_by: takerOf('reporting') };
}

/** GL-3: what of a group is not over at an instant, by reference; the caller decides whether it may be told. */
export async function standingOf(db: Reader, groupId: string, now: Date): Promise<Standing> {
  const refs = (what: string, from: ReturnType<typeof sql>) => sql`coalesce((select json_agg(x.ref order by x.ref) from ${from}), '[]') as ${sql.ref(what)}`;
  const found = await sql<Standing>`select
    ${refs('sessions', sql`sessions x where x.working_group_id = ${groupId} and x.status in ('draft', 'convened', 'in_progress')`)},
    ${refs('minutes', sql`sessions x where x.working_group_id = ${groupId} and x.status in ('adjourned', 'minutes_draft', 'in_correction', 'approved')`)},
    ${refs('procedures', sql`ballots x where x.working_group_id = ${groupId} and x.session_id is null and x.withdrawn_at is null and x.closes_at > ${now}`)},
    ${refs('meetings', sql`meetings x where x.working_group_id = ${groupId} and x.status <> 'cancelled' and x.ends_on >= (${now}::timestamptz at time zone 'UTC')::date`)},
    ${refs('recommendations', sql`recommendations x where x.working_group_id = ${groupId} and x.status in ('draft', 'preliminary')`)}`.execute(db);
  return found.rows[0] ?? { sessions: [], minutes: [], procedures: [], meetings: [], recommendations: [] };
}

/** GL-3: what a group lacks to begin its work at an instant. */
export const lackingOn = async (db: Reader, groupId: string, now: Date): Promise<readonly Lack[]> =>
  lacking(await db.selectFrom('seats').select(['role', 'voting', 'holder_id']).where('working_group_id', '=', groupId).where(holdsOn('seats', dayOf(now))).execute());

const openActions = sql`from action_items a join sessions s on s.id = a.session_id where a.status in ('open', 'in_progress', 'blocked')`;

/** The open actions of a group, and who has them. */
export async function openActionsOf(db: Reader, groupId: string): Promise<readonly { readonly id: string; readonly owner_id: string }[]> {
  return (await sql<{ id: string; owner_id: string }>`select a.id, a.owner_id ${openActions} and s.working_group_id = ${groupId} order by a.id`.execute(db)).rows;
}

/** GL-6: to whom the open actions can go: who sits in the group, or serves its coalition. */
export async function heirsToChoose(viewer: Actor, group: GroupRef, view: View): Promise<readonly Pick<OwnerChoice, 'person_id' | 'name'>[]> {
  const seated = await ownersToChoose(viewer, { working_group_id: group.id, owner_id: null }, view);
  const serving = (await secretariatOf(database(), group.coalition_id, view.now)).filter((id) => seated.every((one) => one.person_id !== id));
  const named = serving.length === 0 ? [] : await database().selectFrom('people').select(['id as person_id', 'name']).where('id', 'in', serving).where('erased_at', 'is', null).where('suspended_at', 'is', null).orderBy('name').execute();
  return [...seated, ...named];
}

export interface GroupClause {
  readonly code: string;
  readonly title: string;
}

/** The clauses that a group works on, in the order of their texts. */
export async function clausesOfGroup(viewer: Actor, groupId: string, view: View): Promise<readonly GroupClause[]> {
  return (await sql<GroupClause>`
    select n.code, coalesce((select t.title from framework_node_texts t where t.node_id = n.id order by t.language = ${view.language} desc, t.language = v.authoritative_language desc, t.language limit 1), n.code) as title
    from working_group_nodes x join working_groups g on g.id = x.working_group_id join framework_nodes n on n.id = x.node_id join framework_versions v on v.id = n.version_id join frameworks f on f.id = v.framework_id
    where g.id = ${groupId} and ${groupsVisibleTo(viewer, view)} order by f.code <> 'CONNDECL', f.code, n.code collate "C"`.execute(database())).rows;
}
