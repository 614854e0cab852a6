import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone, holds, isIndependentOf, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { personActor } from '#app/accounts/viewer.server';
import { findCoalition } from '#app/coalitions/queries.server';
import { memberFileColumns } from '#app/members/columns';
import { keepApart, mergeOrganisations } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { findPair, openDuplicatesOf } from '#app/members/duplicates/queries.server';
import { admitMember, endMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { memberList } from '#app/members/organisations/list';
import { registerOrganisation, updateOrganisation, type Registration } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { allMembers, listMembers } from '#app/members/organisations/queries.server';
import { isUnattended } from '#app/members/organisations/record/model';
import { findOrganisation, successorOf } from '#app/members/organisations/record/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { desk, give, holder, openWorld, person, place, story, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let coalition: string;
const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en' as const, now };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  coalition = await place('coalition', 'global');
});
afterAll(() => world.close());

const described = (name: string, more: Partial<Registration> = {}): Registration => ({
  name, short_name: null, type_code: '70', constituency: 'private', country_iso2: null, website: null, identifiers: [], ...more,
});
const register = (form: Registration, actor: Actor = story) => registerOrganisation(permit(organisationPolicy.register, actor, { register: true }), { now }, form);
const registered = async (name: string, more: Partial<Registration> = {}) => valueOf(await register(described(name, more)));
const admit = (organisation_id: string, joined_on = '2026-01-01', category: 'full' | 'observer' = 'full', coalition_id = coalition) =>
  admitMember(permit(membershipPolicy.admit, story, { coalition_id, organisation_id }), { now }, { category, joined_on });
const end = async (organisation_id: string, at = now) => endMembership(permit(membershipPolicy.end, await desk(), { coalition_id: coalition, organisation_id }), { now: at }, 'ended');
const officer = () => holder('secretariat_officer', now, { coalition_id: coalition });
const pairOf = async (organisation: string, other: string) => {
  const pair = await database().selectFrom('organisation_duplicates').select(['id', 'organisation_id', 'other_id']).where('organisation_id', 'in', [organisation, other]).where('other_id', 'in', [organisation, other]).executeTakeFirstOrThrow();
  return pair;
};
const list = (query = '', viewer: Actor = anyone) => listMembers(viewer, readState(memberList, new URLSearchParams(query)), view);

describe('ME-1: an identifier belongs to one organisation', () => {
  test('a second claim is refused, also at the same instant', async () => {
    const answers = await Promise.all(['Harbour Telecom', 'Savanna Network'].map((name) => register(described(name, { identifiers: ['XM-DAC-41114'] }))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'members:problems.identifier_taken', field: 'identifier' }] });
  });

  test('a bare code is no identifier, and a type that is not known has a reason', async () => {
    expect(await register(described('Harbour Telecom', { identifiers: ['41114'] }))).toMatchObject({ problems: [{ code: 'members:problems.identifier' }] });
    expect(await register(described('Harbour Telecom', { type_code: null }))).toMatchObject({ problems: [{ code: 'members:problems.type_or_reason' }] });
    expect((await register(described('Harbour Telecom', { type_code: null, type_missing: 'not-stated' }))).ok).toBe(true);
  });
});

describe('ME-3: registering warns of likely duplicates', () => {
  test('a person is shown them and confirms; what they told apart is kept', async () => {
    const before = await registered('Open Shelf Alliance', { website: 'https://shelf.example' });
    const person = await officer();
    const again = described('OPEN  SHELF alliance', { seen: [] });
    expect(await register(again, person)).toMatchObject({ problems: [{ code: 'members:problems.likely_duplicates' }] });
    const other = valueOf(await register({ ...again, seen: [before.id] }, person));
    expect(await openDuplicatesOf(person, other.id, 'en')).toEqual([]);
    expect(await database().selectFrom('organisation_duplicates').select(['reason', 'status', 'decided_by']).execute()).toEqual([{ reason: 'same_name', status: 'different', decided_by: person.id }]);
  });

  test('where nobody can be asked they are noted for the secretariat, whom alone they are shown', async () => {
    const before = await registered('Open Shelf Alliance');
    const other = await registered('Open Shelf Aliance');
    expect(await openDuplicatesOf(await officer(), before.id, 'en')).toMatchObject([{ reasons: ['similar_name'], other: { ref: other.ref } }]);
    expect(await openDuplicatesOf(anyone, before.id, 'en')).toEqual([]);
    expect(await findPair(anyone, (await pairOf(before.id, other.id)).id, 'en')).toBeUndefined();
  });
});

