import { permit } from '#app/access/permit';
import { assignReviewer, tagCommitments } from '#app/commitments/desk/operations.server';
import { deskPolicy } from '#app/commitments/desk/policy';
import { database } from '#app/platform/database.server';
import { saveView } from '#app/records/views/operations.server';
import { viewPolicy } from '#app/records/views/policy';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What the officer did with several commitments at once, and a list that they like to find again. */
export async function deskIn(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(2, 9);
  const officer = await as(cast.officer, now);
  const desk = { desk: true } as const;
  const ids = async (status: 'submitted' | 'published', most: number) =>
    ({ ids: (await database().selectFrom('commitments').select('id').where('status', '=', status).orderBy('ref', 'desc').limit(most).execute()).map(({ id }) => id), language: 'en' as const });
  await must(assignReviewer(permit(deskPolicy.assign, officer, desk), at(now), await ids('submitted', 3), await as(cast.reviewer, now)));
  await must(tagCommitments(permit(deskPolicy.tag, officer, desk), at(now), await ids('published', 6), 'annual report', true));
  await must(saveView(permit(viewPolicy.save, officer, { person_id: officer.id }), at(now), { list: 'commitments', name: 'Behind, nobody looks after it', query: 'health=off_track&attended=no' }));
}
