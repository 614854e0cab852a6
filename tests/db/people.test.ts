import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { askAddressChange, confirmAddress, takeAddress, withdrawAddressChange } from '#app/accounts/addresses/operations.server';
import { waitingAddress } from '#app/accounts/addresses/queries.server';
import { inviteAgain, invitePerson, revokeInvitation } from '#app/accounts/invitations/operations.server';
import { findLink } from '#app/accounts/links/link.server';
import { beginLogin } from '#app/accounts/login/login.server';
import { accountPolicy } from '#app/accounts/policy';
import { reinstatePerson, suspendPerson } from '#app/accounts/suspension/operations.server';
import { personActor, viewerOf } from '#app/accounts/viewer.server';
import { sendLetter } from '#app/mail/letter.server';
import { listPeople } from '#app/members/people/list/queries.server';
import { endAffiliation, refuseLetters } from '#app/members/people/operations.server';
import { permissionsOf } from '#app/members/people/permissions/queries.server';
import { peoplePolicy } from '#app/members/people/policy';
import { endRole, grantRole } from '#app/members/people/roles/operations.server';
import { platform } from '#app/members/people/roles/model';
import { rolePolicy } from '#app/members/people/roles/policy';
import { findRole, roleSubject } from '#app/members/people/roles/queries.server';
import { suspensionPolicy } from '#app/members/people/suspension/policy';
import { personOver } from '#app/members/people/suspension/queries.server';
import { database } from '#app/platform/database.server';
import { runJobs } from '#app/platform/jobs.server';
import { unseal } from '#app/platform/secret.server';
import '#app/worker.server';
import { desk, give, holder, minutesAfter, openWorld, person, place, story, valueOf } from './accounts-world';

// Every policy declares its rules: what somebody may do is asked of them all.
import.meta.glob('/app/**/policy.ts', { eager: true });

let world: Awaited<ReturnType<typeof openWorld>>;
// Lucia compares with the clock of the machine: stories go forward from now.
let now: Date;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(async () => {
  await world.truncate();
  now = new Date();
});

const hoursAfter = (hours: number): Date => minutesAfter(now, hours * 60);
const signedIn = async (id: string): Promise<string> => (await beginLogin(id, undefined, now)).split(';')[0] ?? '';
const suspend = async (actor: PersonActor, id: string) => suspendPerson(permit(suspensionPolicy.suspend, actor, await personOver(id, now)), { now }, { reason: 'left the ministry' });
const secrets = async (): Promise<string[]> => (await database().selectFrom('outbox_mails').select('secret').where('secret', 'is not', null).orderBy('id').execute()).map((row) => unseal(row.secret ?? new Uint8Array()));
const letters = async (id: string): Promise<string[]> => (await database().selectFrom('outbox_mails').select('props').where('person_id', '=', id).orderBy('id').execute()).map((row) => (row.props as { subject: string }).subject);

describe('who has lost their place here', () => {
  it('is shut out at the next request of every open sign-in when suspended, and no sign-in comes back', async () => {
    const id = await person('Amina', now, { mail: 'amina@ministry.example' });
    await give(id, 'auditor', now);
    const open = [await signedIn(id), await signedIn(id)];
    for (const cookie of open) expect(await viewerOf(cookie, now)).toMatchObject({ kind: 'person', id });
    valueOf(await suspend(await desk(), id));
    for (const cookie of open) expect(await viewerOf(cookie, now)).toEqual({ kind: 'public' });
    await expect(personActor(id, now)).rejects.toThrow();
    expect(await letters(id)).toContain('Your account is suspended');
    valueOf(await reinstatePerson(permit(suspensionPolicy.reinstate, await desk(), await personOver(id, now)), { now }));
    for (const cookie of open) expect(await viewerOf(cookie, now)).toEqual({ kind: 'public' });
    expect(await viewerOf(await signedIn(id), now)).toMatchObject({ kind: 'person', id, roles: [{ role: 'auditor' }] });
  });
  it('is shut out by the suspension itself, not by the sign-ins that it ends', async () => {
    const id = await person('Amina', now);
    valueOf(await suspend(await desk(), id));
    expect(await viewerOf(await signedIn(id), now)).toEqual({ kind: 'public' });
  });
  it('loses the roles of an organisation in every open sign-in when the affiliation ends', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const { id } = await holder('focal_point', now, { organisation_id });
    const open = [await signedIn(id), await signedIn(id)];
    for (const cookie of open) expect(await viewerOf(cookie, now)).toMatchObject({ roles: [{ role: 'focal_point' }] });
    const { id: affiliation_id } = await database().selectFrom('affiliations').select('id').executeTakeFirstOrThrow();
    valueOf(await endAffiliation(permit(peoplePolicy.endAffiliation, await desk(), { organisation_id, coalition_ids: [] }), { now }, { affiliation_id, reason: 'left' }));
    for (const cookie of open) expect(await viewerOf(cookie, now)).toMatchObject({ roles: [] });
  });
  it('is suspended by the lead over all that they do, and by nobody else’s', async () => {
    const [one, other] = [await place('coalition', 'one'), await place('coalition', 'other')];
    const lead = await holder('secretariat_lead', now, { coalition_id: one });
    const id = await person('Reviewer of both', now);
    await give(id, 'reviewer', now, { coalition_id: one });
    await give(id, 'reviewer', now, { coalition_id: other });
    await expect(suspend(lead, id)).rejects.toMatchObject({ reason: 'access:reasons.not_all_their_places' });
    await expect(suspend(lead, lead.id)).rejects.toMatchObject({ reason: 'access:reasons.about_you' });
    const ofOne = await person('Reviewer of one', now);
    await give(ofOne, 'reviewer', now, { coalition_id: one });
    valueOf(await suspend(lead, ofOne));
    expect(await suspend(lead, ofOne)).toMatchObject({ problems: [{ code: 'accounts:problems.suspended_already' }] });
  });
});

