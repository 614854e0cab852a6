import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { acceptInvitation, invitePerson } from '#app/accounts/invitations/operations.server';
import { findLink } from '#app/accounts/links/link.server';
import { beginLogin, endLogin, isConfirmed, noteConfirmation } from '#app/accounts/login/login.server';
import { confirm, signIn, signInToTry } from '#app/accounts/login/sign-in.server';
import { askPasswordReset, resetPassword } from '#app/accounts/passwords/operations.server';
import { accountPolicy } from '#app/accounts/policy';
import { personActor, viewerOf } from '#app/accounts/viewer.server';
import { peoplePolicy } from '#app/members/people/policy';
import { database } from '#app/platform/database.server';
import { unseal } from '#app/platform/secret.server';
import { desk, give, holder, minutesAfter, openWorld, person, place, valueOf } from './accounts-world';

const password = 'plover tuba ninety lichen';
const another = 'harbour violin seventy moss';
const mail = 'amina@ministry.example';
let world: Awaited<ReturnType<typeof openWorld>>;
// Lucia compares with the clock of the machine: stories go forward from now.
let now: Date;
let client = 0;
const asking = (at = now, cookieHeader?: string) => ({ cookieHeader, client: `192.0.2.${(client += 1)}`, now: at });
const header = (cookie: string): string => cookie.split(';')[0] ?? '';

beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(async () => {
  await world.truncate();
  now = new Date();
});

/** The secret of the newest link that waits in the outbox. */
async function secretSent(): Promise<string> {
  const row = await database().selectFrom('outbox_mails').select('secret').where('secret', 'is not', null).orderBy('created_at', 'desc').executeTakeFirstOrThrow();
  return unseal(row.secret ?? new Uint8Array());
}

async function invited(at = now): Promise<{ person_id: string; secret: string }> {
  const granted = permit(peoplePolicy.invite, await desk(), { organisation_id: null, coalition_ids: [] });
  const { person_id } = valueOf(await invitePerson(granted, { now: at }, { name: 'Amina Otieno', mail, language: 'en', time_zone: 'UTC', publish_name: false, title: null }));
  return { person_id, secret: await secretSent() };
}

async function accept(secret: string, at = now) {
  const link = await findLink(secret, 'invitation', at);
  if (link === undefined) return undefined;
  const granted = permit(accountPolicy.accept, await personActor(link.person_id, at), link);
  return acceptInvitation(granted, { now: at }, { link, password, profile: { name: 'Amina A. Otieno', language: 'fr', spoken_languages: ['fr', 'en'], time_zone: 'Africa/Nairobi', publish_name: true } });
}

async function member(): Promise<string> {
  const { person_id, secret } = await invited();
  valueOf((await accept(secret)) ?? { ok: false, problems: [] });
  return person_id;
}

describe('AC-1: the database', () => {
  it('holds hashes of secrets only', async () => {
    const { secret } = await invited();
    await accept(secret);
    const { cookie } = valueOf(await signIn({ mail, password }, asking()));
    await askPasswordReset({ mail, client: '192.0.2.250' }, { now });
    const reset = await secretSent();
    const everything = await sql<{ all: string }>`
      select concat((select jsonb_agg(to_jsonb(s)) from login_sessions s), (select jsonb_agg(to_jsonb(l)) from one_time_links l), (select jsonb_agg(to_jsonb(c)) from credentials c),
        (select jsonb_agg(to_jsonb(o)) from outbox_mails o), (select jsonb_agg(to_jsonb(f)) from form_submissions f), (select jsonb_agg(to_jsonb(a)) from audit_log a), (select jsonb_agg(to_jsonb(r)) from rate_limits r)) as all`.execute(database());
    const text = everything.rows[0]?.all ?? '';
    expect(text).toContain('argon2id$v=19$m=65536,t=3,p=1');
    for (const kept of [secret, reset, header(cookie).slice('concord='.length), password]) expect(text).not.toContain(kept);
    expect((await database().selectFrom('audit_log').select('after').where('table_name', '=', 'credentials').execute()).map((row) => Object.keys(row.after as object))).toEqual([['person_id', 'changed_at']]);
  });
});

