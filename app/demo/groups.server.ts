import { permit } from '#app/access/permit';
import { platform } from '#app/members/people/roles/model';
import { addDays, instantAt } from '#app/platform/clock';
import type { VoteKind } from '#app/working-groups/decisions/model';
import {
  addAction, addSeat, adjournSession, charterGroup, conveneSession, planSession, publishSession, recommend, recordAttendance, recordDecision, startSession, treatAgendaItem,
} from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { database } from '#app/platform/database.server';
import { minutesInCorrection, sealedMinutes } from './minutes.server';
import { give, type Cast, type Player } from './people.server';
import { groups, type GroupStory } from './group-stories';
import { dimensionsIn, termsChange } from './terms.server';
import { as, at, must } from './stage.server';
import { chapters, pick, type Story } from './story';
import type { Texts } from './texts.server';

/** What the groups decided, with how long ago: some commitments answer it. */
export interface Adopted {
  readonly ref: string;
  readonly agoDays: number;
}

interface Seated {
  readonly seat_id: string;
  readonly player: Player;
  readonly voting: boolean;
}

/** Four groups, each with seats and a year of monthly sessions, the next one convened; decisions lead to recommendations. */
export async function groupsIn(story: Story, cast: Cast, texts: Texts): Promise<Adopted[]> {
  const adopted: Adopted[] = [];
  for (const [number, group] of groups.entries()) adopted.push(...(await groupIn(story, cast, texts, group, number)));
  return adopted;
}

async function groupIn(story: Story, cast: Cast, texts: Texts, group: GroupStory, number: number): Promise<Adopted[]> {
  const chartered = story.ago(chapters.groups - number * 6);
  const { id } = await must(charterGroup(permit(groupPolicy.charter, await as(cast.lead, chartered), { coalition_id: cast.coalition_id }), at(chartered), {
    kind: group.kind, cadence: 'monthly', quorum_share: '50', decision_rule: group.rule, notice_days: 14, starts_on: story.dayAgo(chapters.groups - number * 6), ends_on: null, texts: group.texts,
  }));
  const ref = { id, coalition_id: cast.coalition_id };
  const chair = number === 0 ? cast.chair : cast.others[number * 4]?.focal_point ?? cast.chair;
  await give(chair, 'wg_chair', { ...platform, working_group_id: id }, chartered);
  const seats = await seatsIn(story, cast, ref, number, chair);
  const dimensions = number === 0 ? await dimensionsIn(story, ref, chair, chapters.groups - 1) : [];
  if (number === 0) await termsChange(story, ref, cast.lead);
  const adopted: (Adopted & { readonly id: string })[] = [];
  for (let month = 0; month < 13; month += 1) {
    const decided = await sessionIn(story, texts, { group, ref, number, month, chair, seats, dimensions });
    if (decided !== undefined) adopted.push(decided);
  }
  for (const decision of adopted.filter((_, at_) => at_ % 3 === 1)) {
    const now = story.ago(decision.agoDays - 3);
    const subject = group.recommendations[adopted.indexOf(decision) % group.recommendations.length] ?? group.recommendations[0]!;
    const made = await must(recommend(permit(groupPolicy.recommend, await as(chair, now), ref), at(now), {
      ...subject, status: 'final', dimension_id: dimensions[adopted.indexOf(decision) % 2] ?? null, decisions: [decision.id], nodes: [texts.clauses.get(group.lines[0] ?? 'P1.2') ?? ''].filter((node) => node !== ''),
    }));
    adopted.push({ id: decision.id, ref: made.ref, agoDays: decision.agoDays - 3 });
  }
  return adopted.map(({ ref: one, agoDays }) => ({ ref: one, agoDays }));
}

/** Nine voting seats, an observer; the chair's organisation first. */
async function seatsIn(story: Story, cast: Cast, ref: { id: string; coalition_id: string }, number: number, chair: string): Promise<Seated[]> {
  const now = story.ago(chapters.groups - number * 6, 11);
  const players = [...cast.others.filter((player) => player.focal_point === chair), ...[0, 1, 2, 3, 4].map((step) => cast.ministries[(number * 6 + step * 5) % cast.ministries.length]!), ...[1, 2, 3, 5].map((step) => cast.others[(number * 5 + step * 3) % cast.others.length]!)];
  const seated: Seated[] = [];
  for (const player of [...new Map(players.map((one) => [one.organisation_id, one])).values()]) {
    const voting = player.category !== 'observer';
    const { id } = await must(addSeat(permit(groupPolicy.seat, await as(cast.lead, now), ref), at(now), {
      organisation_id: player.organisation_id, constituency: null, role: player.focal_point === chair ? 'chair' : voting ? 'member' : 'observer', voting,
      holder_id: player.focal_point, alternate_id: null, from_on: story.dayAgo(chapters.groups - number * 6),
    }));
    seated.push({ seat_id: id, player, voting });
  }
  return seated;
}

interface Month {
  readonly group: GroupStory;
  readonly ref: { readonly id: string; readonly coalition_id: string };
  readonly number: number;
  readonly month: number;
  readonly chair: string;
  readonly seats: readonly Seated[];
  /** What the work of the group falls into, where it says so. */
  readonly dimensions: readonly string[];
}

