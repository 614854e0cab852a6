import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { languages, type Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { answerComment, commentOn } from '#app/reporting/outcomes/comments/operations.server';
import { commentsOn } from '#app/reporting/outcomes/comments/queries.server';
import type { ChapterPart, OutcomeKind, Part } from '#app/reporting/outcomes/model';
import { approveOutcome, composeOutcome, consultOn, launchOutcome, publishOutcome, reviewOutcome, writePart } from '#app/reporting/outcomes/operations.server';
import { addOutput } from '#app/reporting/outcomes/outputs/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { findOutcome, launchPlaces } from '#app/reporting/outcomes/queries.server';
import { choosableRows } from '#app/reporting/outcomes/rows.server';
import { interim, final, type OutcomeStory } from './outcome-stories';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Group {
  readonly id: string;
  readonly ref: string;
  readonly coalition_id: string;
  readonly chair: string;
  readonly member: string;
}

/** What two groups report: one has published its interim report, the other asks everybody about its final one. */
export async function outcomesIn(story: Story, cast: Cast): Promise<void> {
  const [first, second] = [await groupNamed('Data for learning', story), await groupNamed('Connectivity and cost', story)];
  await publishedIn(story, cast, first);
  await consultedIn(story, cast, second);
}

/** A group with whoever leads it today and somebody else on a seat. */
async function groupNamed(name: string, story: Story): Promise<Group> {
  return database().selectFrom('working_groups as g').innerJoin('working_group_texts as t', 't.working_group_id', 'g.id').innerJoin('roles as led', (join) => join.onRef('led.working_group_id', '=', 'g.id').on('led.role', '=', 'wg_chair'))
    .innerJoin('seats as x', (join) => join.onRef('x.working_group_id', '=', 'g.id').onRef('x.holder_id', '<>', 'led.person_id').on('x.role', '=', 'member'))
    .select(['g.id', 'g.ref', 'g.coalition_id', 'led.person_id as chair', 'x.holder_id as member']).where('t.language', '=', 'en').where('t.name', '=', name).where('led.ends_at', 'is', null).where('x.until_on', 'is', null)
    .where('led.starts_at', '<=', story.ago(40)).orderBy('x.id').limit(1).executeTakeFirstOrThrow() as Promise<Group>;
}

const found = async (viewer: Actor, group: Group, number: number, now: Date) => (await findOutcome(viewer, group.ref, number, { language: 'en', now }))!;

/** Composed by the chair, its plan for what comes next written by the secretariat. */
async function writtenIn(cast: Cast, group: Group, now: Date, kind: OutcomeKind, told: OutcomeStory): Promise<number> {
  const chair = await as(group.chair, now);
  const choice = await choosableRows(database(), group.id, kind, { now });
  const { number } = await must(composeOutcome(permit(outcomePolicy.compose, chair, group), at(now), {
    kind, language: 'en', title: told.title.en, chosen: { session: choice.session.map(({ id }) => id), decision: choice.decision.map(({ id }) => id), recommendation: choice.recommendation.map(({ id }) => id) },
  }));
  const report = await found(chair, group, number, now);
  const write = async (by: Actor, part: Part, language: Language, text: string) => must(writePart(permit(outcomePolicy.write, by, report), at(now), { part, language, text, seen: undefined }));
  for (const language of languages) {
    if (language !== 'en') await write(chair, 'title', language, told.title[language]);
    await write(chair, 'summary', language, told.summary[language]);
  }
  const officer = await as(cast.officer, now);
  for (const [part, text] of Object.entries(told.chapters) as [ChapterPart, string][]) await write(part === 'next' ? officer : chair, part, 'en', text);
  return number;
}

async function publishedIn(story: Story, cast: Cast, group: Group): Promise<void> {
  const [composed, asked, said, closed, approved, launched, out] = [34, 32, 28, 20, 17, 12, 10].map((days) => story.ago(days)) as [Date, Date, Date, Date, Date, Date, Date];
  const number = await writtenIn(cast, group, composed, 'interim', interim);
  const chair = await as(group.chair, asked);
  const now = async (moment: Date) => found(chair, group, number, moment);
  await must(consultOn(permit(outcomePolicy.consult, chair, await now(asked)), at(asked), (await now(asked)).version, { audience: 'group', until: story.dayAgo(21) }));
  const member = await as(group.member, said);
  await must(commentOn(permit(outcomePolicy.comment, member, await found(member, group, number, said)), at(said), { part: 'recommendations', text: interim.comments[0] ?? '', language: 'en', name: null }));
  await answered(group, number, chair, closed, interim.answer);
  await must(reviewOutcome(permit(outcomePolicy.review, chair, await now(closed)), at(closed), (await now(closed)).version));
  const lead = await as(cast.lead, approved);
  await must(approveOutcome(permit(outcomePolicy.approve, lead, await found(lead, group, number, approved)), at(approved), (await now(approved)).version));
  const place = (await launchPlaces(chair, await now(launched)))[0]?.id ?? '';
  await must(launchOutcome(permit(outcomePolicy.launch, chair, await now(launched)), at(launched), (await now(launched)).version, place));
  for (const [kind, title, url] of interim.outputs) await must(addOutput(permit(outcomePolicy.attach, chair, await now(launched)), at(launched), kind, { title, url, file: null, language: 'en' }));
  await must(publishOutcome(permit(outcomePolicy.publish, chair, await now(out)), at(out), (await now(out)).version));
}

async function consultedIn(story: Story, cast: Cast, group: Group): Promise<void> {
  const [composed, asked, said, later] = [8, 6, 4, 2].map((days) => story.ago(days)) as [Date, Date, Date, Date];
  const number = await writtenIn(cast, group, composed, 'final', final);
  const chair = await as(group.chair, asked);
  const report = await found(chair, group, number, asked);
  await must(consultOn(permit(outcomePolicy.consult, chair, report), at(asked), report.version, { audience: 'public', until: story.dayAgo(-12) }));
  const member = await as(group.member, said);
  await must(commentOn(permit(outcomePolicy.comment, member, await found(member, group, number, said)), at(said), { part: 'next', text: final.comments[0] ?? '', language: 'en', name: null }));
  await answered(group, number, chair, later, final.answer);
  await must(commentOn(permit(outcomePolicy.comment, anyone, await found(anyone, group, number, later)), at(later), { part: 'decisions', text: final.comments[1] ?? '', language: 'en', name: 'Parents for open schools' }));
}

/** The group answers what was said so far. */
async function answered(group: Group, number: number, chair: Actor, now: Date, answer: string): Promise<void> {
  const report = await found(chair, group, number, now);
  for (const comment of await commentsOn(chair, report)) await must(answerComment(permit(outcomePolicy.answer, chair, { ...report, person_id: comment.person_id }), at(now), comment.id, comment.version, answer));
}