describe('PE-2: the last secretariat lead', () => {
  it('is not suspended, and does not leave when the other one is suspended', async () => {
    const coalition_id = await place('coalition', 'one');
    const [first, second] = [await person('First', now), await person('Second', now)];
    const role = await give(first, 'secretariat_lead', now, { coalition_id });
    expect(await suspend(await desk(), first)).toEqual({ ok: false, problems: [{ code: 'accounts:problems.last_lead' }] });
    await give(second, 'secretariat_lead', now, { coalition_id });
    valueOf(await suspend(await desk(), second));
    const found = await findRole(first, role);
    if (found === undefined) throw new Error('no such role');
    expect(await endRole(permit(rolePolicy.end, await desk(), found.subject), { now }, { role_id: role, reason: 'no longer' })).toEqual({ ok: false, problems: [{ code: 'accounts:problems.last_lead' }] });
  });
  it('is left when both are suspended at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const coalition_id = await place('coalition', `coalition-${round}`);
      const ids = [await person('A', now), await person('B', now)];
      for (const id of ids) await give(id, 'secretariat_lead', now, { coalition_id });
      const admin = await desk();
      const answers = await Promise.all(ids.map((id) => suspend(admin, id)));
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    }
  });
});

describe('PE-3: a role that begins later', () => {
  it('counts from then on, and its holder is told when', async () => {
    const id = await person('Later', now, { mail: 'later@ministry.example' });
    const granted = permit(rolePolicy.grant, story, await roleSubject(id, 'auditor', platform));
    valueOf(await grantRole(granted, { now }, { starts_at: hoursAfter(24), ends_at: hoursAfter(48), reason: 'for a day' }));
    const at = async (hours: number) => (await personActor(id, hoursAfter(hours))).roles.length;
    expect([await at(0), await at(24), await at(47), await at(48)]).toEqual([0, 1, 1, 0]);
    expect(await letters(id)).toEqual(['You will have a role: Auditor']);
    expect(await grantRole(granted, { now }, { starts_at: hoursAfter(30), ends_at: null, reason: 'again' })).toMatchObject({ problems: [{ code: 'accounts:problems.role_held' }] });
    expect(await grantRole(granted, { now }, { starts_at: hoursAfter(1), ends_at: hoursAfter(2), reason: 'before' })).toMatchObject({ ok: true });
    expect(await grantRole(granted, { now }, { starts_at: hoursAfter(-1), ends_at: null, reason: 'past' })).toMatchObject({ problems: [{ code: 'accounts:problems.starts_before', field: 'from' }] });
  });
});

describe('an invitation', () => {
  const form = { name: 'Amina', mail: 'amina@ministry.example', language: 'en', time_zone: 'UTC', publish_name: false, title: null };
  const nowhere = { organisation_id: null, coalition_ids: [] };
  it('is sent again, taken back, and sent anew; only the last link works', async () => {
    const { person_id } = valueOf(await invitePerson(permit(peoplePolicy.invite, await desk(), nowhere), { now }, form));
    valueOf(await inviteAgain(permit(peoplePolicy.invite, await desk(), nowhere), { now: minutesAfter(now, 1) }, { person_id }));
    const revoke = async () => revokeInvitation(permit(peoplePolicy.revoke, await desk(), nowhere), { now }, { person_id });
    const works = async () => Promise.all((await secrets()).map(async (secret) => (await findLink(secret, 'invitation', now)) !== undefined));
    expect(await works()).toEqual([false, true]);
    expect((await revoke()).ok).toBe(true);
    expect(await works()).toEqual([false, false]);
    expect(await revoke()).toMatchObject({ problems: [{ code: 'accounts:problems.no_invitation' }] });
    valueOf(await inviteAgain(permit(peoplePolicy.invite, await desk(), nowhere), { now: minutesAfter(now, 2) }, { person_id }));
    expect(await works()).toEqual([false, false, true]);
  });
});