/** One session of the year; the thirteenth lies ahead and is only convened. */
async function sessionIn(story: Story, texts: Texts, { group, ref, number, month, chair, seats, dimensions }: Month): Promise<(Adopted & { id: string }) | undefined> {
  const ahead = month === 12;
  const agoDays = ahead ? -12 : 392 - number * 5 - month * 31;
  const planned = story.ago(ahead ? 10 : agoDays + 22);
  const topic = group.topics[month % group.topics.length] ?? group.topics[0]!;
  const session = await must(planSession(permit(groupPolicy.plan, await as(chair, planned), ref), at(planned), {
    title: topic.title, purpose: 'working', wall_clock_start: `${addDays(story.today, -agoDays)}T14:00`, minutes: 90, time_zone: group.zone, mode: 'remote', languages: ['en', 'fr'], place: null,
    join_link: 'https://meet.example/room', visibility: 'public', agenda: agendaOf(topic, texts, group, dimensions[[0, 1, 0, 0, 1, 2][month % 6] ?? 0] ?? null),
  }));
  const rowAt = (status: string) => ({ id: session.id, working_group_id: ref.id, coalition_id: ref.coalition_id, status });
  const convened = story.ago(ahead ? 9 : agoDays + 20, 10);
  await must(conveneSession(permit(sessionPolicy.convene, await as(chair, convened), rowAt('draft')), at(convened)));
  if (ahead) return undefined;
  const clock = (minutes: number) => new Date(instantAt(`${story.dayAgo(agoDays)}T14:00`, group.zone).getTime() + minutes * 60_000);
  const opened = clock(2);
  await must(startSession(permit(sessionPolicy.start, await as(chair, opened), rowAt('convened')), at(opened)));
  const present = seats.filter((_, seat) => pick(number * 97 + month * 13 + seat, 10) < (month === 4 && number === 2 ? 3 : 8));
  await must(recordAttendance(permit(sessionPolicy.run, await as(chair, opened), rowAt('in_progress')), at(opened), seats.map((seat) => ({
    seat_id: seat.seat_id, person_id: seat.player.focal_point, presence: present.includes(seat) ? 'remote' as const : 'excused' as const,
  }))));
  return business(story, { group, ref, number, month, chair, seats, dimensions }, { topic, agoDays, clock, present, rowAt, session });
}

function agendaOf(topic: GroupStory['topics'][number], texts: Texts, group: GroupStory, dimension_id: string | null) {
  const node_id = texts.clauses.get(group.lines[0] ?? '') ?? null;
  const item = (title: string, kind: 'information' | 'discussion' | 'decision', minutes: number, node: string | null) => ({ title, kind, minutes, presenter: null, commitment_id: null, node_id: node });
  return [item('Opening, attendance and quorum', 'information', 5, null), item('Actions since the last session', 'discussion', 15, null), { ...item(topic.title, 'decision', 50, node_id), dimension_id }, item('Next session', 'information', 10, null)];
}

interface Business {
  readonly topic: GroupStory['topics'][number];
  readonly agoDays: number;
  /** So many minutes after it was to begin. */
  readonly clock: (minutes: number) => Date;
  readonly present: readonly Seated[];
  readonly rowAt: (status: string) => { id: string; working_group_id: string; coalition_id: string; status: string };
  readonly session: { readonly id: string; readonly ref: string };
}

/** The item is treated, decided, given to somebody to act on; then the session ends and is published. */
async function business(story: Story, month: Month, { topic, agoDays, clock, present, rowAt, session }: Business): Promise<(Adopted & { id: string }) | undefined> {
  const now = clock(60);
  const running = permit(sessionPolicy.run, await as(month.chair, now), rowAt('in_progress'));
  const items = await database().selectFrom('agenda_items').select(['id', 'position']).where('session_id', '=', session.id).orderBy('position').execute();
  for (const item of items) await must(treatAgendaItem(running, at(now), item.id, item.position === 4 && month.month % 5 === 4 ? 'deferred' : 'treated', item.position === 3 ? topic.note : null));
  const voters = present.filter((seat) => seat.voting);
  const votes = voters.map((seat, at_) => ({ seat_id: seat.seat_id, vote: (month.group.rule === 'consensus' ? 'for' : pick(month.month * 7 + at_, 6) === 0 ? 'against' : pick(month.month + at_, 7) === 1 ? 'abstain' : 'for') satisfies VoteKind as VoteKind }));
  const decision = month.month % 2 === 0 || month.month === 3 ? await must(recordDecision(running, at(now), { agenda_item_id: items[2]?.id ?? null, text: topic.decision, rule: null, votes, dissent: votes.some(({ vote }) => vote === 'against') ? 'One member holds that a year is too short for ministries that buy through a tender.' : null })) : undefined;
  const owner = present[month.month % Math.max(1, present.length)] ?? month.seats[0]!;
  await must(addAction(running, at(now), { agenda_item_id: items[2]?.id ?? null, text: topic.action, owner_id: owner.player.focal_point, due_on: addDays(story.today, -agoDays + 24) }));
  const closed = clock(85);
  await must(adjournSession(permit(sessionPolicy.adjourn, await as(month.chair, closed), rowAt('in_progress')), at(closed), topic.note));
  const out = story.ago(agoDays - 4);
  const member = present.find((seat) => seat.player.focal_point !== month.chair)?.player.focal_point;
  const telling = member === undefined || month.month < 6 ? undefined : { chair: month.chair, member, agoDays, composed: clock(120) };
  if (telling === undefined) await must(publishSession(permit(sessionPolicy.publish, await as(month.chair, out), rowAt('adjourned')), at(out)));
  else if (month.number === 3 && month.month === 11) await minutesInCorrection(story, rowAt('adjourned'), telling);
  else await sealedMinutes(story, rowAt('adjourned'), telling, month.number === 0 && month.month === 10);
  return decision?.status === 'adopted' ? { id: decision.id, ref: decision.ref, agoDays } : undefined;
}
