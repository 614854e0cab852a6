import { permit } from '#app/access/permit';
import { endGap, planGap } from '#app/commitments/gaps/operations.server';
import { gapPolicy } from '#app/commitments/gaps/policy';
import { gapRef, gapsOf } from '#app/commitments/gaps/queries.server';
import { addGroups } from '#app/commitments/groups/operations.server';
import { groupAddingPolicy } from '#app/commitments/groups/policy';
import type { Involvement } from '#app/commitments/teachers/model';
import { sayTeachers } from '#app/commitments/teachers/operations.server';
import { teacherPolicy } from '#app/commitments/teachers/policy';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const took = (stage: Involvement['stage'], how_many: number, how_chosen: string, what_changed: string): Involvement => ({ stage, nobody: false, how_many, how_chosen, what_changed, evidence_url: null });
const nobody = (stage: Involvement['stage']): Involvement => ({ stage, nobody: true, how_many: null, how_chosen: null, what_changed: null, evidence_url: null });

/** What stands beside some promises: what teachers did, groups that joined later, and what became of what was not known. */
export async function besideIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  const open = await database().selectFrom('commitments').select('id').where('status', '=', 'published').execute();
  for (const [number, one] of promised.entries()) {
    if (open.some(({ id }) => id === one.id) && number % 3 === 0) await beside(story, cast, one, number);
  }
}

async function beside(story: Story, cast: Cast, { id, player, subject }: Promised, number: number): Promise<void> {
  const now = story.ago(40, 9);
  const author = await as(player.focal_point, now);
  const commitment = { ...subject, submitted_by: player.focal_point, status: 'published' as const };
  if (number % 6 === 0) {
    const design = took('design', 8 + (number % 5), 'Two from each region, chosen by their schools.', 'Lessons became shorter, and work without a line.');
    await must(sayTeachers(permit(teacherPolicy.say, author, commitment), at(now), undefined, number % 12 === 0 ? [design, took('testing', 24, 'Whoever taught the classes of the pilot.', 'The second screen was dropped.'), nobody('rollout')] : [design, nobody('testing')]));
  }
  if (number % 15 === 0) await must(addGroups(permit(groupAddingPolicy.add, author, commitment), at(now), ['girls_women']));
  for (const gap of await gapsOf(id)) {
    if (gap.status !== 'open' || number % 9 === 0) continue;
    const missing = gapRef(commitment, gap);
    if (number % 27 === 3) await must(endGap(permit(gapPolicy.accept, await as(cast.lead, now), missing), at(now), 'accepted', 'No count was made before the work began, and none can be made now.'));
    else await must(planGap(permit(gapPolicy.plan, author, missing), at(now), undefined, { owner_id: player.focal_point, plan: 'The next census of schools asks for it.', due_on: addDays(story.today, 60 + number) }));
  }
}
