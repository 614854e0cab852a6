import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { adherenceFileColumns } from '#app/members/adherences/columns';
import { adherenceList } from '#app/members/adherences/list';
import { stateOf } from '#app/members/adherences/model';
import { remindOfExpiry } from '#app/members/adherences/notices.server';
import { confirmAdherence, recordAdherence, revokeAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { adherencesOf, allAdherences, dueAdherences, findAdherence, listAdherences } from '#app/members/adherences/queries.server';
import { admitMember, changeCategory } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { desk, give, holder, openWorld, person, place, valueOf } from './accounts-world';
import { personActor } from '#app/accounts/viewer.server';

let world: Awaited<ReturnType<typeof openWorld>>;
let coalition: string;
let organisation: string;
let speaker: PersonActor;
let officer: PersonActor;
const now = new Date('2026-03-02T09:00:00Z');
const day = (text: string) => new Date(`${text}T07:00:00Z`);

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  coalition = await place('coalition', 'global');
  organisation = await place('organisation', 'Harbour Telecom');
  valueOf(await admitMember(permit(membershipPolicy.admit, await desk(), { coalition_id: coalition, organisation_id: organisation }), { now }, { category: 'full', joined_on: '2025-01-01' }));
  const id = await person('Amina', now, { mail: 'amina@harbour.example', organisation_id: organisation });
  await give(id, 'focal_point', now, { organisation_id: organisation });
  speaker = await personActor(id, now);
  officer = await holder('secretariat_officer', now, { coalition_id: coalition });
});
afterAll(() => world.close());

const evidence = { title: 'Signed principles', url: 'https://harbour.example/signed.pdf', file: null, language: null };
const record = (by = speaker, signed_on = '2026-03-01', instrument = 'LEARNER-DATA', at = now) =>
  recordAdherence(permit(adherencePolicy.record, by, { organisation_id: organisation, coalition_id: coalition, above: [coalition] }), { now: at }, { instrument, signed_by: 'Director General', signed_on }, evidence);
async function read(id: string, viewer = officer, at = now) {
  const found = await findAdherence(viewer, id, { language: 'en', now: at });
  if (found === undefined) throw new Error('absent');
  return found;
}
const confirm = async (id: string, at = now) => valueOf(await confirmAdherence(permit(adherencePolicy.confirm, officer, await read(id)), { now: at }));
const register = (viewer: Parameters<typeof listAdherences>[0] = anyone, query = '', at = now) => listAdherences(viewer, readState(adherenceList, new URLSearchParams(query)), { language: 'en', now: at });
const reminders = async () => (await database().selectFrom('outbox_mails').select('idempotency_key').where('idempotency_key', 'like', 'adherence:%:expiring:%').orderBy('id').execute()).map(({ idempotency_key }) => idempotency_key.split(':')[3]);

