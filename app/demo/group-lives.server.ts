import { permit } from '#app/access/permit';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { lifePolicy } from '#app/working-groups/life/policy';
import { takersOf } from '#app/working-groups/life/queries.server';
import {
  addAction, addSeat, adjournSession, approveCharter, commenceGroup, concludeGroup, conveneSession, planSession, proposeGroup, publishSession, recommend, recordAttendance, recordDecision, startSession, takeToReport, treatAgendaItem, type GroupForm,
} from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { others } from './cast';
import { assistive, lessonsOffline } from './group-life-stories';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';
import type { Texts } from './texts.server';

const usual = { cadence: 'monthly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14 } as const satisfies Partial<GroupForm>;

/** What a group is besides those at work: one that waits to be chartered, and one that was concluded. */
export async function groupLivesIn(story: Story, cast: Cast, texts: Texts): Promise<void> {
  await concludedGroup(story, cast, texts);
  const [now, starts_on] = [story.ago(6), addDays(story.today, 30)];
  const [chair, secretary] = [others[1]?.name ?? '', others[5]?.name ?? ''];
  await must(proposeGroup(permit(groupPolicy.propose, await as(cast.officer, now), { coalition_id: cast.coalition_id }), at(now), {
    ...usual, cadence: 'quarterly', kind: 'expert_group', texts: assistive, short_key: 'assistive', visibility: 'public', starts_on, ends_on: addDays(starts_on, 730), nodes: clausesOf(texts, 'P1.1', 'P1.2'),
  }, { chair: { organisation: chair, holder: null }, cochair: null, secretary: { organisation: secretary, holder: null } }));
}

const clausesOf = (texts: Texts, ...codes: readonly string[]): string[] => codes.flatMap((code) => texts.clauses.get(code) ?? []);
const lifeOf = async (id: string) => ({ ...(await database().selectFrom('working_groups').select(['id', 'coalition_id', 'status', 'version']).where('id', '=', id).executeTakeFirstOrThrow()), ...(await takersOf(database(), id)) });

/** Proposed by one of the secretariat and chartered by another; it met once, recommended, wrote its report, and ended with one action that somebody finishes. */
async function concludedGroup(story: Story, cast: Cast, texts: Texts): Promise<void> {
  const first = 395;
  const [proposed, begun, reported, ended] = [story.ago(410), story.ago(first, 12), story.ago(120), story.ago(45)];
  const { id } = await must(proposeGroup(permit(groupPolicy.propose, await as(cast.officer, proposed), { coalition_id: cast.coalition_id }), at(proposed), {
    ...usual, kind: 'task_team', texts: lessonsOffline, short_key: 'lessons', visibility: 'public', starts_on: story.dayAgo(first), ends_on: story.dayAgo(40), nodes: clausesOf(texts, 'P1.2'),
  }, { chair: null, cochair: null, secretary: null }));
  const group = { id, coalition_id: cast.coalition_id };
  const chartered = story.ago(402);
  let life = await lifeOf(id);
  await must(approveCharter(permit(lifePolicy.charter, await as(cast.lead, chartered), life), at(chartered), life.version));
  const members = [cast.others[3], cast.others[4], cast.ministries[0], cast.ministries[4]].filter((one) => one !== undefined);
  const seats: { seat_id: string; person_id: string }[] = [];
  for (const [place, { organisation_id, focal_point }] of members.entries()) {
    const { id: seat_id } = await must(addSeat(permit(groupPolicy.seat, await as(cast.lead, chartered), group), at(chartered), { organisation_id, constituency: null, role: place === 0 ? 'chair' : 'member', voting: true, holder_id: focal_point, alternate_id: null, from_on: story.dayAgo(first) }));
    seats.push({ seat_id, person_id: focal_point });
  }
  const chair = seats[0]?.person_id ?? cast.chair;
  life = await lifeOf(id);
  await must(commenceGroup(permit(lifePolicy.commencement, await as(chair, begun), life), at(begun), life.version));
  await onlySession(story, group, chair, seats);
  life = await lifeOf(id);
  await must(takeToReport(permit(lifePolicy.reporting, await as(chair, reported), life), at(reported), life.version));
  life = await lifeOf(id);
  await must(concludeGroup(permit(lifePolicy.conclusion, await as(cast.lead, ended), life), at(ended), life.version, {
    reason: 'The task team has said how lessons reach schools without a connection. What it recommends is now for those who buy; the group on connectivity and cost goes on with the rest.', heir_id: seats[2]?.person_id ?? null,
  }));
}

async function onlySession(story: Story, group: { readonly id: string; readonly coalition_id: string }, chair: string, seats: readonly { readonly seat_id: string; readonly person_id: string }[]): Promise<void> {
  const day = 340;
  const [planned, opened, closed, out] = [story.ago(day + 20), story.ago(day, 14, 2), story.ago(day, 15), story.ago(day - 5)];
  const session = await must(planSession(permit(groupPolicy.plan, await as(chair, planned), group), at(planned), {
    title: 'What a box without a line can carry', purpose: 'working', wall_clock_start: `${story.dayAgo(day)}T14:00`, minutes: 60, time_zone: 'UTC', mode: 'remote', place: null, join_link: null, visibility: 'public',
    agenda: [{ title: 'Five ways to bring lessons', kind: 'decision', minutes: 45, presenter: null, commitment_id: null, node_id: null }],
  }));
  const row = (status: string) => ({ id: session.id, working_group_id: group.id, coalition_id: group.coalition_id, status });
  await must(conveneSession(permit(sessionPolicy.convene, await as(chair, planned), row('draft')), at(planned)));
  await must(startSession(permit(sessionPolicy.start, await as(chair, opened), row('convened')), at(opened)));
  const running = permit(sessionPolicy.run, await as(chair, opened), row('in_progress'));
  await must(recordAttendance(running, at(opened), seats.map((seat) => ({ ...seat, presence: 'remote' as const }))));
  const item = await database().selectFrom('agenda_items').select('id').where('session_id', '=', session.id).executeTakeFirstOrThrow();
  const decision = await must(recordDecision(running, at(opened), { agenda_item_id: item.id, text: 'Schools without a line get lessons on a box that is filled again every term.', rule: null, votes: [], dissent: null }));
  await must(addAction(running, at(opened), { agenda_item_id: item.id, text: 'Say after a year in how many schools the boxes were filled again.', owner_id: seats[1]?.person_id ?? chair, due_on: addDays(story.today, 60) }));
  await must(treatAgendaItem(running, at(opened), item.id, 'treated', 'Boxes that nobody fills again are shelves. Four of five programmes fill them every term.'));
  await must(adjournSession(permit(sessionPolicy.adjourn, await as(chair, closed), row('in_progress')), at(closed), 'Members compared five programmes.'));
  await must(publishSession(permit(sessionPolicy.publish, await as(chair, out), row('adjourned')), at(out)));
  await must(recommend(permit(groupPolicy.recommend, await as(chair, out), group), at(out), { title: 'Buy the filling with the box', text: 'Whoever buys boxes with lessons buys their filling for three years with them.', status: 'final', decisions: [decision.id], nodes: [] }));
}
