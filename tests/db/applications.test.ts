import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { approveApplication, takeInvitation } from '#app/accounts/admissions/operations.server';
import { findLink } from '#app/accounts/links/link.server';
import { personActor } from '#app/accounts/viewer.server';
import { answerQuestion, askApplicant, confirmApplication, declineApplication, inviteToJoin, sendApplication } from '#app/members/applications/operations.server';
import type { ApplicationForm } from '#app/members/applications/model';
import { applicationList } from '#app/members/applications/list';
import { applicationPolicy } from '#app/members/applications/policy';
import { dueApplications, findApplication, findApplicationLink, listApplications } from '#app/members/applications/queries.server';
import { mayWrite } from '#app/accounts/tries.server';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { newId } from '#app/platform/identity';
import { unseal } from '#app/platform/secret.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { holder, minutesAfter, openWorld, person, place, story, valueOf } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let coalition: string;
let officer: PersonActor;
let lead: PersonActor;
const now = new Date('2026-03-02T09:00:00Z');
const view = { language: 'en' as const, now };

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  coalition = await place('coalition', 'global');
  officer = await holder('secretariat_officer', now, { coalition_id: coalition });
  lead = await holder('secretariat_lead', now, { coalition_id: coalition });
});
afterAll(() => world.close());

const asked = (more: Partial<ApplicationForm> = {}): ApplicationForm => ({
  coalition_id: coalition, category: 'full', name: 'Harbour Telecom', short_name: null, type_code: '70', constituency: 'private', country_iso2: 'SG', website: 'https://harbour.test',
  identifiers: ['SG-ACRA-1234'], contact_name: 'Amina Okello', contact_title: 'Director', contact_mail: 'amina@harbour.test', language: 'fr', ...more,
});
const said = { statement: 'We connect the schools of three islands.', publish_name: true };
const ministry = { name: 'Ministry of Education of Tonga', constituency: 'government', country_iso2: 'TO', website: 'https://education.test', contact_mail: 'sione@mail.education.test', identifiers: [] } as const;
const send = (more: Partial<ApplicationForm> = {}, at = now, submission?: string) => sendApplication(permit(applicationPolicy.send, anyone, { coalition_id: coalition }), { now: at, submission }, { ...asked(more), ...said });
const mails = (words = '%') => database().selectFrom('outbox_mails').selectAll().where('subject', 'is', null).where('idempotency_key', 'like', words).orderBy('created_at').orderBy('id').execute();
/** The secret of the last mail to an address that has one. */
async function secretFor(address: string): Promise<string> {
  const mail = await database().selectFrom('outbox_mails').select('secret').where('recipient', '=', address).where('secret', 'is not', null).orderBy('id', 'desc').executeTakeFirstOrThrow();
  return unseal(mail.secret ?? new Uint8Array());
}
const linkFor = async (address: string) => {
  const link = await findApplicationLink(await secretFor(address), view);
  if (link === undefined) throw new Error('the link has ended');
  return permit(applicationPolicy.answer, anyone, link);
};
const confirmed = async (more: Partial<ApplicationForm> = {}) => {
  valueOf(await send(more));
  return valueOf(await confirmApplication(await linkFor(more.contact_mail ?? 'amina@harbour.test'), { now })).ref;
};
async function subject(ref: string, viewer = officer) {
  const found = await findApplication(viewer, ref, view);
  if (found === undefined) throw new Error('absent');
  return found;
}
const approve = async (ref: string, by: PersonActor, organisation_id: string | null = null, note = 'Called their office') =>
  approveApplication(permit(applicationPolicy.approve, by, await subject(ref, by)), { now }, { organisation_id, note });
const memberships = () => database().selectFrom('memberships').select(['category', 'status', 'joined_on']).execute();

