import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isIndependentOf, type PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { inviteFirstAdministrator, invitePerson } from '#app/accounts/invitations/operations.server';
import { accountPolicy } from '#app/accounts/policy';
import { personActor } from '#app/accounts/viewer.server';
import { affiliatePerson, endAffiliation } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { listPeople } from '#app/members/people/list/queries.server';
import { findPerson } from '#app/members/people/queries.server';
import { endRole, grantRole } from '#app/members/people/roles/operations.server';
import { platform } from '#app/members/people/roles/model';
import { rolePolicy } from '#app/members/people/roles/policy';
import { findRole, roleSubject } from '#app/members/people/roles/queries.server';
import { database } from '#app/platform/database.server';
import { desk, give, holder, minutesAfter, openWorld, person, place, story, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
const now = new Date('2026-03-10T12:00:00Z');
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.truncate());

async function end(actor: PersonActor, person_id: string, role_id: string, at = now) {
  const found = await findRole(person_id, role_id);
  if (found === undefined) throw new Error('no such role');
  return endRole(permit(rolePolicy.end, actor, found.subject), { now: at }, { role_id, reason: 'no longer' });
}

describe('PE-2: the last secretariat lead', () => {
  it('cannot be removed, of each coalition', async () => {
    const [one, other] = [await place('coalition', 'one'), await place('coalition', 'other')];
    const id = await person('Lead', now);
    const role = await give(id, 'secretariat_lead', now, { coalition_id: one });
    await give(await person('Lead of another', now), 'secretariat_lead', now, { coalition_id: other });
    expect(await end(await desk(), id, role)).toEqual({ ok: false, problems: [{ code: 'accounts:problems.last_lead' }] });
    await give(await person('Second', now), 'secretariat_lead', now, { coalition_id: one });
    expect((await end(await desk(), id, role)).ok).toBe(true);
  });
  it('is left when two leave at the same time, whatever the operation saw', async () => {
    for (let round = 0; round < 5; round += 1) {
      const coalition_id = await place('coalition', `coalition-${round}`);
      const ids = [await person('A', now), await person('B', now)];
      const roles: string[] = [];
      for (const id of ids) roles.push(await give(id, 'secretariat_lead', now, { coalition_id }));
      const by = await desk();
      const ended = await Promise.all(ids.map((id, at) => end(by, id, roles[at] ?? '')));
      expect(ended.map((one) => one.ok).sort()).toEqual([false, true]);
      expect(ended.find((one) => !one.ok)).toEqual({ ok: false, problems: [{ code: 'accounts:problems.last_lead' }] });
    }
  });
});

