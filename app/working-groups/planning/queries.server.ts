import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { zonesWith } from '#app/accounts/zones.server';
import { todayOf, type View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { addDays, addMonths, dayOf, wallClockAt } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { openActionsOf } from '#app/working-groups/actions/queries.server';
import type { AgendaForm } from '#app/working-groups/agenda/items.server';
import { launchesElsewhere, outcomesNotLaunched, reportsNotLaunched } from '#app/working-groups/agenda/reports.server';
import { backlogOf } from '#app/working-groups/backlog/queries.server';
import { chairOf } from '#app/working-groups/chair/queries.server';
import { decisionsOfGroup } from '#app/working-groups/decisions/queries.server';
import type { Dimension } from '#app/working-groups/dimensions/model';
import { dimensionsToChoose } from '#app/working-groups/dimensions/queries.server';
import { groupPolicy } from '#app/working-groups/policy';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { clausesToChoose, recommendationsOfGroup, type ClauseRow, type RecommendationRow } from '#app/working-groups/recommendations/queries.server';
import { proposedDays } from '#app/working-groups/sessions/cadence';
import { sessionsOfGroup, type SessionRow } from '#app/working-groups/sessions/queries.server';
import type { ActionRow } from '#app/working-groups/sessions/record.server';
import type { Terms } from '#app/working-groups/terms/model';
import { termsVersions } from '#app/working-groups/terms/queries.server';
import { insideOf } from '#app/working-groups/visible.server';
import { overdueInScope, unansweredOf } from './scope.server';

/** An item that the chair may take onto the next agenda. */
export interface Proposal {
  /** `actions`, `provisional`, or the id of what it comes from. */
  readonly key: string;
  readonly item: AgendaForm & { readonly proposal_id?: string };
  readonly why: 'deferred' | 'actions' | 'provisional' | 'overdue' | 'unanswered' | 'backlog' | 'launch' | 'final';
  /** Whether it is taken unless the chair leaves it out. */
  readonly taken: boolean;
}

/** The next session as the group's habits suggest it; whatever is not known is left to be filled in. */
export interface Suggestion {
  readonly title: string;
  readonly day: string;
  readonly time: string;
  /** Null where the last session had no end. */
  readonly minutes: number | null;
  readonly time_zone: string;
  readonly mode: string;
  readonly place: string | null;
  readonly join_link: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly visibility: string;
  readonly purpose: string;
}

export interface GroupDeskFacts {
  readonly group: GroupRecord;
  /** Planned, under way, or met and not published yet. */
  readonly underway: readonly SessionRow[];
  readonly actions: readonly ActionRow[];
  readonly proposals: readonly Proposal[];
  readonly suggestion: Suggestion;
  readonly zones: readonly string[];
  /** Adopted decisions, which a recommendation can rest on. */
  readonly grounds: readonly { readonly id: string; readonly ref: string; readonly text: string }[];
  readonly clauses: readonly ClauseRow[];
  readonly recommendations: readonly RecommendationRow[];
  /** What a recommendation can be given to. */
  readonly dimensions: readonly Dimension[];
  readonly today: string;
  /** Whether the viewer may hand the chair over. */
  readonly handsOver: boolean;
}

const open = ['draft', 'convened', 'in_progress', 'adjourned'];

/** The desk of a group, for whoever holds `group:plan`. */
export async function groupDeskOf(viewer: Actor, group: GroupRecord, view: View): Promise<GroupDeskFacts> {
  const [sessions, actions, decisions, clauses, recommendations, last, chair, dimensions, versions] = await Promise.all([
    sessionsOfGroup(viewer, group.id, view), openActionsOf(viewer, group.id, view), decisionsOfGroup(viewer, group.id, view),
    clausesToChoose(viewer, view), recommendationsOfGroup(viewer, group.id, view), lastSession(viewer, group.id, view), chairOf(viewer, group, view.now), dimensionsToChoose(viewer, group.id, view), termsVersions(viewer, group.id, view),
  ]);
  const suggestion = suggested(group, { sessions, versions, last }, view);
  return {
    group, actions, clauses, recommendations, dimensions, suggestion, today: todayOf(view), zones: zonesWith(suggestion.time_zone),
    handsOver: chair !== undefined && may(groupPolicy.handOver, viewer, { ...group, chair_id: chair.person_id }).allowed,
    underway: sessions.filter((session) => open.includes(session.status)).toReversed(),
    proposals: await proposalsFor(viewer, group, view),
    grounds: decisions.filter((one) => one.status === 'adopted').map(({ id, ref, text }) => ({ id, ref, text })),
  };
}

type Last = Pick<Suggestion, 'time_zone' | 'mode' | 'place' | 'join_link' | 'languages' | 'visibility'> & { readonly starts_at: Date; readonly ends_at: Date | null };

async function lastSession(viewer: Actor, groupId: string, view: View): Promise<Last | undefined> {
  return (await sql<Last>`select s.starts_at, s.ends_at, s.time_zone, s.mode, s.place, s.join_link, s.languages, s.visibility from sessions s join working_groups g on g.id = s.working_group_id
    where g.id = ${groupId} and s.status <> 'cancelled' and ${insideOf(viewer, view)} order by s.starts_at desc limit 1`.execute(database())).rows[0];
}

function suggested(group: GroupRecord, { sessions, versions, last }: { readonly sessions: readonly SessionRow[]; readonly versions: readonly Terms[]; readonly last: Last | undefined }, view: View): Suggestion {
  const t = textFor(view.language, 'working-groups');
  const zone = last?.time_zone ?? 'UTC';
  const soonest = addDays(todayOf(view), group.notice_days);
  return {
    title: t('plan.suggested_title', { group: group.name, number: Math.max(0, ...sessions.map((one) => one.number)) + 1 }),
    day: proposedDays(versions, last === undefined ? undefined : dayOf(last.starts_at, zone), { notBefore: soonest, until: addMonths(soonest, 24) })[0] ?? '',
    time: last === undefined ? '' : wallClockAt(last.starts_at, zone).slice(11),
    minutes: last === undefined ? 90 : last.ends_at === null ? null : Math.round((last.ends_at.getTime() - last.starts_at.getTime()) / 60_000),
    time_zone: zone, mode: last?.mode ?? 'remote', place: last?.place ?? null, join_link: last?.join_link ?? null, languages: last?.languages ?? [], visibility: last?.visibility ?? 'public', purpose: 'working',
  };
}

type Deferred = AgendaForm & { readonly id: string };

/** What an agenda is assembled from: open actions, decisions that wait for a quorum, the final report that a group owes, items that the last meeting deferred, commitments overdue in the group’s scope, recommendations that nothing answers, what members propose, outcome reports that wait for their launch, and for a plenary the reports that no meeting has launched. */
export async function proposalsFor(viewer: Actor, group: Pick<GroupRecord, 'id'>, view: View): Promise<readonly Proposal[]> {
  const t = textFor(view.language, 'working-groups');
  const found = await sql<{ deferred: Deferred[]; actions: number; provisional: string[]; owes: boolean }>`
    select
      (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'kind', i.kind, 'minutes', i.minutes, 'presenter', i.presenter, 'presenter_id', i.presenter_id, 'section', i.section, 'commitment_id', i.commitment_id, 'node_id', i.node_id,
        'action_id', i.action_id, 'decision_id', i.decision_id, 'recommendation_id', i.recommendation_id, 'report_id', i.report_id, 'outcome_id', i.outcome_id, 'dimension_id', i.dimension_id) order by i.position), '[]')
        from agenda_items i where i.outcome = 'deferred' and not ${launchesElsewhere} and i.session_id = (
          select s.id from sessions s where s.working_group_id = g.id and s.adjourned_at is not null order by s.number desc limit 1)) as deferred,
      (select count(*)::int from action_items a join sessions s on s.id = a.session_id where s.working_group_id = g.id and a.status in ('open', 'in_progress', 'blocked')) as actions,
      (select coalesce(json_agg(d.ref order by d.ref), '[]') from decisions d where d.working_group_id = g.id and d.status = 'provisional') as provisional,
      ${owesFinal()} as owes
    from working_groups g where g.id = ${group.id} and ${insideOf(viewer, view)}`.execute(database());
  const { deferred = [], actions = 0, provisional = [], owes = false } = found.rows[0] ?? {};
  const item = (title: string, kind: AgendaForm['kind']): AgendaForm => ({ title, kind, minutes: null, presenter: null, commitment_id: null, node_id: null });
  const standing = [
    ...(actions === 0 ? [] : [{ key: 'actions', why: 'actions' as const, item: item(t('plan.open_actions'), 'discussion') }]),
    ...(provisional.length === 0 ? [] : [{ key: 'provisional', why: 'provisional' as const, item: item(t('plan.confirm', { refs: provisional.join(', ') }).slice(0, 200), 'decision') }]),
    ...(owes ? [{ key: 'final', why: 'final' as const, item: item(t('plan.final_report'), 'discussion') }] : []),
  ];
  // A standing item that was deferred too is proposed once.
  const left = deferred.filter((one) => !standing.some(({ item: { title } }) => title === one.title));
  const [overdue, unanswered, backlog, reports, outcomes] = found.rows[0] === undefined ? [[], [], [], [], []]
    : await Promise.all([overdueInScope(viewer, group.id, view), unansweredOf(group.id), backlogOf(viewer, group.id, view), reportsNotLaunched(viewer, group.id, view), outcomesNotLaunched(viewer, group.id, view)]);
  return [
    ...standing.map((one) => ({ ...one, taken: true })),
    ...left.map(({ id, ...one }) => ({ key: id, why: 'deferred' as const, item: one, taken: true })),
    ...outcomes.map((one) => ({ key: one.id, why: 'launch' as const, taken: one.own, item: { ...item(t('plan.launch', { title: one.title }).slice(0, 200), 'information'), outcome_id: one.id } })),
    ...backlog.filter((one) => one.status === 'open').map((one) => ({
      key: one.id, why: 'backlog' as const, taken: false, item: { ...item(one.title, 'discussion'), minutes: one.minutes, presenter_id: one.proposed_by, commitment_id: one.commitment_id, node_id: one.node_id, proposal_id: one.id },
    })),
    ...reports.map((one) => ({ key: one.id, why: 'launch' as const, taken: false, item: { ...item(t('plan.launch', { title: one.title }).slice(0, 200), 'information'), report_id: one.id } })),
    ...overdue.map((one) => ({ key: one.id, why: 'overdue' as const, taken: false, item: { ...item(`${one.ref}: ${one.title}`.slice(0, 200), 'discussion'), commitment_id: one.id } })),
    ...unanswered.map((one) => ({ key: one.id, why: 'unanswered' as const, taken: false, item: { ...item(`${one.ref}: ${one.title}`.slice(0, 200), 'discussion'), recommendation_id: one.id } })),
  ];
}

/** A group `g` that is reporting, of which no final report is composed; one that stands on an agenda ahead, in whichever language, is not proposed again. */
const owesFinal = () => sql<boolean>`(g.status = 'reporting' and not exists (select from outcome_reports o where o.working_group_id = g.id and o.kind = 'final')
  and not exists (select from agenda_items x join sessions m on m.id = x.session_id where m.working_group_id = g.id and m.status <> 'cancelled' and x.outcome is null
    and x.title = any(${languages.map((one) => textFor(one, 'working-groups')('plan.final_report'))}::text[])))`;