describe('ME-2: a merged organisation leads on and keeps its history', () => {
  test('its page is that of the other, with its identifiers and memberships', async () => {
    const gone = await registered('Open Shelf Alliance', { identifiers: ['GB-COH-01234567'] });
    const stays = await registered('Open Shelf Aliance');
    valueOf(await admit(gone.id, '2025-05-01'));
    const person = await officer();
    const granted = permit(duplicatePolicy.decide, person, await pairOf(gone.id, stays.id));
    expect(valueOf(await mergeOrganisations(granted, { now }, gone.id, 'The same register number'))).toEqual({ ref: stays.ref });
    expect(await findOrganisation(anyone, gone.ref, view)).toBeUndefined();
    expect(await successorOf(gone.ref)).toBe(stays.ref);
    const found = await findOrganisation(anyone, stays.ref, view);
    expect(found).toMatchObject({ merged: [{ ref: gone.ref, identifiers: ['GB-COH-01234567'] }], ids: [stays.id, gone.id] });
    expect(found?.memberships.map(({ status, joined_on, ended_on }) => [status, joined_on, ended_on])).toEqual([['active', '2026-03-02', null], ['ended', '2025-05-01', '2026-03-02']]);
    expect((await list()).rows.map(({ ref }) => ref)).toEqual([stays.ref]);
  });

  test('its people act for the one that stays from that instant on, also in what the merged one left', async () => {
    const [gone, stays] = [await registered('Open Shelf Alliance'), await registered('Open Shelf Aliance')];
    const speaker = await person('Amina', now, { organisation_id: gone.id });
    await give(speaker, 'focal_point', now, { organisation_id: gone.id });
    const other = await holder('org_admin', now, { organisation_id: stays.id });
    valueOf(await mergeOrganisations(permit(duplicatePolicy.decide, await officer(), await pairOf(gone.id, stays.id)), { now }, gone.id, 'The same register number'));
    const actor = await personActor(speaker, now);
    expect(actor.roles.map(({ role, organisation_id }) => [role, organisation_id]).toSorted()).toEqual([['focal_point', gone.id], ['focal_point', stays.id]].toSorted());
    const admin = await personActor(other.id, now);
    expect(holds(admin, ['org_admin'], { organisation_id: gone.id })).toBe(true);
    expect(isIndependentOf(admin, { lead_organisation_id: gone.id, lead_country_iso2: null })).toBe(false);
    expect(await database().selectFrom('affiliations').select(['organisation_id', 'from_on', 'until_on']).where('person_id', '=', speaker).orderBy('id').execute()).toEqual([
      { organisation_id: gone.id, from_on: '2026-03-02', until_on: '2026-03-02' }, { organisation_id: stays.id, from_on: '2026-03-02', until_on: null },
    ]);
    expect((await findOrganisation(anyone, stays.ref, view))?.focal_points.count).toBe(1);
  });

  test('where both were members, one membership stays and the members are counted once', async () => {
    const [gone, stays] = [await registered('Open Shelf Alliance'), await registered('Open Shelf Aliance')];
    for (const { id } of [gone, stays]) valueOf(await admit(id, '2025-05-01'));
    expect((await list()).total.count).toBe(2);
    valueOf(await mergeOrganisations(permit(duplicatePolicy.decide, await officer(), await pairOf(gone.id, stays.id)), { now }, gone.id, 'The same register number'));
    expect((await list()).total.count).toBe(1);
    expect((await findCoalition(anyone, 'global', view))?.members).toBe(1);
    expect((await findOrganisation(anyone, stays.ref, view))?.memberships.map(({ status, ended_on }) => [status, ended_on])).toEqual([['active', null], ['ended', '2026-03-02']]);
  });

  test('it is followed however often it was merged on, and decided once', async () => {
    const [first, second, third] = [await registered('Open Shelf'), await registered('Open Shelf.'), await registered('Open  Shelf')];
    const decide = async (gone: string, stays: string) => mergeOrganisations(permit(duplicatePolicy.decide, await desk(), await pairOf(gone, stays)), { now }, gone, 'The same register number');
    valueOf(await decide(first.id, second.id));
    expect(await decide(first.id, second.id)).toMatchObject({ problems: [{ code: 'members:problems.decided_already' }] });
    valueOf(await decide(second.id, third.id));
    expect(await successorOf(first.ref)).toBe(third.ref);
    expect(await successorOf(third.ref)).toBeUndefined();
    expect((await findOrganisation(anyone, third.ref, view))?.ids).toHaveLength(3);
  });

  test('two that are merged into each other at once do not both go', async () => {
    const [one, other] = [await registered('Open Shelf'), await registered('Open Shelf.')];
    const pair = await pairOf(one.id, other.id);
    const by = await desk();
    const answers = await Promise.all([one.id, other.id].map((gone) => mergeOrganisations(permit(duplicatePolicy.decide, by, pair), { now }, gone, 'The same register number')));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('a pair that was told apart is no longer asked about', async () => {
    const [one, other] = [await registered('Open Shelf'), await registered('Open Shelf.')];
    valueOf(await keepApart(permit(duplicatePolicy.decide, await desk(), await pairOf(one.id, other.id)), { now }, 'Other countries'));
    expect(await openDuplicatesOf(await officer(), one.id, 'en')).toEqual([]);
    const chair = await holder('org_admin', now, { organisation_id: one.id });
    const pair = await pairOf(one.id, other.id);
    expect(() => permit(duplicatePolicy.decide, chair, pair)).toThrow(Forbidden);
  });
});

describe('ME-4: memberships of a pair never overlap', () => {
  test('a second one while the first lasts is refused, also at the same instant', async () => {
    const { id } = await registered('Harbour Telecom');
    const answers = await Promise.all([admit(id), admit(id, '2025-06-01')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'members:problems.membership_overlaps', field: 'joined_on' }] });
  });

  test('one that ended makes room from its last day on, and stays as history', async () => {
    const { id, ref } = await registered('Harbour Telecom');
    valueOf(await admit(id, '2025-01-01'));
    valueOf(await end(id));
    expect(await end(id)).toMatchObject({ problems: [{ code: 'members:problems.no_membership' }] });
    expect(await admit(id, '2026-03-01')).toMatchObject({ problems: [{ code: 'members:problems.membership_overlaps' }] });
    valueOf(await admit(id, '2026-03-02', 'observer'));
    expect((await findOrganisation(anyone, ref, view))?.memberships.map(({ category }) => category)).toEqual(['observer', 'full']);
  });

  test('nobody joins in the future, and nobody joins what is closed', async () => {
    const { id } = await registered('Harbour Telecom');
    expect(await admit(id, '2026-03-03')).toMatchObject({ problems: [{ code: 'members:problems.joined_in_future', field: 'joined_on' }] });
    await database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('coalitions').set({ status: 'closed' }).where('id', '=', coalition).execute();
    });
    expect(await admit(id)).toMatchObject({ problems: [{ code: 'members:problems.coalition_closed' }] });
  });
});

