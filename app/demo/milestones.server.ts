import { permit } from '#app/access/permit';
import type { CommitmentRef } from '#app/commitments/model';
import { planMilestone, reportMilestone } from '#app/commitments/milestones/operations.server';
import { milestonePolicy } from '#app/commitments/milestones/policy';
import { milestonesOf } from '#app/commitments/milestones/queries.server';
import type { Language } from '#app/languages/language';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Player } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const titles: readonly Readonly<Record<Language, string>>[] = [
  { en: 'The plan is agreed with the regions', fr: 'Le plan est convenu avec les régions', es: 'El plan está acordado con las regiones', ar: 'اتُّفق على الخطة مع المناطق', ru: 'План согласован с регионами', zh: '与各地区商定计划' },
  { en: 'A third is reached', fr: 'Un tiers est atteint', es: 'Se alcanza un tercio', ar: 'بُلغ الثلث', ru: 'Достигнута треть', zh: '完成三分之一' },
  { en: 'The midway review is public', fr: 'La revue à mi-parcours est publique', es: 'La revisión intermedia es pública', ar: 'مراجعة منتصف الطريق علنية', ru: 'Промежуточный обзор опубликован', zh: '中期评估公开' },
];
const dues = [200, 420, 640];

interface Goal {
  readonly baseline: number;
  readonly target: number;
  readonly started: string;
}

/** Some promise milestones on the way, the second of them a third of the way in numbers. */
export const hasMilestones = (number: number): boolean => number === 0 || number % 5 === 2;

export async function milestonesIn(story: Story, player: Player, draft: CommitmentRef, goal: Goal, agoDays: number): Promise<void> {
  const now = story.ago(agoDays);
  const author = await as(player.focal_point, now);
  const row = await database().selectFrom('goals').select(['id', 'baseline_value']).where('commitment_id', '=', draft.id).where('position', '=', 1).executeTakeFirst();
  for (const [step, title] of titles.entries()) {
    const value = step === 1 && row?.baseline_value != null ? String(Math.round(goal.baseline + (goal.target - goal.baseline) / 3)) : null;
    await must(planMilestone(permit(milestonePolicy.plan, author, draft), at(now), { title: title[player.language], due_on: addDays(goal.started, dues[step] ?? 200), goal_id: value === null ? null : (row?.id ?? null), value }));
  }
}

/** What became of those whose day has passed: most were achieved, some late, one was dropped; a few are overdue. */
export async function milestonesToldIn(story: Story, promised: readonly Promised[]): Promise<void> {
  const open = await database().selectFrom('commitments').select('id').where('status', '=', 'published').execute();
  const now = story.ago(30, 10);
  for (const [number, { id, player, subject, publishedAgo }] of promised.entries()) {
    if (!hasMilestones(number) || (publishedAgo ?? 0) < 32 || !open.some((one) => one.id === id)) continue;
    const author = await as(player.focal_point, now);
    for (const [step, milestone] of (await milestonesOf(id)).entries()) {
      if (milestone.due_on >= addDays(story.today, -60) || (number + step) % 7 === 3) continue;
      const marked = { ...subject, status: 'published' as const, submitted_by: player.focal_point, milestone_id: milestone.id };
      const dropped = (number + step) % 11 === 5;
      await must(reportMilestone(permit(milestonePolicy.report, author, marked), at(now), undefined, dropped
        ? { status: 'dropped', achieved_on: null, note: 'The regions do it themselves now.' }
        : { status: 'achieved', achieved_on: addDays(milestone.due_on, (number % 3) * 9), note: null }));
    }
  }
}
