import { permit } from '#app/access/permit';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { ballotPolicy } from '#app/working-groups/decisions/ballots/policy';
import type { VoteKind } from '#app/working-groups/decisions/model';
import {
  adjournSession, castVote, castWrittenVote, closeBallot, conveneSession, openBallot, openProcedure, planSession, publishSession, recordAttendance, recordDecision, startSession, treatAgendaItem,
} from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { settleByClock } from '#app/working-groups/procedures/closing.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import type { Presence } from '#app/working-groups/sessions/model';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const groupRef = 'WG-04';
const zone = 'Europe/Brussels';

interface Sitting {
  readonly id: string;
  readonly holder_id: string;
}
interface Stage {
  readonly story: Story;
  readonly group: { readonly id: string; readonly coalition_id: string };
  readonly chair: string;
  readonly seats: readonly Sitting[];
}

/** A session that lost its quorum and regained it, with a vote that an objection broke; and decisions in writing, one over and one open. */
export async function votesIn(story: Story): Promise<void> {
  const db = database();
  const group = await db.selectFrom('working_groups').select(['id', 'coalition_id']).where('ref', '=', groupRef).executeTakeFirstOrThrow();
  const rows = await db.selectFrom('seats').select(['id', 'holder_id', 'role']).where('working_group_id', '=', group.id).where('voting', '=', true).orderBy('role').orderBy('id').execute();
  const seats = rows.flatMap(({ id, holder_id }) => (holder_id === null ? [] : [{ id, holder_id }]));
  const chair = rows.find((one) => one.role === 'chair')?.holder_id ?? '';
  const stage: Stage = { story, group, chair, seats };
  await sessionIn(stage);
  await writtenIn(stage);
}

const asked = [
  { text: 'Reports name the teachers’ union that was heard, or say that none was.', votes: ['for', 'for', 'for', 'objection', 'abstain'] },
  { text: 'Replacement for training time is part of every budget.', votes: ['for', 'for', 'for', 'for', 'abstain'] },
] as const;
const objection = 'Where no union is allowed, naming one puts teachers at risk. Let us say “who was heard” instead.';

async function sessionIn({ story, group, chair, seats }: Stage): Promise<void> {
  const day = 16;
  const planned = story.ago(day + 20);
  const session = await must(planSession(permit(groupPolicy.plan, await as(chair, planned), group), at(planned), {
    title: 'Who is heard when lessons change', purpose: 'working', wall_clock_start: `${story.dayAgo(day)}T16:00`, minutes: 90, time_zone: zone, mode: 'remote', place: null, join_link: null, visibility: 'public',
    agenda: ['Who is heard', 'Time for training'].map((title) => ({ title, kind: 'decision' as const, minutes: 40, presenter: null, commitment_id: null, node_id: null })),
  }));
  const rowAt = (status: string) => ({ id: session.id, working_group_id: group.id, coalition_id: group.coalition_id, status });
  const convened = story.ago(day + 18);
  await must(conveneSession(permit(sessionPolicy.convene, await as(chair, convened), rowAt('draft')), at(convened)));
  const clock = (minutes: number) => story.ago(day, 15 + Math.floor(minutes / 60), minutes % 60);
  await must(startSession(permit(sessionPolicy.start, await as(chair, clock(0)), rowAt('convened')), at(clock(0))));
  const run = async (minutes: number) => permit(sessionPolicy.run, await as(chair, clock(minutes)), rowAt('in_progress'));
  const note = async (minutes: number, who: readonly Sitting[], presence: Presence) =>
    must(recordAttendance(await run(minutes), at(clock(minutes)), who.map((seat) => ({ seat_id: seat.id, person_id: seat.holder_id, presence }))));
  const items = await database().selectFrom('agenda_items').select('id').where('session_id', '=', session.id).orderBy('position').execute();
  const here = seats.slice(0, 5);
  const ballotAt = async (number: number, minutes: number) => {
    const { text, votes } = asked[number] ?? asked[0];
    const { id } = await must(openBallot(await run(minutes), at(clock(minutes)), { agenda_item_id: items[number]?.id ?? null, text, rule: 'consent', supersedes: null }));
    for (const [index, seat] of here.entries()) {
      const vote: VoteKind = votes[index] ?? 'for';
      const now = clock(minutes + 2 + index);
      const granted = permit(ballotPolicy.vote, await as(seat.holder_id, now), { id, session_id: session.id, running: true, speakers: here.map((one) => one.holder_id) });
      await must(castVote(granted, at(now), { seat_id: seat.id, vote, words: vote === 'objection' ? objection : null }));
    }
    await must(closeBallot(await run(minutes + 10), at(clock(minutes + 10)), id, dissentOf(votes)));
  };
  await note(2, here, 'remote');
  await note(2, seats.slice(5), 'excused');
  await ballotAt(0, 8);
  await note(20, here.slice(3), 'left');
  await must(recordDecision(await run(24), at(clock(24)), { agenda_item_id: items[0]?.id ?? null, text: 'A smaller group rewrites the sentence on who was heard.', rule: 'consent', votes: [], dissent: null }));
  await note(35, here.slice(3), 'remote');
  await ballotAt(1, 40);
  for (const item of items) await must(treatAgendaItem(await run(60), at(clock(60)), item.id, 'treated', null));
  await must(adjournSession(permit(sessionPolicy.adjourn, await as(chair, clock(75)), rowAt('in_progress')), at(clock(75)), 'Members agree on paid time; how those are named who were heard is written again.'));
  const out = story.ago(day - 5);
  await must(publishSession(permit(sessionPolicy.publish, await as(chair, out), rowAt('adjourned')), at(out)));
}

const dissentOf = (votes: readonly string[]): string | null => (votes.includes('objection') ? objection : null);

const procedures = [
  { title: 'Mentors: fifteen teachers each', text: 'The group asks members to plan one mentor for fifteen teachers.', opened: 40, ends: 26, votes: ['for', 'for', 'for', 'abstain', 'for', 'for'] },
  { title: 'A page on paid training time', text: 'The group publishes its page on paid training time, as of the last draft.', opened: 4, ends: -10, votes: ['for', 'for', 'objection'] },
] as const;

async function writtenIn({ story, group, chair, seats }: Stage): Promise<void> {
  for (const { title, text, opened, ends, votes } of procedures) {
    const now = story.ago(opened, 10);
    const { id } = await must(openProcedure(permit(procedurePolicy.open, await as(chair, now), group), at(now), {
      title, text, reasons: 'The next session is weeks away, and members have seen the draft twice.', rule: 'consent', supersedes: null, wall_clock_close: `${addDays(story.today, -ends)}T18:00`, time_zone: zone, visibility: 'public',
    }));
    const voters = seats.map((seat) => seat.holder_id);
    for (const [index, kind] of votes.entries()) {
      const seat = seats[index];
      const cast = story.ago(opened - 1, 9, index);
      if (seat === undefined) continue;
      const granted = permit(procedurePolicy.vote, await as(seat.holder_id, cast), { id, working_group_id: group.id, coalition_id: group.coalition_id, running: true, voters });
      await must(castWrittenVote(granted, at(cast), { seat_id: seat.id, vote: kind, words: kind === 'objection' ? 'The page does not say who pays for replacement.' : null }));
    }
    if (ends > 0) await settleByClock({ ballot: id }, story.ago(ends - 1));
  }
}