test('ME-6: a member that nobody speaks for is unattended', async () => {
  const { id, ref } = await registered('Harbour Telecom');
  const unattended = async () => isUnattended((await findOrganisation(anyone, ref, view)) ?? { memberships: [], focal_points: { count: 0, named: [] } });
  expect(await unattended()).toBe(false);
  valueOf(await admit(id));
  expect(await unattended()).toBe(true);
  await holder('focal_point', now, { organisation_id: id });
  expect(await unattended()).toBe(false);
  expect((await findOrganisation(anyone, ref, view))?.focal_points.named).toEqual([]);
});

describe('the organisation itself', () => {
  test('its administrator changes it; a former name still finds it', async () => {
    const { id, ref } = await registered('Harbour Telecom', { identifiers: ['XI-DEMO-1'] });
    valueOf(await admit(id));
    const admin = await holder('org_admin', now, { organisation_id: id });
    const granted = permit(organisationPolicy.edit, admin, { id });
    valueOf(await updateOrganisation(granted, { now }, 1, described('Harbour Group', { identifiers: ['XI-DEMO-2'] })));
    expect(await updateOrganisation(granted, { now }, 1, described('Late'))).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect(await findOrganisation(anyone, ref, view)).toMatchObject({ name: 'Harbour Group', former_names: ['Harbour Telecom'], identifiers: ['XI-DEMO-2'], version: 2 });
    for (const query of ['q=harbour+telecom', 'q=GROUP', `q=${ref}`, 'q=XI-DEMO-2']) expect((await list(query)).rows).toHaveLength(1);
    expect(() => permit(organisationPolicy.edit, admin, { id: coalition })).toThrow(Forbidden);
  });
});