describe('ME-13: adherence to an instrument', () => {
  test('waits unseen until another person has confirmed it, then stands in public', async () => {
    const { id } = valueOf(await record());
    expect((await register()).rows).toEqual([]);
    expect((await register(speaker)).rows).toMatchObject([{ state: 'pending' }]);
    expect(await dueAdherences(officer, { language: 'en', now })).toHaveLength(1);
    await confirm(id);
    expect((await register()).rows).toMatchObject([{ member: 'Harbour Telecom', state: 'current', signed_on: '2026-03-01', expires_on: '2028-03-01', evidence: [{ title: 'Signed principles', url: evidence.url }] }]);
    expect(await dueAdherences(officer, { language: 'en', now })).toEqual([]);
  });

  test('nobody confirms what they recorded, and members do not confirm at all', async () => {
    const own = await read(valueOf(await record(officer)).id);
    expect(() => permit(adherencePolicy.confirm, officer, own)).toThrow(Forbidden);
    expect(() => permit(adherencePolicy.confirm, speaker, own)).toThrow(Forbidden);
  });

  test('its state is told by the clock, the same in SQL and in words', async () => {
    const { id } = valueOf(await record());
    await confirm(id);
    for (const at of ['2026-03-02', '2028-02-29', '2028-03-01', '2030-01-01']) {
      const row = await read(id, officer, day(at));
      expect([at, row.state]).toEqual([at, stateOf({ confirmed: true, revoked: false, starts_on: row.starts_on, expires_on: row.expires_on }, at)]);
    }
    expect((await register(anyone, 'state=expired', day('2028-03-01'))).rows).toHaveLength(1);
    expect((await register(anyone, 'state=current', day('2028-03-01'))).rows).toHaveLength(0);
  });

  test('revoked, it stays in the register with its reason', async () => {
    const { id } = valueOf(await record());
    await confirm(id);
    valueOf(await revokeAdherence(permit(adherencePolicy.revoke, officer, await read(id)), { now }, 'Sells profiles'));
    expect((await register()).rows).toMatchObject([{ state: 'revoked', revoked_reason: 'Sells profiles' }]);
    expect((await record()).ok).toBe(true);
  });

  test('a renewal signed early begins where the one before it ends; one for the same time is refused', async () => {
    await confirm(valueOf(await record()).id);
    const again = await read(valueOf(await record(speaker, '2028-01-15', 'LEARNER-DATA', day('2028-01-20'))).id);
    expect([again.starts_on, again.expires_on]).toEqual(['2028-03-01', '2030-03-01']);
    expect(await record(speaker, '2026-02-01')).toMatchObject({ problems: [{ code: 'members:problems.adherence_overlaps', field: 'signed_on' }] });
    expect(await record(speaker, '2026-03-03', 'CHARTER-7')).toMatchObject({ problems: [{ code: 'members:problems.joined_in_future' }] });
    expect(await record(speaker, '2020-03-03', 'CHARTER-7')).toMatchObject({ problems: [{ code: 'members:problems.expired_already' }] });
  });

  test('it comes along when the category of the membership changes', async () => {
    await confirm(valueOf(await record()).id);
    valueOf(await changeCategory(permit(membershipPolicy.recategorise, officer, { organisation_id: organisation, coalition_id: coalition, above: [coalition], status: 'active' }), { now }, 1, { category: 'associate', from: '2026-03-02' }));
    expect(await adherencesOf(anyone, [organisation], { language: 'en', now })).toMatchObject([{ state: 'current' }]);
    expect(await record()).toMatchObject({ problems: [{ code: 'members:problems.adherence_overlaps' }] });
    await remindOfExpiry(day('2028-02-20'));
    expect(await reminders()).toEqual(['14']);
  });

  test('files hold exactly what is shown', async () => {
    await confirm(valueOf(await record()).id);
    await confirm(valueOf(await record(speaker, '2026-02-01', 'CHARTER-7')).id);
    const rows: unknown[] = [];
    for await (const row of allAdherences(anyone, readState(adherenceList, new URLSearchParams('instrument=CHARTER-7')), { language: 'en', now })) rows.push(adherenceFileColumns.map(({ value }) => value(row)));
    expect(rows).toEqual([[expect.stringMatching(/^ORG-/), 'Harbour Telecom', 'global', 'CHARTER-7', 'current', 'Director General', '2026-02-01', '2026-02-01', '2029-02-01']]);
  });
});

describe('reminders', () => {
  test('60 and 14 days before it expires, once each, and a missed day is made good', async () => {
    await confirm(valueOf(await record()).id);
    for (const at of ['2027-12-31', '2028-01-01', '2028-01-02', '2028-02-15', '2028-02-16', '2028-02-29', '2028-03-01']) await remindOfExpiry(day(at));
    expect(await reminders()).toEqual(['60', '14']);
  });

  test('after a long silence only the latest is sent, and none for what was renewed', async () => {
    await confirm(valueOf(await record()).id);
    await remindOfExpiry(day('2028-02-25'));
    expect(await reminders()).toEqual(['14']);
    await confirm(valueOf(await record(speaker, '2026-03-02', 'CHARTER-7')).id);
    valueOf(await record(speaker, '2029-02-01', 'CHARTER-7', day('2029-02-02')));
    await remindOfExpiry(day('2029-02-25'));
    expect(await reminders()).toEqual(['14']);
  });
});
