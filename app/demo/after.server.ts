import { permit } from '#app/access/permit';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { isOverdue } from '#app/working-groups/actions/model';
import { actionPolicy, type ActionRef } from '#app/working-groups/actions/policy';
import { addressRecommendation, blockAction, completeAction, endorseRecommendation, issueRecommendation, reassignAction, recommend, rescheduleAction, respond, reviseRecommendation } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import type { Answer } from '#app/working-groups/responses/model';
import { responsePolicy } from '#app/working-groups/responses/policy';
import type { Cast, Player } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What came after the sessions: actions that were done, and some that were not; recommendations, and what their addressees answered. */
export async function afterIn(story: Story, cast: Cast): Promise<void> {
  await actionsIn(story);
  await recommendationsIn(story, cast);
}

/** Most actions are done, as a note says; the last of each group are blocked, moved, passed on or late. */
async function actionsIn(story: Story): Promise<void> {
  const rows = await database().selectFrom('action_items as a').innerJoin('sessions as s', 's.id', 'a.session_id').innerJoin('working_groups as g', 'g.id', 's.working_group_id')
    .select(['a.id', 'a.owner_id', 'a.status', 'a.due_on', 'a.ref', 's.working_group_id', 'g.coalition_id', 'g.ref as group_ref']).where('g.kind', '<>', 'plenary').where('a.status', '=', 'open').orderBy('a.due_on').orderBy('a.id').execute();
  const groups = [...new Set(rows.map(({ group_ref }) => group_ref))].sort();
  for (const [number, group] of groups.entries()) {
    const own = rows.filter(({ group_ref }) => group_ref === group);
    for (const [nth, row] of own.entries()) if (nth < own.length - 2) await finished(story, row, nth);
    const [late, last] = own.slice(-2);
    if (late === undefined || last === undefined) continue;
    const now = story.ago(3);
    const owner = await as(late.owner_id, now);
    if (number === 1) await must(blockAction(permit(actionPolicy.block, owner, late), at(now), 1, 'The statistics office has not sent the register yet.'));
    if (number === 2) await must(rescheduleAction(permit(actionPolicy.reschedule, owner, late), at(now), 1, { due_on: addDays(story.today, 21), reason: 'Two ministries asked for another month to check the figures.' }));
    if (number === 3) await passedOn(story, last);
  }
}

type Row = ActionRef & { readonly due_on: string; readonly ref: string };

async function finished(story: Story, row: Row, nth: number): Promise<void> {
  const day = addDays(row.due_on, nth % 3 === 0 ? 4 : -2);
  const now = new Date(`${isOverdue({ ...row, due_on: day }, story.today) ? day : story.dayAgo(1)}T10:00:00Z`);
  const evidence = nth % 4 === 1 ? { title: 'Circular to all members', url: `https://example.org/circulars/${row.ref.toLowerCase()}`, file: null, language: 'en' } : null;
  await must(completeAction(permit(actionPolicy.complete, await as(row.owner_id, now), row), at(now), 1, { outcome: 'Sent to all members, and discussed at the session after.', evidence }));
}

async function passedOn(story: Story, row: Row): Promise<void> {
  const seat = await database().selectFrom('seats').select('holder_id').where('working_group_id', '=', row.working_group_id).where('holder_id', 'is not', null).where('holder_id', '<>', row.owner_id).where('until_on', 'is', null).orderBy('id').executeTakeFirst();
  const now = story.ago(2);
  if (seat?.holder_id != null) await must(reassignAction(permit(actionPolicy.reassign, await as(row.owner_id, now), row), at(now), 1, { owner_id: seat.holder_id, reason: 'Their team runs the survey this year.' }));
}

const said: readonly { readonly answer: Answer; readonly words: string }[] = [
  { answer: 'accept', words: 'We do this from the coming school year on; the commitment says how far.' },
  { answer: 'in_part', words: 'For public schools. Private schools publish their own contracts.' },
  { answer: 'noted', words: 'We read it with our statistics office and answer after the budget debate.' },
  { answer: 'not', words: 'Our law does not let us publish prices of single contracts. We publish averages.' },
];

