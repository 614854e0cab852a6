import { permit } from '#app/access/permit';
import { closedCommitments, goalIdsOf } from './goals.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { finishCommitment } from '#app/commitments/review/operations.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { extendCycle } from '#app/reporting/cycles/extensions/operations.server';
import { exceptFromCycle } from '#app/reporting/cycles/settings.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { freezeReport, publishReport } from '#app/reporting/reports/publication.server';
import { planReport } from '#app/reporting/reports/operations.server';
import { sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { acceptUpdate, submitUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import type { Completion } from '#app/reporting/updates/model';
import { database } from '#app/platform/database.server';
import { daysBetween } from '#app/platform/clock';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { profilesIn, profilesWrittenIn } from './profiles.server';
import { repliedIn } from './report-replies.server';
import { reportSections, reportTitles } from './report-stories';
import { as, at, must } from './stage.server';
import { chapters, pick, type Story } from './story';

interface Cycle {
  readonly id: string;
  readonly ref: string;
}

/** Last year's cycle: open, answered by most, locked. */
export async function lastCycleIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<Cycle> {
  const planned = story.ago(chapters.lastCycleOpens + 10);
  const cycle = await must(planCycle(permit(cyclePolicy.plan, await as(cast.lead, planned), { coalition_id: cast.coalition_id }), at(planned), {
    year: story.year - 1, opens_on: story.dayAgo(chapters.lastCycleOpens), due_on: story.dayAgo(chapters.lastCycleDue), grace_on: story.dayAgo(chapters.lastCycleGrace), lock_on: story.dayAgo(chapters.lastCycleLock),
  }));
  const expected = promised.filter((one) => one.publishedAgo !== undefined && one.publishedAgo > chapters.lastCycleOpens);
  for (const [number, one] of expected.entries()) {
    if (number % 5 === 3) continue;
    const agoDays = chapters.lastCycleDue + 2 + pick(number, 60);
    const reached = number % 6 === 4;
    await updateIn(story, cast, one, cycle, { number, agoDays, accept: true, reached });
    if (reached) await finishIn(story, cast, one, agoDays);
  }
  return cycle;
}

/** The secretariat closes what has reached its target. */
async function finishIn(story: Story, cast: Cast, one: Promised, agoDays: number): Promise<void> {
  const now = story.ago(agoDays - 4);
  await must(finishCommitment(permit(commitmentPolicy.finish, await as(cast.officer, now), { ...one.subject, submitted_by: one.player.focal_point, status: 'published' }), at(now), { reached_on: story.dayAgo(agoDays) }));
}

/** This year's cycle: open, with answers still coming in and some waiting to be read. */
export async function openCycleIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<Cycle> {
  const planned = story.ago(chapters.cycleOpens + 10);
  const cycle = await must(planCycle(permit(cyclePolicy.plan, await as(cast.lead, planned), { coalition_id: cast.coalition_id }), at(planned), {
    year: story.year, opens_on: story.dayAgo(chapters.cycleOpens), due_on: story.dayAgo(chapters.cycleDue), grace_on: story.dayAgo(chapters.cycleGrace), lock_on: story.dayAgo(chapters.cycleLock),
  }));
  const done = await closedCommitments();
  const expected = promised.filter((one) => one.publishedAgo !== undefined && one.publishedAgo > chapters.cycleOpens + 5 && !done.has(one.id));
  // Kenya's own commitments wait for the person who tries the portal.
  const answering = expected.filter((one, number) => number % 2 === 0 && (one.player.iso2 !== 'KE' || number === 0));
  for (const [number, one] of answering.entries()) await updateIn(story, cast, one, cycle, { number, agoDays: 3 + pick(number, 50), accept: number % 6 !== 5 });
  await decideIn(story, cast, cycle, expected.filter((one) => !answering.includes(one) && one.player.iso2 !== 'KE'));
  return cycle;
}

/** Of those who have not answered one lead has asked for more time, and one commitment is not asked for this year. */
async function decideIn(story: Story, cast: Cast, cycle: Cycle, silent: readonly Promised[]): Promise<void> {
  const decided = story.ago(6, 10);
  const officer = await as(cast.officer, decided);
  const subject = { id: cycle.id, coalition_id: cast.coalition_id, published: false };
  const [late, spared] = [silent[0], silent.findLast(({ player }) => player !== silent[0]?.player)];
  if (late !== undefined) await must(extendCycle(permit(cyclePolicy.extend, officer, { ...late.subject, ...subject }), at(decided), 0, { until_on: story.dayAgo(chapters.cycleDue - 21), reason: 'The school census comes out two weeks later this year.' }));
  if (spared !== undefined) await must(exceptFromCycle(permit(cyclePolicy.except, officer, subject), at(decided), { commitment: spared.ref, expected: false, reason: 'The work begins next year: there is nothing to tell yet.' }));
}

interface Telling {
  readonly number: number;
  readonly agoDays: number;
  readonly accept: boolean;
  readonly reached?: boolean;
}

/** One update: how far it has come follows a straight line, a little behind or ahead of it. */
async function updateIn(story: Story, cast: Cast, one: Promised, cycle: Cycle, { number, agoDays, accept, reached = false }: Telling): Promise<void> {
  const told = story.ago(agoDays, 13);
  const { goal } = one;
  const gone = Math.min(1, Math.max(0, daysBetween(goal.started, story.dayAgo(agoDays)) / daysBetween(goal.started, goal.ends)));
  const pace = [1.04, 0.97, 0.75, 1.1, 0.5, 0.93, 0.99][number % 7] ?? 1;
  const value = reached ? goal.target : Math.min(goal.target, Math.round(goal.baseline + (goal.target - goal.baseline) * gone * pace));
  const completion: Completion = reached ? 'complete' : gone * pace > 0.6 ? 'substantial' : gone * pace > 0.05 ? 'limited' : 'not_started';
  const subject = { ...one.subject, submitted_by: null, commitment_id: one.id, cycle_id: cycle.id, status: 'draft', written_by: null };
  const goals = await goalIdsOf(one.id);
  const { id } = await must(submitUpdate(permit(updatePolicy.write, await as(one.player.focal_point, told), subject), at(told), {
    answer: 'update', completion, narrative: narratives[one.player.language]?.[number % 3] ?? null, barriers: number % 3 === 0 ? 'Deliveries came late.' : null, enablers: null, equity: null,
    language: one.player.language, as_of: story.dayAgo(agoDays), values: goals.map((goal_id) => ({ goal_id, value: String(value), missing: null })),
    evidence: number % 3 === 2 ? [] : [{ title: 'Progress register', url: `https://documents.example/${one.ref}/register`, file: null }],
    also_reported_to: number % 8 === 0 ? ['Connectivity register of the regional union'] : [],
  }));
  if (!accept) return;
  const read = story.ago(Math.max(1, agoDays - 2), 15);
  await must(acceptUpdate(permit(updatePolicy.accept, await as(number % 2 === 0 ? cast.reviewer : cast.officer, read), { ...one.subject, id, status: 'submitted', written_by: one.player.focal_point }), at(read)));
}

const narratives: Readonly<Record<string, readonly string[]>> = {
  en: ['Crews were doubled in July and have caught up.', 'Work goes on as planned in all districts.', 'Two districts wait for power; the others are done.'],
  fr: ['Les équipes ont été doublées en juillet.', 'Les travaux avancent comme prévu dans tous les districts.', 'Deux districts attendent l’électricité.'],
  es: ['Los equipos se duplicaron en julio.', 'El trabajo avanza según lo previsto en todos los distritos.', 'Dos distritos esperan la energía.'],
  ar: ['ضوعف عدد الفرق في يوليو.', 'يسير العمل كما هو مخطط في جميع المناطق.', 'منطقتان تنتظران الكهرباء.'],
  ru: ['В июле число бригад удвоили.', 'Работа идёт по плану во всех районах.', 'Два района ждут электричества.'],
};

/** The report of last year: written, signed off, frozen, read by those whom it names, approved by two, published. */
export async function reportIn(story: Story, cast: Cast, cycle: Cycle, promised: readonly Promised[]): Promise<void> {
  const planned = story.ago(chapters.lastCycleLock - 5);
  const report = await must(planReport(permit(reportPolicy.plan, await as(cast.officer, planned), { coalition_id: cast.coalition_id, cycle_id: cycle.id }), at(planned), {
    language: 'en', titles: reportTitles(story.year - 1), sections: reportSections(story.year - 1).map((section) => ({ ...section, owner_id: cast.officer })),
  }));
  const ref = { id: report.id, coalition_id: cast.coalition_id, status: 'drafting' };
  await profilesIn(cast, ref, planned);
  const frozen = story.ago(chapters.reportFrozen);
  await must(freezeReport(permit(reportPolicy.freeze, await as(cast.lead, frozen), ref), at(frozen), cycle.ref));
  await profilesWrittenIn(cast, { ...ref, status: 'review' }, story.ago(chapters.reportFrozen - 3), story.ago(chapters.reportFrozen - 7));
  const sections = await database().selectFrom('report_sections').select(['id', 'owner_id']).where('report_id', '=', report.id).orderBy('position').execute();
  const signed = story.ago(chapters.reportFrozen - 12);
  for (const section of sections) {
    const subject = { ...ref, status: 'review', section_id: section.id, section_status: 'drafting', left_out: false, owner_id: section.owner_id };
    await must(sendSection(permit(sectionPolicy.send, await as(cast.officer, signed), subject), at(signed)));
    await must(signOffSection(permit(sectionPolicy.signOff, await as(cast.lead, signed), { ...subject, section_status: 'in_review' }), at(signed)));
  }
  await repliedIn(story, cast, report, promised);
  const published = story.ago(chapters.reportPublished);
  await must(publishReport(permit(reportPolicy.publish, await as(cast.lead, published), { ...ref, status: 'approved' }), at(published)));
}