describe('AC-9: a new address', () => {
  const [old, fresh] = ['amina@ministry.example', 'amina@new.example'];
  const addressOf = async (id: string) => (await database().selectFrom('person_mails').select(['address', 'verified_at']).where('person_id', '=', id).execute()).map((row) => row.address);
  const ask = async (id: string, mail = fresh) => askAddressChange(permit(accountPolicy.changeAddress, await personActor(id, now), { person_id: id }), { now }, { mail });
  const confirm = async (at: Date) => {
    const link = await findLink((await secrets())[0] ?? '', 'address_confirmation', at);
    if (link === undefined) return undefined;
    return confirmAddress(permit(accountPolicy.confirmAddress, await personActor(link.person_id, at), link), { now: at });
  };

  it('counts once it is confirmed and 72 hours have passed; both addresses are told', async () => {
    const id = await person('Amina', now, { mail: old });
    valueOf(await ask(id, ' Amina@New.example'));
    const sent = await database().selectFrom('outbox_mails').select(['recipient', 'props']).orderBy('id').execute();
    expect(sent.map(({ recipient, props }) => [recipient, (props as { subject: string }).subject])).toEqual([[fresh, 'Confirm your new address'], [old, 'Your address is about to change']]);
    expect(await waitingAddress(id, now)).toMatchObject({ address: fresh, confirmed: false });
    valueOf((await confirm(hoursAfter(1))) ?? { ok: false, problems: [] });
    expect(await confirm(hoursAfter(2))).toBeUndefined();
    await runJobs(hoursAfter(71.9));
    expect(await addressOf(id)).toEqual([old]);
    await runJobs(hoursAfter(72.1));
    expect(await addressOf(id)).toEqual([fresh]);
    expect(await waitingAddress(id, hoursAfter(73))).toBeUndefined();
    const told = await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', '%:taken:%').orderBy('recipient').execute();
    expect(told.map((row) => row.recipient)).toEqual([old, fresh]);
  });
  it('does not count before its time, whenever the job runs, nor without its confirmation', async () => {
    const id = await person('Amina', now, { mail: old });
    valueOf(await ask(id));
    const { id: change } = await database().selectFrom('address_changes').select('id').executeTakeFirstOrThrow();
    await takeAddress({ change }, hoursAfter(200));
    expect(await addressOf(id)).toEqual([old]);
    valueOf((await confirm(now)) ?? { ok: false, problems: [] });
    await takeAddress({ change }, hoursAfter(71));
    expect(await addressOf(id)).toEqual([old]);
  });
  it('is called off by the old address or from the account, and then its link works no longer', async () => {
    const id = await person('Amina', now, { mail: old });
    valueOf(await ask(id));
    const link = await findLink((await secrets())[1] ?? '', 'address_withdrawal', hoursAfter(70));
    if (link === undefined) throw new Error('no link to call it off');
    valueOf(await withdrawAddressChange(permit(accountPolicy.withdrawAddress, await personActor(id, now), link), { now: hoursAfter(70) }));
    expect(await confirm(hoursAfter(71))).toBeUndefined();
    await runJobs(hoursAfter(100));
    expect(await addressOf(id)).toEqual([old]);
  });
  it('is nobody else’s, also when somebody takes it meanwhile', async () => {
    const id = await person('Amina', now, { mail: old });
    await person('Other', now, { mail: 'other@ministry.example' });
    expect(await ask(id, 'OTHER@ministry.example')).toMatchObject({ problems: [{ code: 'accounts:problems.address_taken', field: 'mail' }] });
    expect(await ask(id, old)).toMatchObject({ problems: [{ code: 'accounts:problems.same_address' }] });
    valueOf(await ask(id));
    valueOf((await confirm(now)) ?? { ok: false, problems: [] });
    await person('Quicker', now, { mail: fresh });
    await runJobs(hoursAfter(73));
    expect(await addressOf(id)).toEqual([old]);
    expect(await database().selectFrom('address_changes').select('outcome').execute()).toEqual([{ outcome: 'lapsed' }]);
  });
});

