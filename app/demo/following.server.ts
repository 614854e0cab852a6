import { permit } from '#app/access/permit';
import { follow } from '#app/following/operations.server';
import type { Subject } from '#app/following/model';
import { followPolicy } from '#app/following/policy';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';
import type { Texts } from './texts.server';

const begunAgo = 20;

/** Kenya's focal point follows the country, a clause, and what somebody disputes: the digest of the last weeks is the first thing that the portal writes. */
export async function followingIn(story: Story, { ministries }: Cast, { clauses }: Texts): Promise<void> {
  const kenya = ministries.find(({ iso2 }) => iso2 === 'KE');
  const now = story.ago(begunAgo);
  const disputed = await database().selectFrom('contests as k').innerJoin('progress_updates as u', 'u.id', 'k.progress_update_id').select('u.commitment_id as id').orderBy('k.contested_at', 'desc').limit(1).executeTakeFirst();
  const [clause] = clauses.values();
  if (kenya === undefined) return;
  const subjects: Subject[] = [{ kind: 'country', id: 'KE' }, ...(clause === undefined ? [] : [{ kind: 'clause' as const, id: clause }]), ...(disputed === undefined ? [] : [{ kind: 'commitment' as const, id: disputed.id }])];
  const person = await as(kenya.focal_point, now);
  for (const subject of subjects) await must(follow(permit(followPolicy.change, person, { person_id: person.id, ...subject }), at(now)));
}