describe('ME-7: an application waits unseen until its address is verified', () => {
  test('looking at the link does nothing, posting confirms it, once', async () => {
    valueOf(await send());
    const all = readState(applicationList, new URLSearchParams('status=all'));
    expect((await listApplications(officer, all, view)).rows).toEqual([]);
    const link = await linkFor('amina@harbour.test');
    expect((await listApplications(officer, all, view)).rows).toEqual([]);
    const answers = await Promise.all([confirmApplication(link, { now }), confirmApplication(link, { now })]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await listApplications(officer, readState(applicationList, new URLSearchParams()), view)).rows).toMatchObject([{ name: 'Harbour Telecom', status: 'applied', mail_finding: 'same_site', approvals: 0 }]);
    expect(await dueApplications(officer, view)).toMatchObject([{ due_on: '2026-03-16' }]);
    expect((await mails('application:%')).map(({ recipient, language }) => [recipient, language])).toEqual([['amina@harbour.test', 'fr'], ['amina@harbour.test', 'fr']]);
  });

  test('a link ends after a week, and with a newer one', async () => {
    valueOf(await send());
    const first = await secretFor('amina@harbour.test');
    expect(await findApplicationLink(first, { ...view, now: minutesAfter(now, 7 * 24 * 60) })).toBeUndefined();
    expect(await confirmApplication(await linkFor('amina@harbour.test'), { now: minutesAfter(now, 7 * 24 * 60) })).toMatchObject({ problems: [{ code: 'members:problems.link_used' }] });
    valueOf(await send({ name: 'Harbour Telecom Group' }, minutesAfter(now, 1)));
    expect(await findApplicationLink(first, view)).toBeUndefined();
    expect(await database().selectFrom('membership_applications').select('name').execute()).toEqual([{ name: 'Harbour Telecom Group' }]);
  });

  test('a form that is posted twice is kept once', async () => {
    const key = newId();
    expect(await Promise.all([send({}, now, key), send({}, now, key)])).toEqual([{ ok: true, value: { sent: true } }, { ok: true, value: { sent: true } }]);
    expect(await mails('application:%')).toHaveLength(1);
  });

  test('while one is open, another of the same address changes nothing and its owner is told', async () => {
    const ref = await confirmed();
    expect(valueOf(await send({ name: 'Somebody else' }))).toEqual({ sent: true });
    expect((await subject(ref)).name).toBe('Harbour Telecom');
    expect(await mails('%:already:%')).toHaveLength(1);
  });

  test('the desk of another coalition does not see it', async () => {
    const ref = await confirmed();
    const elsewhere = await holder('secretariat_officer', now, { coalition_id: await place('coalition', 'other') });
    expect(await findApplication(elsewhere, ref, view)).toBeUndefined();
    expect((await listApplications(elsewhere, readState(applicationList, new URLSearchParams()), view)).rows).toEqual([]);
    expect(await findApplication(anyone, ref, view)).toBeUndefined();
  });

  test('too many from one network, or for one address, are turned away', async () => {
    const tries = (count: number, client: string, mail: (at: number) => string) => Promise.all(Array.from({ length: count }, (_, at) => mayWrite('application', client, mail(at), now)));
    expect((await tries(25, '192.0.2.1', (at) => `a${at}@x.test`)).filter((one) => one !== undefined)).toHaveLength(5);
    expect((await tries(7, '192.0.2.2', () => 'b@x.test')).filter((one) => one !== undefined)).toHaveLength(2);
  });
});

describe('ME-8: the address of the contact', () => {
  test('that only looks like the site, or like that of an organisation here, is refused at its field', async () => {
    expect(await send({ contact_mail: 'amina@harbour-test.com' })).toMatchObject({ problems: [{ code: 'members:problems.mail_look_alike', field: 'contact_mail', values: { domain: 'harbour.test' } }] });
    valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, { name: 'Open Shelf', short_name: null, type_code: '21', constituency: null, country_iso2: null, website: 'https://openshelf.test', identifiers: [] }));
    expect(await send({ website: 'https://openshe1f.test', contact_mail: 'amina@openshe1f.test' })).toMatchObject({ problems: [{ code: 'members:problems.mail_look_alike' }] });
  });

  test('of a free provider is believed only by a person who says why', async () => {
    const ref = await confirmed({ contact_mail: 'amina@gmail.com' });
    expect(await approve(ref, officer, null, '  ')).toMatchObject({ problems: [{ code: 'members:problems.say_how', field: 'note' }] });
    expect(valueOf(await approve(ref, officer)).member).not.toBeNull();
  });
});