describe('letters', () => {
  it('of a refused topic are not sent; those without one always are', async () => {
    const id = await person('Reader', now, { mail: 'reader@ministry.example' });
    const granted = permit(peoplePolicy.update, await personActor(id, now), { id });
    const send = (key: string, topic?: 'sessions' | 'review') => database().transaction().execute((tx) => sendLetter(tx, { to: { personId: id }, words: 'accounts:mails.changed', path: '/my', topic, thread: 'x', key, now }));
    valueOf(await refuseLetters(granted, { now }, ['sessions', 'commitments']));
    await send('refused', 'sessions');
    await send('wanted', 'review');
    await send('always');
    expect(await letters(id)).toHaveLength(2);
    valueOf(await refuseLetters(granted, { now }, []));
    await send('wanted again', 'sessions');
    expect(await letters(id)).toHaveLength(3);
  });
});

describe('the list of people', () => {
  it('is asked for by role, scope, coalition, organisation, country and standing', async () => {
    const coalition_id = await place('coalition', 'one');
    const organisation_id = await place('organisation', 'Ministry of Kenya');
    const auditor = await holder('auditor', now);
    await give(await person('Coordinator', now), 'country_coordinator', now, { country_iso2: 'KE' });
    await give(await person('Reviewer', now), 'reviewer', now, { coalition_id });
    await holder('focal_point', now, { organisation_id });
    const gone = await person('Gone', now);
    await give(gone, 'reviewer', minutesAfter(now, -60), { coalition_id }, minutesAfter(now, -30));
    const out = await person('Out', now);
    valueOf(await suspend(await desk(), out));
    valueOf(await invitePerson(permit(peoplePolicy.invite, await desk(), { organisation_id: null, coalition_ids: [] }), { now }, { name: 'Invited', mail: 'invited@ministry.example', language: 'en', time_zone: 'UTC', publish_name: false, title: null }));
    const names = async (filters: Parameters<typeof listPeople>[1]) => (await listPeople(auditor, filters, { language: 'en', now, after: null })).rows.map((row) => row.name);
    expect(await names({ role: ['reviewer'] })).toEqual(['Reviewer']);
    expect(await names({ role: ['reviewer'], scope: ['country'] })).toEqual([]);
    expect(await names({ scope: ['country'] })).toEqual(['Coordinator']);
    expect(await names({ coalition: ['one'] })).toEqual(['Reviewer']);
    expect(await names({ organisation: ['kenya'] })).toEqual(['Holder of focal_point']);
    expect(await names({ country: ['KE'] })).toEqual(['Coordinator']);
    expect(await names({ standing: ['ended'] })).toEqual(['Gone']);
    expect(await names({ standing: ['suspended'] })).toEqual(['Out']);
    expect(await names({ standing: ['invited'] })).toEqual(['Invited']);
    expect(await names({ standing: ['no such'] })).toEqual([]);
  });
});

describe('what somebody may do and why', () => {
  it('names the role, its scope and since when, and the reason of each refusal', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const focal = await holder('focal_point', now, { organisation_id });
    const told = await permissionsOf(permit(peoplePolicy.explain, focal, focal), { language: 'en', now });
    const of = (rule: string) => told.find((one) => one.rule === rule);
    expect(of('commitment:create')).toMatchObject({ own: false, by: [{ role: 'focal_point', scope: 'Ministry' }] });
    expect(of('commitment:create')?.by[0]?.since_on).toBe(now.toISOString().slice(0, 10));
    expect(of('commitment:publish')).toMatchObject({ by: [], reason: 'access:reasons.secretariat_only' });
    expect(of('framework:publish')).toMatchObject({ reason: 'access:reasons.secretariat_only' });
    expect(of('person:update')).toMatchObject({ own: true, by: [] });
    expect(of('installation:initialise')).toBeUndefined();
    expect(await permissionsOf(permit(peoplePolicy.explain, focal, focal), { language: 'en', now: minutesAfter(now, -1) })).not.toContainEqual(expect.objectContaining({ by: [expect.anything()] }));
  });
  it('counts no role of an organisation that somebody has left, nor any of who is suspended', async () => {
    const organisation_id = await place('organisation', 'Ministry');
    const focal = await holder('focal_point', now, { organisation_id });
    const auditor = await holder('auditor', now);
    const allowed = async () => (await permissionsOf(permit(peoplePolicy.explain, auditor, focal), { language: 'en', now })).filter(({ by }) => by.length > 0).length;
    expect(await allowed()).toBeGreaterThan(5);
    valueOf(await suspend(await desk(), focal.id));
    expect(await allowed()).toBe(0);
  });
});
