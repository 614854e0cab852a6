import { permit } from '#app/access/permit';
import { platform } from '#app/members/people/roles/model';
import { endRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const leftAgo = 40;

/** The focal point of a member left and nobody came: one who has done nothing since, whose commitments are under way. */
export async function unattendedIn(story: Story, cast: Cast): Promise<void> {
  const left = story.ago(leftAgo, 9);
  const [under, busy] = await Promise.all([
    database().selectFrom('commitments').select('lead_organisation_id').distinct().where('status', '=', 'published').execute(),
    database().selectFrom('audit_log').select('actor_id').distinct().where('told_at', '>', left).where('actor_id', 'is not', null).execute(),
  ]);
  const player = cast.others.find(({ organisation_id, focal_point }) => under.some((one) => one.lead_organisation_id === organisation_id) && !busy.some(({ actor_id }) => actor_id === focal_point));
  if (player === undefined) return;
  const { focal_point, organisation_id } = player;
  const { id } = await database().selectFrom('roles').select('id').where('person_id', '=', focal_point).where('role', '=', 'focal_point').where('organisation_id', '=', organisation_id).executeTakeFirstOrThrow();
  await must(endRole(permit(rolePolicy.end, await as(cast.lead, left), await roleSubject(focal_point, 'focal_point', { ...platform, organisation_id })), at(left), { role_id: id, reason: 'Changed jobs.' }));
}