describe('AC-2: a sign-in', () => {
  it('is that of the person, with the roles of the moment, and counts for nobody else', async () => {
    const person_id = await member();
    const { cookie } = valueOf(await signIn({ mail: '  AMINA@Ministry.example ', password }, asking()));
    expect(await viewerOf(header(cookie), now)).toMatchObject({ kind: 'person', id: person_id, name: 'Amina A. Otieno', language: 'fr', roles: [], affiliations: [], governments: [] });
    await give(person_id, 'auditor', now);
    expect(await viewerOf(header(cookie), minutesAfter(now, 1))).toMatchObject({ roles: [{ role: 'auditor', coalition_id: null }] });
    for (const forged of [undefined, 'concord=', `concord=${'a'.repeat(40)}`, 'concord=%E0%A4%A']) expect(await viewerOf(forged, now)).toBe(anyone);
  });
  it('gets a new secret each time, and ends the one that was presented', async () => {
    await member();
    const first = header(valueOf(await signIn({ mail, password }, asking())).cookie);
    const second = header(valueOf(await signIn({ mail, password }, asking(now, first))).cookie);
    expect(second).not.toBe(first);
    expect(await viewerOf(first, now)).toBe(anyone);
    expect(await viewerOf(second, now)).toMatchObject({ kind: 'person' });
    await endLogin(second, now);
    expect(await viewerOf(second, now)).toBe(anyone);
  });
  it('ends after 8 hours without a request, and goes on with one', async () => {
    const cookie = header(await beginLogin(await person('Idle', now), undefined, now));
    expect(await viewerOf(cookie, minutesAfter(now, 479))).toMatchObject({ kind: 'person' });
    expect(await viewerOf(cookie, minutesAfter(now, 479 + 479))).toMatchObject({ kind: 'person' });
    expect(await viewerOf(cookie, minutesAfter(now, 479 + 479 + 481))).toBe(anyone);
    expect(await viewerOf(cookie, minutesAfter(now, 479 + 479 + 482))).toBe(anyone);
  });
  it('ends after 7 days whatever is done with it', async () => {
    const cookie = header(await beginLogin(await person('Busy', now), undefined, now));
    for (let hour = 7; hour < 168; hour += 7) expect(await viewerOf(cookie, minutesAfter(now, hour * 60))).toMatchObject({ kind: 'person' });
    expect(await viewerOf(cookie, minutesAfter(now, 7 * 24 * 60))).toBe(anyone);
  });
  it('of the secretariat ends after half an hour, and after 12 hours', async () => {
    const officer = await holder('secretariat_officer', now, { coalition_id: await place('coalition', 'global') });
    const idle = header(await beginLogin(officer.id, undefined, now));
    const busy = header(await beginLogin(officer.id, undefined, now));
    expect(await viewerOf(idle, minutesAfter(now, 31))).toBe(anyone);
    for (let minute = 25; minute < 720; minute += 25) expect(await viewerOf(busy, minutesAfter(now, minute))).toMatchObject({ kind: 'person' });
    expect(await viewerOf(busy, minutesAfter(now, 720))).toBe(anyone);
  });
  it('ends everywhere when the password is reset', async () => {
    await member();
    const cookies = [header(valueOf(await signIn({ mail, password }, asking())).cookie), header(valueOf(await signIn({ mail, password }, asking())).cookie)];
    await askPasswordReset({ mail, client: '192.0.2.251' }, { now });
    const link = await findLink(await secretSent(), 'password_reset', now);
    if (link === undefined) throw new Error('no link');
    const granted = permit(accountPolicy.reset, await personActor(link.person_id, now), link);
    valueOf(await resetPassword(granted, { now }, { link, password: another }));
    for (const cookie of cookies) expect(await viewerOf(cookie, now)).toBe(anyone);
    expect((await signIn({ mail, password }, asking())).ok).toBe(false);
    expect((await signIn({ mail, password: another }, asking())).ok).toBe(true);
  });
});

describe('AC-3: a link', () => {
  it('is used once, by one of two at the same time', async () => {
    const { secret } = await invited();
    const link = await findLink(secret, 'invitation', now);
    expect(link).toMatchObject({ name: 'Amina Otieno', mail });
    const both = await Promise.all([accept(secret), accept(secret)]);
    expect(both.map((one) => one?.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => one?.ok === false)).toMatchObject({ problems: [{ code: 'accounts:problems.link_used' }] });
    expect(await findLink(secret, 'invitation', now)).toBeUndefined();
  });
  it('stays unused when it is looked at, and when the password is weak', async () => {
    const { secret } = await invited();
    await findLink(secret, 'invitation', now);
    const link = await findLink(secret, 'invitation', now);
    if (link === undefined) throw new Error('no link');
    const granted = permit(accountPolicy.accept, await personActor(link.person_id, now), link);
    const weak = await acceptInvitation(granted, { now }, { link, password: 'amina otieno 2026', profile: { name: 'Amina', language: 'en', spoken_languages: [], time_zone: 'UTC', publish_name: false } });
    expect(weak).toMatchObject({ ok: false, problems: [{ field: 'password' }] });
    expect((await accept(secret))?.ok).toBe(true);
  });
  it('ends after its time: 7 days, one hour', async () => {
    const { secret } = await invited();
    expect(await findLink(secret, 'invitation', minutesAfter(now, 7 * 24 * 60 - 1))).toBeDefined();
    expect(await findLink(secret, 'invitation', minutesAfter(now, 7 * 24 * 60))).toBeUndefined();
    await accept(secret);
    await askPasswordReset({ mail, client: '192.0.2.252' }, { now });
    const reset = await secretSent();
    expect(await findLink(reset, 'password_reset', minutesAfter(now, 59))).toBeDefined();
    expect(await findLink(reset, 'password_reset', minutesAfter(now, 60))).toBeUndefined();
    expect(await findLink(reset, 'invitation', now)).toBeUndefined();
  });
  it('cannot be used by another person', async () => {
    const { secret } = await invited();
    const link = await findLink(secret, 'invitation', now);
    if (link === undefined) throw new Error('no link');
    const other = await personActor(await person('Other', now), now);
    expect(() => permit(accountPolicy.accept, other, link)).toThrow(expect.objectContaining({ reason: 'access:reasons.only_yourself' }));
  });
  it('for a new password goes to nobody else, and ends the one before', async () => {
    await member();
    await askPasswordReset({ mail: 'nobody@ministry.example', client: '192.0.2.253' }, { now });
    expect(await database().selectFrom('one_time_links').selectAll().where('purpose', '=', 'password_reset').execute()).toEqual([]);
    await askPasswordReset({ mail, client: '192.0.2.253' }, { now });
    const first = await secretSent();
    await askPasswordReset({ mail, client: '192.0.2.253' }, { now });
    expect(await findLink(first, 'password_reset', now)).toBeUndefined();
  });
});