describe('the list', () => {
  test('holds members unless it is asked for others', async () => {
    const [member, stranger, former] = [await registered('Alpha', { country_iso2: 'KE' }), await registered('Beta', { constituency: 'academia', type_code: '80' }), await registered('Gamma')];
    valueOf(await admit(member.id));
    valueOf(await admit(former.id, '2025-01-01'));
    valueOf(await end(former.id));
    const names = async (query: string) => (await list(query)).rows.map(({ name }) => name);
    expect(await names('')).toEqual(['Alpha']);
    expect(await names('standing=not_a_member')).toEqual(['Beta', 'Gamma']);
    expect(await names('standing=all&sort=-name')).toEqual(['Gamma', 'Beta', 'Alpha']);
    expect(await names('standing=all&country=ke')).toEqual(['Alpha']);
    expect(await names('standing=all&constituency=academia')).toEqual(['Beta']);
    expect(await names('standing=all&type=70')).toEqual(['Alpha', 'Gamma']);
    expect(await names('coalition=elsewhere')).toEqual([]);
    const [row] = (await list()).rows;
    expect(memberFileColumns.map(({ header }) => header).slice(0, 8)).toEqual(['ref', 'name', 'type', 'constituency', 'country', 'identifiers', 'status', 'joined_on']);
    expect(row && memberFileColumns.map(({ value }) => value(row)).slice(0, 8)).toEqual([member.ref, 'Alpha', '70', 'private', 'KE', null, 'active', '2026-01-01']);
    expect((await list('standing=not_a_member')).rows.map(({ ref, status }) => [ref, status])).toEqual([[stranger.ref, null], [former.ref, 'ended']]);
  });

  test('pages by name in the order of the alphabet, with every organisation once', async () => {
    const names = ['zeta', 'Älpha', 'alpha', 'Émile', 'epsilon', 'Zeta', 'eta', 'alpha'];
    for (const [at, name] of names.entries()) await registered(name, { identifiers: [`XI-DEMO-${at}`] });
    const state = readState(memberList, new URLSearchParams('standing=all'));
    const seen: string[] = [];
    for (let after: string | null = null, rounds = 0; rounds < 10; rounds += 1) {
      const page = await listMembers(anyone, { ...state, after }, view, 3);
      expect(page.total).toEqual({ count: 8, exact: true });
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toEqual(['alpha', 'alpha', 'Älpha', 'Émile', 'epsilon', 'eta', 'zeta', 'Zeta']);
    const inFile: string[] = [];
    for await (const { name } of allMembers(anyone, state, view)) inFile.push(name);
    expect(inFile).toEqual(seen);
  });
});