describe('PE-3: a role', () => {
  it('counts from its start to its end', async () => {
    const id = await person('Auditor', now);
    await give(id, 'auditor', now, {}, minutesAfter(now, 60));
    const rolesAt = async (minutes: number) => (await personActor(id, minutesAfter(now, minutes))).roles.map((held) => held.role);
    expect(await rolesAt(-1)).toEqual([]);
    expect(await rolesAt(0)).toEqual(['auditor']);
    expect(await rolesAt(59)).toEqual(['auditor']);
    expect(await rolesAt(60)).toEqual([]);
  });
  it('is decided again on the row under the lock', async () => {
    const coalition_id = await place('coalition', 'one');
    const organisation_id = await place('organisation', 'Ministry');
    const stranger = await holder('secretariat_officer', now, { coalition_id });
    const target = await person('Target', now, { organisation_id });
    const subject = await roleSubject(target, 'focal_point', { ...platform, organisation_id });
    const stale = permit(rolePolicy.grant, stranger, { ...subject, coalition_ids: [coalition_id] });
    await expect(grantRole(stale, { now }, { ends_at: null, reason: 'stale' })).rejects.toMatchObject({ reason: 'access:reasons.not_your_role' });
  });
  it('for an organisation needs a place there, and ends with it at once', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const id = await person('Focal point', now);
    const ask = async () => grantRole(permit(rolePolicy.grant, story, await roleSubject(id, 'focal_point', { ...platform, organisation_id })), { now }, { ends_at: null, reason: 'x' });
    expect(await ask()).toMatchObject({ ok: false, problems: [{ code: 'accounts:problems.no_affiliation' }] });
    const { affiliation_id } = valueOf(await affiliatePerson(permit(peoplePolicy.affiliate, await desk(), { organisation_id, coalition_ids: [] }), { now }, { person_id: id, title: 'Director' }));
    expect((await ask()).ok).toBe(true);
    expect(await ask()).toMatchObject({ ok: false, problems: [{ code: 'accounts:problems.role_held' }] });
    expect((await personActor(id, now)).roles).toHaveLength(1);
    valueOf(await endAffiliation(permit(peoplePolicy.endAffiliation, await desk(), { organisation_id, coalition_ids: [] }), { now }, { affiliation_id, reason: 'left' }));
    const after = await personActor(id, now);
    expect(after.roles).toEqual([]);
    expect(after.affiliations).toEqual([{ organisation_id, current: false }]);
  });
  it('for an organisation counts no longer than its holder belongs there, however that came to an end', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const { id } = await holder('focal_point', now, { organisation_id });
    const tomorrow = minutesAfter(now, 24 * 60);
    expect((await personActor(id, tomorrow)).roles).toHaveLength(1);
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('affiliations').set({ until_on: '2026-03-11' }).where('person_id', '=', id).execute();
    });
    expect((await personActor(id, now)).roles).toHaveLength(1);
    expect((await personActor(id, tomorrow)).roles).toEqual([]);
  });
  it('fits its scope, and is given once', async () => {
    const coalition_id = await place('coalition', 'one');
    const id = await person('Somebody', now);
    const granted = permit(rolePolicy.grant, story, await roleSubject(id, 'wg_chair', { ...platform, coalition_id }));
    expect(await grantRole(granted, { now }, { ends_at: null, reason: 'x' })).toMatchObject({ ok: false, problems: [{ code: 'accounts:problems.scope_unfit' }] });
  });
  it('tells its holder', async () => {
    const id = await person('Told', now, { mail: 'told@ministry.example' });
    const role = await give(id, 'auditor', now);
    await end(await desk(), id, role, minutesAfter(now, 5));
    const mails = await database().selectFrom('outbox_mails').select(['recipient', 'thread']).where('person_id', '=', id).execute();
    expect(mails).toEqual([{ recipient: 'told@ministry.example', thread: `role:${role}` }, { recipient: 'told@ministry.example', thread: `role:${role}` }]);
  });
});

describe('PE-1: an affiliation', () => {
  it('bars a reviewer for 24 months after its end', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const id = await person('Reviewer', now, { organisation_id });
    const row = await database().selectFrom('affiliations').select('id').executeTakeFirstOrThrow();
    valueOf(await endAffiliation(permit(peoplePolicy.endAffiliation, await desk(), { organisation_id, coalition_ids: [] }), { now }, { affiliation_id: row.id, reason: 'left' }));
    expect(isIndependentOf(await personActor(id, new Date('2028-03-09T12:00:00Z')), { lead_organisation_id: organisation_id, lead_country_iso2: null })).toBe(false);
    expect(isIndependentOf(await personActor(id, new Date('2028-03-11T12:00:00Z')), { lead_organisation_id: organisation_id, lead_country_iso2: null })).toBe(true);
  });
  it('with a body of a government bars from what its country promised, and so does a role for the country', async () => {
    const [ministry, charity] = [await place('organisation', 'Ministry of Schools'), await place('organisation', 'Books for All')];
    await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('organisations').set({ country_iso2: 'KE', constituency: 'government' }).where('id', '=', ministry).execute();
      await tx.updateTable('organisations').set({ country_iso2: 'KE', constituency: 'civil_society' }).where('id', '=', charity).execute();
    });
    const promise = { lead_organisation_id: null, lead_country_iso2: 'KE' };
    const [clerk, helper, spoke] = [await person('Clerk', now, { organisation_id: ministry }), await person('Helper', now, { organisation_id: charity }), await person('Spoke', now)];
    const role = await give(spoke, 'country_coordinator', now, { country_iso2: 'KE' });
    const free = async (id: string, at: Date) => isIndependentOf(await personActor(id, at), promise);
    expect([await free(clerk, now), await free(helper, now), await free(spoke, now)]).toEqual([false, true, false]);
    await end(await desk(), spoke, role, minutesAfter(now, 5));
    expect([await free(spoke, new Date('2028-03-01T12:00:00Z')), await free(spoke, new Date('2028-03-12T12:00:00Z'))]).toEqual([false, true]);
  });
});