describe('AC-5: tries', () => {
  it('are answered alike for unknown addresses and wrong passwords', async () => {
    await member();
    const unknown = await signIn({ mail: 'nobody@ministry.example', password }, asking());
    const wrong = await signIn({ mail, password: 'not the password at all' }, asking());
    expect(unknown).toEqual(wrong);
    expect(unknown).toEqual({ ok: false, problems: [{ code: 'accounts:problems.no_match' }] });
  });
  it('end for an account after ten, from wherever, and begin again later', async () => {
    await member();
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn({ mail, password: 'not the password at all' }, asking())));
    const codes = tries.map((one) => (one.ok ? 'in' : one.problems[0]?.code));
    expect(codes.filter((code) => code === 'accounts:problems.too_many')).toHaveLength(2);
    expect((await signIn({ mail, password }, asking())).ok).toBe(false);
    expect((await signIn({ mail, password }, asking(minutesAfter(now, 16)))).ok).toBe(true);
  });
  it('are forgotten when somebody is in', async () => {
    await member();
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 5; wrong += 1) await signIn({ mail, password: 'x' }, asking());
      expect((await signIn({ mail, password }, asking())).ok).toBe(true);
    }
  });
  it('end for a network too', async () => {
    const from = { cookieHeader: undefined, client: '2001:db8::7', now };
    await sql`insert into rate_limits select 'sign-in:network:2001:db8:0:0::/64', to_timestamp(floor(extract(epoch from ${now}::timestamptz) / 900) * 900), 60`.execute(database());
    expect(await signIn({ mail: 'new@ministry.example', password }, { ...from, client: '2001:db8::8' })).toMatchObject({ problems: [{ code: 'accounts:problems.too_many' }] });
  });
});

describe('AC-7: who somebody is', () => {
  it('counts for ten minutes, and again after the password', async () => {
    const person_id = await member();
    const cookie = header(valueOf(await signIn({ mail, password }, asking())).cookie);
    expect(await isConfirmed(cookie, minutesAfter(now, 9))).toBe(true);
    const late = minutesAfter(now, 11);
    expect(await isConfirmed(cookie, late)).toBe(false);
    expect((await confirm(person_id, 'wrong', { ...asking(late, cookie), demo: true })).ok).toBe(false);
    expect(await isConfirmed(cookie, late)).toBe(false);
    valueOf(await confirm(person_id, password, { ...asking(late, cookie), demo: false }));
    expect(await isConfirmed(cookie, late)).toBe(true);
  });
  it('is a button for demonstration accounts, in a demonstration alone', async () => {
    const id = await person('Chair', now, { mail: 'chair@demo.example' });
    const cookie = header(valueOf(await signInToTry('chair@demo.example', asking())).cookie);
    expect((await confirm(id, undefined, { ...asking(now, cookie), demo: false })).ok).toBe(false);
    expect((await confirm(id, undefined, { ...asking(now, cookie), demo: true })).ok).toBe(true);
    await noteConfirmation(cookie, now);
  });
});

describe('AC-8: demonstration accounts', () => {
  it('are those of one domain alone', async () => {
    await member();
    await person('Evil', now, { mail: 'chair@demo.example.org' });
    for (const address of [mail, 'chair@demo.example.org', 'nobody@demo.example', '%@demo.example']) expect((await signInToTry(address, asking())).ok).toBe(false);
  });
});
