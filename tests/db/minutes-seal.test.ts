import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { database } from '#app/platform/database.server';
import { canonicalOf } from '#app/working-groups/minutes/canonical';
import { parseRecord } from '#app/working-groups/minutes/record';
import { checkSeal } from '#app/working-groups/minutes/seal.server';
import { attempt, sealed, tamper, type Held } from './minutes-world';
import { openGroup, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let held: Held & { readonly minutes: string; readonly sha256: string };
beforeAll(async () => {
  world = await openGroup();
  held = await sealed(world);
});
afterAll(() => world.close());

const recordOf = async () => (await database().selectFrom('minutes_seals').select('record').where('session_id', '=', held.id).executeTakeFirstOrThrow()).record;
const renamed = (name: string) => `update minutes_names set name = ${name}, commitment = encode(sha256(convert_to(salt || E'\\n' || ${name}, 'UTF8')), 'hex') where session_id = '${held.id}' and number = 1`;

describe('the seal', () => {
  it('covers bytes that anybody writes again from what they say, and holds', async () => {
    const record = await recordOf();
    expect(createHash('sha256').update(record).digest('hex')).toBe(held.sha256);
    expect(canonicalOf(JSON.parse(record))).toBe(record);
    expect(await checkSeal(held.ref)).toEqual({ ref: 'M-2026-001', session: held.ref, sha256: held.sha256, recomputed: held.sha256, trailed: held.sha256, altered: [], holds: true });
    expect((await checkSeal(held.minutes))?.holds).toBe(true);
    expect(await checkSeal('WG-99-S99')).toBeUndefined();
  });
  it('names nobody: persons are commitments that their names and salts open', async () => {
    const record = await recordOf();
    const names = await database().selectFrom('minutes_names').selectAll().where('session_id', '=', held.id).orderBy('number').execute();
    expect(names.length).toBeGreaterThanOrEqual(12);
    for (const { name, salt, commitment, number } of names) {
      expect(record).not.toContain(name ?? '?');
      expect(createHash('sha256').update(`${salt}\n${name}`).digest('hex')).toBe(commitment);
      expect(parseRecord(record).people[number - 1]).toBe(commitment);
    }
  });
  it('holds attendance by seat, quorum with its inputs, votes by seat with the dissent, and actions', async () => {
    const record = parseRecord(await recordOf());
    expect(record.seats.filter((seat) => seat.holder_presence === 'remote')).toHaveLength(4);
    expect(record.quorum).toMatchObject({ present: 4, base: 5, share_hundredths: 5000, met: true });
    expect(record.decisions[0]).toMatchObject({ text: 'The group adopts the template.', status: 'adopted', dissent: 'Dogwood: too early.', item: 2 });
    expect(record.decisions[0]?.votes.map((vote) => vote.vote)).toEqual(['for', 'for', 'for', 'against']);
    expect(record.actions).toMatchObject([{ ref: 'A-2026-001', item: 2, due_on: '2026-04-15' }]);
    expect(record.items[1]?.text).toBe('Acacia presented what countries pay.');
  });
});

describe('the application cannot change what is sealed', () => {
  const where = () => `where session_id = '${held.id}'`;
  const votes = () => `where decision_id in (select id from decisions ${where()})`;
  const frozen: readonly (readonly [string, () => string])[] = [
    ['the seal', () => `update minutes_seals set sha256 = repeat('0', 64) ${where()}`], ['the seal away', () => `delete from minutes_seals ${where()}`],
    ['a name', () => `update minutes_names set name = 'Other' ${where()}`], ['a name away', () => `delete from minutes_names ${where()}`],
    ['a passage', () => `update minutes_passages set text = 'Other' ${where()} and position = 2`], ['a passage away', () => `delete from minutes_passages ${where()} and position = 2`],
    ['attendance', () => `update attendances set presence = 'absent' ${where()}`], ['attendance away', () => `delete from attendances ${where()}`],
    ['a vote', () => `update votes set vote = 'for' ${votes()} and vote = 'against'`], ['a vote away', () => `delete from votes ${votes()}`],
    ['the text of a decision', () => `update decisions set text = 'Other' ${where()}`], ['a quorum', () => `update decisions set quorum_present = 5 ${where()}`],
    ['an item', () => `update agenda_items set title = 'Other' ${where()} and position = 1`], ['a note', () => `update agenda_notes set text = 'Other' ${where()}`], ['a note more', () => `insert into agenda_notes (id, session_id, agenda_item_id, text, written_at) select gen_random_uuid(), session_id, id, 'Other', now() from agenda_items ${where()} and position = 1`],
    ['an action', () => `update action_items set text = 'Other' ${where()}`], ['an action away', () => `delete from action_items ${where()}`],
    ['the title', () => `update sessions set title = 'Other' where id = '${held.id}'`], ['the start', () => `update sessions set started_at = started_at + interval '1 hour' where id = '${held.id}'`],
    ['minutes', () => `update session_minutes set language = 'fr' ${where()}`], ['a guest', () => `insert into session_guests (id, session_id, position, name, capacity, presence, noted_at) values (gen_random_uuid(), '${held.id}', 1, 'X', 'guest', 'remote', now())`],
    ['a link', () => `insert into session_links (session_id, position, href, text) values ('${held.id}', 1, 'https://example.org/', 'X')`],
    ['a seat', () => `update session_seats set voting = false ${where()}`], ['the log', () => `delete from session_presences ${where()}`],
  ];
  it.each(frozen)('%s', async (_, statement) => {
    expect(await attempt(statement())).toMatch(/_append_only|sessions_sealed_stay|42501/);
  });
  it('while what lives on does: the state of an action, what becomes of a decision, the state of the session', async () => {
    expect(await attempt(`update action_items set status = 'in_progress' ${where()}`)).toBe('written');
    expect(await attempt(`update decisions set status = 'superseded' ${where()}`)).toBe('written');
    expect((await checkSeal(held.ref))?.holds).toBe(true);
    expect(await attempt(`update decisions set status = 'adopted' ${where()}`)).toBe('written');
    expect(await attempt(`update sessions set status = 'published' where id = '${held.id}'`)).toBe('written');
  });
});

describe('an altered row is found', () => {
  const where = () => `where session_id = '${held.id}'`;
  const altered: readonly (readonly [string, string, () => string, string, () => Promise<string>])[] = [
    ['a vote', 'votes', () => `update votes set vote = 'for' where vote = 'against'`, 'decisions.0.votes.3.vote', async () => `update votes set vote = 'against' where seat_id = '${world.seats[3]?.id}'`],
    ['a passage', 'minutes_passages', () => `update minutes_passages set text = 'Other' ${where()} and position = 2`, 'items.1.text', async () => `update minutes_passages set text = 'Acacia presented what countries pay.' ${where()} and position = 2`],
    ['a rejected decision', 'decisions', () => `update decisions set status = 'rejected' ${where()}`, 'decisions.0.status', async () => `update decisions set status = 'adopted' ${where()}`],
    ['who was there', 'attendances', () => `update attendances set presence = 'absent' ${where()} and person_id = '${world.seats[0]?.holder}'`, 'seats.0.holder_presence', async () => `update attendances set presence = 'remote' ${where()} and person_id = '${world.seats[0]?.holder}'`],
    ['a name with its commitment', 'minutes_names', () => renamed(`'Other'`), 'people.0', async () => renamed('(select p.name from people p where p.id = person_id)')],
  ];
  it.each(altered)('%s', async (_, table, statement, path, back) => {
    await tamper(world, table, statement());
    const check = await checkSeal(held.ref);
    expect(check?.holds).toBe(false);
    expect(check?.altered).toContain(path);
    await tamper(world, table, await back());
    expect((await checkSeal(held.ref))?.holds).toBe(true);
  });
  it('a record that was exchanged together with its hash differs from what the trail kept', async () => {
    const record = await recordOf();
    await tamper(world, 'minutes_seals', `update minutes_seals set record = replace(record, 'Acacia presented', 'Elm presented'), sha256 = encode(sha256(convert_to(replace(record, 'Acacia presented', 'Elm presented'), 'UTF8')), 'hex') ${where()}`);
    const check = await checkSeal(held.ref);
    expect(check).toMatchObject({ holds: false, trailed: held.sha256 });
    expect(check?.altered).toContain('items.1.text');
    await tamper(world, 'minutes_seals', `update minutes_seals set record = '${record.replaceAll("'", "''")}', sha256 = '${held.sha256}' ${where()}`);
    expect((await checkSeal(held.ref))?.holds).toBe(true);
  });
  it('an organisation that has another name later, and a person who is erased, leave the seal as it was', async () => {
    expect(await attempt(`update organisations set name = 'Acacia reborn' where id = '${world.seats[0]?.organisation}'`)).toBe('written');
    expect(await attempt(`update people set erased_at = now(), name = 'Person 1' where id = '${world.seats[0]?.holder}'`)).toBe('written');
    const forgotten = await database().selectFrom('minutes_names').select(['name', 'salt']).where('person_id', '=', world.seats[0]?.holder ?? '').execute();
    expect(forgotten).toEqual([{ name: null, salt: null }]);
    expect((await checkSeal(held.ref))?.holds).toBe(true);
  });
});
