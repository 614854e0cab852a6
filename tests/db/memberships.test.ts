import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { changeCategory, admitMember, endMembership, reinstateMembership, suspendMembership, withdrawMembership } from '#app/members/memberships/operations.server';
import { findCurrentMembership, suspensionsOf } from '#app/members/memberships/queries.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { memberSince } from '#app/members/organisations/record/model';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { personActor } from '#app/accounts/viewer.server';
import { addSeat, charterGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { database } from '#app/platform/database.server';
import { charter } from './working-groups-world';
import { desk, give, holder, minutesAfter, openWorld, person, place, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let coalition: string;
let organisation: string;
const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en' as const, now };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  coalition = await place('coalition', 'global');
  organisation = await place('organisation', 'Harbour Telecom');
  await admit(coalition, organisation, '2025-01-01');
});
afterAll(() => world.close());

const admit = async (coalition_id: string, organisation_id: string, joined_on: string) => valueOf(await admitMember(permit(membershipPolicy.admit, await desk(), { coalition_id, organisation_id }), { now }, { category: 'full', joined_on })).id;
const officer = () => holder('secretariat_officer', now, { coalition_id: coalition });
async function current(coalition_id = coalition) {
  const row = await database().selectFrom('memberships').select('id').where('coalition_id', '=', coalition_id).where('organisation_id', '=', organisation).where('status', 'in', ['active', 'suspended']).executeTakeFirstOrThrow();
  const found = await findCurrentMembership(anyone, row.id, view);
  if (found === undefined) throw new Error('no membership');
  return found;
}
const suspend = async (at = now, coalition_id = coalition) => suspendMembership(permit(membershipPolicy.suspend, await desk(), await current(coalition_id)), { now: at }, 'No update for two cycles');
const history = async () => (await database().selectFrom('memberships').select(['category', 'status', 'joined_on', 'ended_on']).where('organisation_id', '=', organisation).orderBy('joined_on').orderBy('id').execute()).map(({ category, status, joined_on, ended_on }) => [category, status, joined_on, ended_on]);
const rolesOf = async (id: string, at = now) => (await personActor(id, at)).roles.map(({ role }) => role);

describe('ME-10: a suspended member', () => {
  test('its people lose access at the next request and have it again when it ends', async () => {
    const speaker = await person('Amina', now, { mail: 'amina@harbour.example', organisation_id: organisation });
    await give(speaker, 'focal_point', now, { organisation_id: organisation });
    await give(speaker, 'focal_point', now, { country_iso2: 'KE' });
    expect(await rolesOf(speaker)).toEqual(['focal_point', 'focal_point']);
    valueOf(await suspend());
    expect(await rolesOf(speaker)).toEqual([]);
    expect(await suspensionsOf(await personActor(speaker, now), view)).toMatchObject([{ reason: 'No update for two cycles' }]);
    expect((await findOrganisation(anyone, (await current()).organisation_ref, view))?.memberships).toMatchObject([{ status: 'suspended' }]);
    const at = minutesAfter(now, 60);
    valueOf(await reinstateMembership(permit(membershipPolicy.reinstate, await desk(), await current()), { now: at }, 'It has reported'));
    expect(await rolesOf(speaker, at)).toEqual(['focal_point', 'focal_point']);
    expect(await database().selectFrom('membership_suspensions').select(['reason', 'end_reason', 'ends_at']).execute()).toEqual([{ reason: 'No update for two cycles', end_reason: 'It has reported', ends_at: at }]);
    expect((await database().selectFrom('outbox_mails').select('props').where('recipient', '=', 'amina@harbour.example').where('thread', 'like', 'membership:%').execute())).toHaveLength(2);
  });

  test('two who suspend at once suspend it once', async () => {
    const answers = await Promise.allSettled([suspend(), suspend()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await database().selectFrom('membership_suspensions').select('id').execute()).toHaveLength(1);
  });

  test('who stays a member elsewhere acts there; who is suspended above does not', async () => {
    const speaker = await person('Amina', now, { organisation_id: organisation });
    await give(speaker, 'focal_point', now, { organisation_id: organisation });
    const other = await place('coalition', 'thematic');
    await admit(other, organisation, '2025-02-01');
    valueOf(await suspend());
    expect(await rolesOf(speaker)).toEqual(['focal_point']);
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('coalitions').set({ parent_id: coalition }).where('id', '=', other).execute();
    });
    expect(await rolesOf(speaker)).toEqual([]);
  });

  test('only the secretariat suspends, and only what is in force', async () => {
    const admin = await holder('org_admin', now, { organisation_id: organisation });
    const membership = await current();
    expect(() => permit(membershipPolicy.suspend, admin, membership)).toThrow(Forbidden);
    valueOf(await suspend());
    const suspended = await current();
    const colleague = await officer();
    expect(() => permit(membershipPolicy.suspend, colleague, suspended)).toThrow(Forbidden);
  });
});