/** Each final recommendation is for members that promise something, some ministries and, every other one, the secretariat; four answer in their ways, others are waited for. */
async function recommendationsIn(story: Story, cast: Cast): Promise<void> {
  const rows = await database().selectFrom('recommendations as r').innerJoin('working_groups as g', 'g.id', 'r.working_group_id').select(['r.id', 'r.ref', 'r.status', 'r.title', 'r.text', 'r.working_group_id', 'g.coalition_id', 'g.kind'])
    .where('r.status', '=', 'final').where('g.kind', '<>', 'plenary').orderBy('r.created_at').orderBy('r.id').execute();
  const leads = await database().selectFrom('commitments').select('lead_organisation_id').distinct().where('status', '=', 'published').where('lead_organisation_id', 'is not', null).execute();
  const speaking = await database().selectFrom('roles').select(['person_id', 'organisation_id']).where('role', '=', 'focal_point').where('ends_at', 'is', null).execute();
  const speaks = ({ focal_point, organisation_id }: Player) => speaking.some((one) => one.person_id === focal_point && one.organisation_id === organisation_id);
  const promising = cast.others.filter((player) => player.category !== 'observer' && speaks(player) && leads.some((one) => one.lead_organisation_id === player.organisation_id));
  const now = story.ago(48);
  for (const [number, row] of rows.slice(-6).entries()) {
    const asked = [...[0, 1].map((step) => promising[(number * 2 + step) % promising.length]!), ...[0, 1, 2, 3].map((step) => cast.ministries[(number * 5 + step * 2) % cast.ministries.length]!)];
    const lead = await as(cast.lead, now);
    await must(addressRecommendation(permit(recommendationPolicy.address, lead, row), at(now), 1, { secretariat: number % 2 === 0, constituencies: number === 1 ? ['foundation'] : [], organisations: [...new Set(asked.map((one) => one.organisation_id))], countries: [] }));
    for (const [nth, player] of asked.slice(0, 4 - (number % 3)).filter(speaks).entries()) await answerOf(story, row, player, said[(nth + number) % said.length]!, 40 - number * 4 - nth);
    if (number === 0) await must(endorseRecommendation(permit(recommendationPolicy.endorse, lead, row), at(now), 2));
  }
  await preliminaryIn(story, cast);
}

async function answerOf(story: Story, row: { readonly id: string; readonly status: string; readonly coalition_id: string }, player: Player, { answer, words }: (typeof said)[number], agoDays: number): Promise<void> {
  const now = story.ago(agoDays);
  const promise = answer === 'not' || answer === 'noted' ? undefined : await database().selectFrom('commitments').select('ref').where('status', '=', 'published').where('lead_organisation_id', '=', player.organisation_id).orderBy('ref').executeTakeFirst();
  const party = { ...row, addressee_organisation_id: player.organisation_id, addressee_country_iso2: null };
  await must(respond(permit(responsePolicy.give, await as(player.focal_point, now), party), at(now), 0, { answer, words, commitment: promise?.ref ?? null }));
}

/** One more that the group still works on: issued as preliminary, and written anew once. */
async function preliminaryIn(story: Story, cast: Cast): Promise<void> {
  const ground = await database().selectFrom('decisions as d').innerJoin('working_groups as g', 'g.id', 'd.working_group_id').select(['d.id', 'd.working_group_id', 'g.coalition_id']).where('d.status', '=', 'adopted').where('g.kind', '<>', 'plenary').orderBy('d.adopted_on', 'desc').orderBy('d.id').executeTakeFirst();
  if (ground === undefined) return;
  const now = story.ago(6);
  const lead = await as(cast.lead, now);
  const { id } = await must(recommend(permit(groupPolicy.recommend, lead, { id: ground.working_group_id, coalition_id: ground.coalition_id }), at(now), {
    title: 'Count learners who share a device', text: 'Surveys count how many learners share one device at home, by age and sex.', status: 'draft', decisions: [ground.id], nodes: [],
  }));
  const ref = { id, status: 'draft', working_group_id: ground.working_group_id, coalition_id: ground.coalition_id };
  await must(issueRecommendation(permit(recommendationPolicy.issue, lead, ref), at(now), 1));
  await must(reviseRecommendation(permit(recommendationPolicy.edit, lead, { ...ref, status: 'preliminary' }), at(story.ago(4)), 2, { title: 'Count learners who share a device', text: 'Surveys count how many learners share one device at home and at school, by age, sex and disability.' }));
}
