import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { nameDailyWork } from '#app/daily-work.server';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { tellOfUnattended, unattendedMembers } from '#app/members/memberships/unattended.server';
import { memberList } from '#app/members/organisations/list';
import { listMembers } from '#app/members/organisations/queries.server';
import { endRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { roleSubject } from '#app/members/people/roles/queries.server';
import { platform } from '#app/members/people/roles/model';
import { database } from '#app/platform/database.server';
import { putDailyJobs, runJobs } from '#app/platform/jobs.server';
import { readState } from '#app/table/state';
import { desk, give, openWorld, person, place, story, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let coalition: string;
let organisation: string;
const joined = new Date('2026-01-05T09:00:00Z');
const day = (text: string) => new Date(`${text}T08:00:00Z`);

beforeAll(async () => {
  world = await openWorld();
  nameDailyWork();
});
beforeEach(async () => {
  await world.truncate();
  coalition = await place('coalition', 'global');
  organisation = await place('organisation', 'Harbour Telecom');
  valueOf(await admitMember(permit(membershipPolicy.admit, story, { coalition_id: coalition, organisation_id: organisation }), { now: joined }, { category: 'full', joined_on: '2026-01-05' }));
  await give(await person('Hanna', joined, { mail: 'hanna@desk.example' }), 'secretariat_lead', joined, { coalition_id: coalition });
  await give(await person('Omar', joined, { mail: 'omar@harbour.example', organisation_id: organisation }), 'org_admin', joined, { organisation_id: organisation });
});
afterAll(() => world.close());

const told = async () => (await database().selectFrom('outbox_mails').select('recipient').where('thread', 'like', 'unattended:%').orderBy('id').execute()).map(({ recipient }) => recipient).toSorted();
const both = ['hanna@desk.example', 'omar@harbour.example'];
async function speaker(until?: Date): Promise<void> {
  const id = await person('Amina', joined, { mail: 'amina@harbour.example', organisation_id: organisation });
  const role = await give(id, 'focal_point', joined, { organisation_id: organisation });
  if (until !== undefined) valueOf(await endRole(permit(rolePolicy.end, await desk(), await roleSubject(id, 'focal_point', { ...platform, organisation_id: organisation })), { now: until }, { role_id: role, reason: 'left' }));
}

describe('ME-6: a member that nobody speaks for', () => {
  test('is flagged at once', async () => {
    expect(await unattendedMembers(database(), day('2026-01-06'))).toMatchObject([{ name: 'Harbour Telecom', since: '2026-01-05' }]);
    const found = await listMembers(anyone, readState(memberList, new URLSearchParams('standing=unattended')), { language: 'en', now: day('2026-01-06') });
    expect(found.rows.map(({ name }) => name)).toEqual(['Harbour Telecom']);
    await speaker();
    expect(await unattendedMembers(database(), day('2026-01-06'))).toEqual([]);
    expect((await listMembers(anyone, readState(memberList, new URLSearchParams('standing=unattended')), { language: 'en', now: day('2026-01-06') })).rows).toEqual([]);
  });

  test('is told of after 30 days, once, to the secretariat and its administrators', async () => {
    await tellOfUnattended(day('2026-02-03'));
    expect(await told()).toEqual([]);
    await tellOfUnattended(day('2026-02-04'));
    expect(await told()).toEqual(both);
    await Promise.all([tellOfUnattended(day('2026-02-04')), tellOfUnattended(day('2026-02-05'))]);
    await give(await person('New officer', joined, { mail: 'new@desk.example' }), 'secretariat_officer', joined, { coalition_id: coalition });
    await tellOfUnattended(day('2026-03-01'));
    expect(await told()).toEqual(both);
  });

  test('counts from the day on which the last one stopped, and anew the next time', async () => {
    await speaker(day('2026-05-10'));
    await tellOfUnattended(day('2026-06-08'));
    expect(await told()).toEqual([]);
    await tellOfUnattended(day('2026-06-09'));
    expect(await told()).toEqual(both);
  });

  test('an affiliation that ends counts like a role that does', async () => {
    await speaker();
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('affiliations').set({ until_on: '2026-04-01' }).where('organisation_id', '=', organisation).execute();
    });
    expect(await unattendedMembers(database(), day('2026-04-02'))).toMatchObject([{ since: '2026-04-01' }]);
  });

  test('the work of a day is put on the list once, and a missed day is made good by the next', async () => {
    await Promise.all([putDailyJobs(day('2026-02-20')), putDailyJobs(day('2026-02-20'))]);
    expect(await database().selectFrom('jobs').select('unique_key').where('kind', '=', 'members:unattended').execute()).toEqual([{ unique_key: 'members:unattended:2026-02-20' }]);
    await runJobs(day('2026-02-20'));
    expect(await told()).toEqual(both);
    expect(await database().selectFrom('jobs').select('status').where('kind', '=', 'members:unattended').execute()).toEqual([{ status: 'done' }]);
  });
});