describe('ME-9: approval', () => {
  test('makes a member, its organisation and its first person at once', async () => {
    const ref = await confirmed();
    const { member } = valueOf(await approve(ref, officer));
    const organisation = await findOrganisation(officer, member ?? '', view);
    expect(organisation).toMatchObject({ name: 'Harbour Telecom', identifiers: ['SG-ACRA-1234'], focal_points: { count: 1, named: ['Amina Okello'] } });
    expect(await memberships()).toEqual([{ category: 'full', status: 'active', joined_on: '2026-03-02' }]);
    const link = await findLink(await secretFor('amina@harbour.test'), 'invitation', now);
    expect(link).toMatchObject({ name: 'Amina Okello', language: 'fr' });
    expect((await personActor(link?.person_id ?? '', now)).roles.map(({ role, organisation_id }) => [role, organisation_id])).toEqual([['org_admin', organisation?.id], ['focal_point', organisation?.id]]);
    expect(await mails('role:%')).toEqual([]);
    await expect(approve(ref, lead)).rejects.toThrow(Forbidden);
  });

  test('of a government takes two different people; nothing happens before', async () => {
    const ref = await confirmed(ministry);
    expect(valueOf(await approve(ref, officer))).toEqual({ ref, member: null });
    expect(await memberships()).toEqual([]);
    await expect(approve(ref, officer)).rejects.toThrow(Forbidden);
    expect(await dueApplications(officer, view)).toEqual([]);
    expect(await dueApplications(lead, view)).toMatchObject([{ ref }]);
    expect(valueOf(await approve(ref, lead)).member).toMatch(/^ORG-/);
    expect(await memberships()).toHaveLength(1);
  });

  test('the same person twice at the same instant counts once', async () => {
    const ref = await confirmed(ministry);
    const granted = permit(applicationPolicy.approve, officer, await subject(ref));
    const answers = await Promise.allSettled([1, 2].map(() => approveApplication(granted, { now }, { organisation_id: null, note: 'x' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await subject(ref)).approved_by).toEqual([officer.id]);
    expect(await memberships()).toEqual([]);
  });

  test('the database holds it: a government with one approval is not let in', async () => {
    const ref = await confirmed(ministry);
    valueOf(await approve(ref, officer));
    const organisation = await place('organisation', 'Any');
    await expect(database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"demo"}'), eb.val(true)]).as('said')).execute();
      const membership = await tx.insertInto('memberships').values({ id: newId(), coalition_id: coalition, organisation_id: organisation, category: 'full', status: 'active', joined_on: '2026-03-02' }).returning('id').executeTakeFirstOrThrow();
      await tx.updateTable('membership_applications').set({ status: 'approved', organisation_id: organisation, membership_id: membership.id }).where('ref', '=', ref).execute();
    })).rejects.toMatchObject({ constraint_name: 'membership_applications_enough_approvals' });
  });

  test('ME-1: an identifier that is held makes it the one that holds it, never a second one', async () => {
    const here = valueOf(await registerOrganisation(permit(organisationPolicy.register, story, { register: true }), { now }, { name: 'Harbour', short_name: null, type_code: '70', constituency: null, country_iso2: null, website: null, identifiers: ['SG-ACRA-1234'] }));
    const ref = await confirmed();
    expect(await subject(ref)).toMatchObject({ holders: [{ ref: here.ref }], likely: [{ ref: here.ref, because: 'same_identifier' }] });
    expect(await approve(ref, officer)).toMatchObject({ problems: [{ code: 'members:problems.identifier_taken', field: 'organisation' }] });
    expect((await subject(ref)).approved_by).toEqual([]);
    expect(valueOf(await approve(ref, officer, here.id)).member).toBe(here.ref);
  });

  test('nobody approves their own, and who has an account keeps it', async () => {
    const known = await person('Amina Okello', now, { mail: 'amina@harbour.test' });
    const ref = await confirmed();
    const self = await holder('secretariat_officer', now, { coalition_id: coalition });
    const own = { ...(await subject(ref)), contact_id: self.id };
    expect(() => permit(applicationPolicy.approve, self, own)).toThrow(Forbidden);
    valueOf(await approve(ref, officer));
    expect((await personActor(known, now)).roles.map(({ role }) => role)).toEqual(['org_admin', 'focal_point']);
    expect(await database().selectFrom('people').select('id').where('name', '=', 'Amina Okello').execute()).toHaveLength(1);
  });
});

describe('asking, declining, trying again', () => {
  test('a question is answered behind its link, and the application is with the secretariat again', async () => {
    const ref = await confirmed();
    valueOf(await askApplicant(permit(applicationPolicy.ask, officer, await subject(ref)), { now }, 'Who is the director?'));
    expect(await findApplicationLink(await secretFor('amina@harbour.test'), view)).toMatchObject({ status: 'more_asked', asked: 'Who is the director?' });
    valueOf(await answerQuestion(await linkFor('amina@harbour.test'), { now }, 'I am.'));
    expect(await subject(ref)).toMatchObject({ status: 'applied', acts: [{ kind: 'application', by: null }, { kind: 'question', body: 'Who is the director?' }, { kind: 'answer', body: 'I am.', by: null }] });
  });

  test('after a refusal with its reason another attempt is possible', async () => {
    const ref = await confirmed();
    valueOf(await declineApplication(permit(applicationPolicy.decline, lead, await subject(ref)), { now }, 'Not an organisation yet'));
    expect(await subject(ref)).toMatchObject({ status: 'declined' });
    const again = await confirmed();
    expect(again).not.toBe(ref);
    expect(valueOf(await approve(again, officer)).member).toMatch(/^ORG-/);
  });
});

describe('an invitation', () => {
  const invite = (more: Partial<ApplicationForm> = {}) => inviteToJoin(permit(applicationPolicy.invite, officer, { coalition_id: coalition, above: [coalition] }), { now }, { ...asked(more), note: 'Join us' });

  test('counts as an approval: who takes it is a member at once', async () => {
    valueOf(await invite());
    expect(valueOf(await takeInvitation(await linkFor('amina@harbour.test'), { now }, said)).member).toMatch(/^ORG-/);
    expect(await memberships()).toMatchObject([{ status: 'active' }]);
  });

  test('of a government waits for a second person, before whom the inviter cannot stand', async () => {
    const { ref } = valueOf(await invite(ministry));
    expect(valueOf(await takeInvitation(await linkFor(ministry.contact_mail), { now }, said))).toEqual({ ref, member: null });
    await expect(approve(ref, officer)).rejects.toThrow(Forbidden);
    expect(valueOf(await approve(ref, lead)).member).toMatch(/^ORG-/);
  });
});