describe('ME-4, ME-11: another category', () => {
  const change = async (category: 'observer' | 'associate', from: string, version?: number) => {
    const membership = await current();
    return changeCategory(permit(membershipPolicy.recategorise, await desk(), membership), { now }, version ?? membership.version, { category, from });
  };

  test('ends the membership on its day and carries it on without a day between', async () => {
    valueOf(await change('associate', '2026-02-01'));
    expect(await history()).toEqual([['full', 'ended', '2025-01-01', '2026-02-01'], ['associate', 'active', '2026-02-01', null]]);
    const record = await findOrganisation(anyone, (await current()).organisation_ref, view);
    expect(memberSince(record?.memberships ?? [])).toBe('2025-01-01');
    valueOf(await change('observer', '2026-02-01'));
    expect(await history()).toEqual([['full', 'ended', '2025-01-01', '2026-02-01'], ['associate', 'ended', '2026-02-01', '2026-02-01'], ['observer', 'active', '2026-02-01', null]]);
  });

  test('of two at once, one is told that it changed meanwhile', async () => {
    // Both saw the membership before either changed it.
    const seen = await current();
    const granted = permit(membershipPolicy.recategorise, await desk(), seen);
    const answers = await Promise.all(['2026-02-01', '2026-03-01'].map((from) => changeCategory(granted, { now }, seen.version, { category: 'associate', from })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await history()).toHaveLength(2);
  });

  test('neither to come nor before it was a member, nor the same again', async () => {
    expect(await change('associate', '2026-03-03')).toMatchObject({ problems: [{ field: 'from', code: 'members:problems.joined_in_future' }] });
    expect(await change('associate', '2024-12-31')).toMatchObject({ problems: [{ field: 'from', code: 'members:problems.before_membership' }] });
    expect(await changeCategory(permit(membershipPolicy.recategorise, await desk(), await current()), { now }, 1, { category: 'full', from: '2026-02-01' })).toMatchObject({ problems: [{ code: 'members:problems.same_category' }] });
  });

  test('ME-5: nobody becomes an observer while a seat votes', async () => {
    const group = { ...valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id: coalition }), { now }, { ...charter, texts: { en: { name: 'Group', mandate: null } } })), coalition_id: coalition };
    const id = await person('Holder', now, { organisation_id: organisation });
    valueOf(await addSeat(permit(groupPolicy.seat, await desk(), group), { now }, { organisation_id: organisation, constituency: null, role: 'member', voting: true, holder_id: id, alternate_id: null, from_on: '2026-01-01' }));
    expect(await change('observer', '2026-02-01')).toMatchObject({ problems: [{ code: 'members:problems.votes_held', field: 'category' }] });
    expect((await change('associate', '2026-02-01')).ok).toBe(true);
  });
});

describe('leaving', () => {
  test('the member’s own administrator says so, and the secretariat is told', async () => {
    const admin = await holder('org_admin', now, { organisation_id: organisation });
    const hanna = await person('Hanna', now, { mail: 'hanna@desk.example' });
    await give(hanna, 'secretariat_lead', now, { coalition_id: coalition });
    valueOf(await withdrawMembership(permit(membershipPolicy.withdraw, admin, await current()), { now }));
    expect(await history()).toEqual([['full', 'withdrawn', '2025-01-01', '2026-03-02']]);
    expect(await database().selectFrom('outbox_mails').select('recipient').where('thread', 'like', 'membership:%').execute()).toEqual([{ recipient: 'hanna@desk.example' }]);
  });

  test('ending a suspended membership ends the suspension', async () => {
    valueOf(await suspend());
    valueOf(await endMembership(permit(membershipPolicy.end, await desk(), await current()), { now }, 'ended'));
    expect(await database().selectFrom('membership_suspensions').select('id').where('ends_at', 'is', null).execute()).toEqual([]);
  });
});