describe('people', () => {
  it('are seen by those who answer for them', async () => {
    const coalition_id = await place('coalition', 'one');
    const [ministry, school] = [await place('organisation', 'Ministry'), await place('organisation', 'School')];
    const admin = await holder('org_admin', now, { organisation_id: ministry });
    const officer = await holder('secretariat_officer', now, { coalition_id });
    const auditor = await holder('auditor', now);
    const pupil = await person('Person of the school', now, { organisation_id: school });
    const namesFor = async (actor: PersonActor) => (await listPeople(actor, {}, { language: 'en', now, after: null })).rows.map((row) => row.name);
    expect(await namesFor(admin)).toEqual(['Holder of org_admin']);
    expect(await namesFor(officer)).toEqual(['Holder of secretariat_officer']);
    expect(await namesFor(auditor)).toEqual(['Holder of auditor', 'Holder of org_admin', 'Holder of secretariat_officer', 'Person of the school']);
    expect(await findPerson(admin, pupil, { language: 'en', now })).toBeUndefined();
    expect(await findPerson(auditor, pupil, { language: 'en', now })).toMatchObject({ name: 'Person of the school', standing: 'none', organisations: [{ id: school }] });
    expect(await listPeople(auditor, { q: ['SCHOOL'] }, { language: 'en', now, after: null })).toMatchObject({ total: { count: 1, exact: true } });
    expect(await listPeople(auditor, { role: ['org_admin'] }, { language: 'en', now, after: null })).toMatchObject({ rows: [{ name: 'Holder of org_admin' }] });
  });
  it('are listed page by page, none twice and none left out', async () => {
    const auditor = await holder('auditor', now);
    for (let number = 0; number < 60; number += 1) await person(`Person ${number % 7}`, now);
    const first = await listPeople(auditor, {}, { language: 'en', now, after: null });
    const second = await listPeople(auditor, {}, { language: 'en', now, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(61);
  });
  it('have an address that is nobody else’s', async () => {
    const granted = permit(peoplePolicy.invite, await desk(), { organisation_id: null, coalition_ids: [] });
    const form = { name: 'Amina', mail: 'Amina@Ministry.example', language: 'en', time_zone: 'UTC', publish_name: false, title: null };
    expect((await invitePerson(granted, { now }, form)).ok).toBe(true);
    expect(await invitePerson(granted, { now }, { ...form, mail: 'amina@ministry.example ' })).toEqual({ ok: false, problems: [{ code: 'accounts:problems.address_taken', field: 'mail' }] });
  });
});

describe('the first administrator', () => {
  const terminal = { kind: 'system', name: 'console' } as const;
  const form = { name: 'Admin', mail: 'admin@coalition.example', language: 'en', time_zone: 'UTC', publish_name: false, title: null };
  it('is invited where nobody is known, once', async () => {
    const both = await Promise.all([0, 1].map(() => inviteFirstAdministrator(permit(accountPolicy.initialise, terminal, null), { now }, form)));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    const { id } = await database().selectFrom('people').select('id').executeTakeFirstOrThrow();
    expect((await personActor(id, now)).roles).toMatchObject([{ role: 'platform_admin', coalition_id: null }]);
  });
});
