import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { answerInvitation } from '#app/working-groups/invitations/operations.server';
import { invitationPolicy } from '#app/working-groups/invitations/policy';
import { addPaper, answerProposal, conveneSession, openPaper, planSession, propose } from '#app/working-groups/operations.server';
import { paperPolicy } from '#app/working-groups/papers/policy';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import { pick, type Story } from './story';

/** What precedes the sessions that lie ahead: who says that they come, what they should read, what members ask to be treated, a report to be launched. */
export async function preparationsIn(story: Story, cast: Cast): Promise<void> {
  for (const [number, session] of (await ahead()).entries()) {
    await answersIn(story, session, number);
    await papersIn(story, session, number);
    if (number % 2 === 0) await proposalsIn(story, session, number);
  }
  await launchIn(story, cast);
}

interface Ahead {
  readonly id: string;
  readonly working_group_id: string;
  readonly coalition_id: string;
  readonly status: string;
  readonly chair: string;
}

const ahead = (): Promise<Ahead[]> => database().selectFrom('sessions as s').innerJoin('working_groups as g', 'g.id', 's.working_group_id').innerJoin('roles as r', (join) => join.onRef('r.working_group_id', '=', 'g.id').on('r.role', '=', 'wg_chair').on('r.ends_at', 'is', null))
  .select(['s.id', 's.working_group_id', 's.status', 'g.coalition_id', 'r.person_id as chair']).where('s.status', '=', 'convened').where('g.kind', '<>', 'plenary').orderBy('g.ref').execute();

/** Most have answered; two have not yet. */
async function answersIn(story: Story, { id, status }: Ahead, number: number): Promise<void> {
  const invited = await database().selectFrom('session_invitations').select('person_id').where('session_id', '=', id).orderBy('person_id').execute();
  for (const [nth, { person_id }] of invited.slice(2).entries()) {
    const now = story.ago(7 - (nth % 4), 10, nth);
    const answer = pick(number * 11 + nth, 5) === 0 ? 'not_coming' as const : 'remote' as const;
    await must(answerInvitation(permit(invitationPolicy.answer, await as(person_id, now), { session_id: id, person_id, status }), at(now), { answer, instead_id: null }));
  }
}

const papers = [
  { title: 'Draft for discussion, second reading', open: true, url: 'https://example.org/papers/second-reading' },
  { title: 'What members wrote about the first reading', open: false, url: 'https://example.org/papers/remarks' },
] as const;

async function papersIn(story: Story, session: Ahead, number: number): Promise<void> {
  const now = story.ago(8, 15);
  const chair = await as(session.chair, now);
  const item = await database().selectFrom('agenda_items').select(['id', 'presenter_id']).where('session_id', '=', session.id).where('position', '=', 3).executeTakeFirstOrThrow();
  const place = { ...session, presenter_id: item.presenter_id };
  for (const { title, open, url } of number === 1 ? papers.slice(0, 1) : papers) {
    const paper = await must(addPaper(permit(paperPolicy.add, chair, place), at(now), item.id, { title, url: `${url}-${number + 1}`, file: null, language: 'en' }));
    if (open) await must(openPaper(permit(paperPolicy.open, chair, place), at(now), { paper_id: paper.id, item_id: item.id }, true));
  }
}

const proposals = [
  { title: 'Schools that move with herds', why: 'Three members run schools that have no fixed place. Our forms ask for one.', minutes: 20, answer: null },
  { title: 'A shared page of definitions', why: '“Connected” means four things in this group. A page would save half of each discussion.', minutes: 15, answer: 'accepted' },
  { title: 'A logo for the group', why: 'Other groups have one.', minutes: 10, answer: 'declined' },
] as const;

/** One waits for the chair, one was taken up, one was declined with a word. */
async function proposalsIn(story: Story, session: Ahead, number: number): Promise<void> {
  const seats = await database().selectFrom('seats').select('holder_id').where('working_group_id', '=', session.working_group_id).where('holder_id', 'is not', null).where('holder_id', '<>', session.chair).orderBy('id').execute();
  const seated = seats.flatMap(({ holder_id }) => holder_id ?? []);
  for (const [nth, { answer, ...form }] of proposals.entries()) {
    const now = story.ago(6 - nth, 11);
    const proposed_by = seated[(number + nth) % seated.length] ?? '';
    const { id } = await must(propose(permit(proposalPolicy.make, await as(proposed_by, now), { id: session.working_group_id, coalition_id: session.coalition_id, seated }), at(now), { ...form, commitment_id: null, node_id: null }));
    const after = story.ago(3, 12);
    const granted = permit(proposalPolicy.answer, await as(session.chair, after), { id, working_group_id: session.working_group_id, coalition_id: session.coalition_id, proposed_by, status: 'open' });
    if (answer === 'accepted') await must(answerProposal(granted, at(after), { verdict: 'accepted', answer: 'Good: fifteen minutes, please bring the draft.', session_id: session.id, minutes: null }));
    if (answer === 'declined') await must(answerProposal(granted, at(after), { verdict: 'declined', answer: 'The coalition’s own sign stands for all of us.' }));
  }
}

/** The plenary opens its next meeting with the report of last year, in the languages that came after it. */
async function launchIn(story: Story, cast: Cast): Promise<void> {
  const plenary = await database().selectFrom('working_groups').select(['id', 'coalition_id']).where('kind', '=', 'plenary').where('coalition_id', '=', cast.coalition_id).executeTakeFirstOrThrow();
  const meeting = await database().selectFrom('meetings').select(['starts_on', 'time_zone', 'place']).where('working_group_id', '=', plenary.id).where('starts_on', '>', story.today).executeTakeFirstOrThrow();
  const report = await database().selectFrom('reports').select('id').where('status', '=', 'published').orderBy('published_at', 'desc').executeTakeFirstOrThrow();
  const now = story.ago(20);
  const lead = await as(cast.lead, now);
  const item = { presenter: 'Secretariat', commitment_id: null, node_id: null };
  const session = await must(planSession(permit(groupPolicy.plan, lead, plenary), at(now), {
    title: 'Opening: what the report says', purpose: 'launch', wall_clock_start: `${meeting.starts_on}T09:00`, minutes: 90, time_zone: meeting.time_zone, mode: 'hybrid', languages: ['en', 'fr', 'es', 'ar'], place: meeting.place, join_link: null, visibility: 'public',
    agenda: [
      { ...item, title: 'Welcome', kind: 'information', minutes: 10 }, { ...item, title: 'The report of last year, now in six languages', kind: 'information', minutes: 40, report_id: report.id },
      { ...item, title: 'Questions of members', kind: 'discussion', minutes: 40, presenter: null },
    ],
  }));
  await must(conveneSession(permit(sessionPolicy.convene, lead, { id: session.id, working_group_id: plenary.id, coalition_id: plenary.coalition_id, status: 'draft' }), at(now)));
}
