import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anchor, anchors, openAnchors } from '#app/platform/audit/anchors.server';
import { checkTrail } from '#app/platform/audit/check.server';
import { verifyAudit } from '#app/platform/audit/console.server';
import { sealTrail } from '#app/platform/audit/sealing.server';
import { WrongUsage } from '#app/platform/console.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';
import { openWorld, person } from './accounts-world';

const now = new Date('2026-03-02T09:00:00Z');
let world: Awaited<ReturnType<typeof openWorld>>;
let owner: postgres.Sql;
let folder: string;
beforeEach(async () => {
  await owner?.end();
  await world?.close();
  world = await openWorld();
  owner = postgres(world.ownerUrl, { max: 2, onnotice: () => undefined });
  folder = await mkdtemp(join(tmpdir(), 'concord-anchors-'));
  openAnchors(folder);
  // Two seals with two people each, and one who came since.
  for (const names of [['Ada', 'Ben'], ['Cleo', 'Dia']]) {
    for (const name of names) await person(name, now);
    expect(await sealAll()).toBe(1);
  }
  await person('Eve', now);
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

/**
 * Seals as the worker does, again and again until all that is there is sealed: the server waits for what other databases are writing too, those
 * of tests beside this one. Returns how many seals were added.
 */
async function sealAll(): Promise<number> {
  let added = 0;
  const isSealed = async () => {
    added += await sealTrail();
    const [found] = await owner<{ sealed: boolean }[]>`select (select max(id) from audit_log) = (select max(up_to) from audit_seals) as sealed`;
    return found?.sealed;
  };
  await expect.poll(isSealed, { timeout: 30_000 }).toBe(true);
  return added;
}

/** What somebody does who owns the database, past the triggers. */
const tamper = (statement: string, table = 'audit_log') => owner.unsafe(`alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`);
const entries = async (name: string) => (await owner<{ id: string; record_id: string }[]>`select id::text, record_id from audit_log where table_name = 'people' and after ->> 'name' = ${name} order by id`)[0]!;
const differences = async () => (await checkTrail()).differences.map(({ seal, id, fate, table }) => [seal, fate, id, table]);
const lines = async () => (await verifyAudit(undefined)).lines.join('\n');

describe('the audit trail in a chain of seals', () => {
  it('holds, and says what is not sealed yet', async () => {
    const { seals, sealed, unsealed, holds, broken, adrift } = await checkTrail();
    const [counted] = await owner<{ all: number; head: string }[]>`select count(*)::int as all, (select encode(sha256, 'hex') from audit_seals order by number desc limit 1) as head from audit_log`;
    expect([seals, sealed + unsealed, broken, adrift, holds]).toEqual([2, counted?.all, [], [], true]);
    expect(unsealed).toBeGreaterThan(0);
    expect(await sealAll()).toBe(1);
    expect(await checkTrail()).toMatchObject({ seals: 3, unsealed: 0, sealed: counted?.all, holds: true });
    expect(await sealTrail()).toBe(0);
    const { refused, facts } = await verifyAudit(undefined);
    expect([refused, facts['holds']]).toEqual([false, true]);
    expect(await lines()).toContain('the trail holds');
    await expect(verifyAudit('M-2026-001')).rejects.toThrow(WrongUsage);
  });
  it('reads the same whatever a connection is set to', async () => {
    await closeDatabase();
    openDatabase(`${world.appUrl}?TimeZone=Asia%2FKathmandu&DateStyle=German`);
    expect((await sql<{ at: string }>`select to_jsonb('2026-03-02T09:00:00Z'::timestamptz) #>> '{}' as at`.execute(database())).rows[0]?.at).toBe('2026-03-02T14:45:00+05:45');
    expect((await checkTrail()).holds).toBe(true);
  });
  it('names an entry that was altered, also by its instant alone', async () => {
    const [ada, cleo] = [await entries('Ada'), await entries('Cleo')];
    await tamper(`update audit_log set after = jsonb_set(after, '{name}', '"Adam"') where id = ${ada.id}`);
    await tamper(`update audit_log set at = at + interval '1 microsecond' where id = ${cleo.id}`);
    expect(await differences()).toEqual([['1', 'altered', ada.id, 'people'], ['2', 'altered', cleo.id, 'people']]);
    const { refused } = await verifyAudit(undefined);
    expect(refused).toBe(true);
    expect(await lines()).toMatch(new RegExp(`THE TRAIL DIFFERS[\\s\\S]*altered +entry ${ada.id}: insert of people ${ada.record_id} \\(seal 1\\)`));
  });
  it('names one that was deleted, and one that was put in between', async () => {
    const [ben, cleo] = [await entries('Ben'), await entries('Cleo')];
    await tamper(`delete from audit_log where id = ${ben.id}`);
    await tamper(`insert into audit_log overriding system value select -1, at, told_at, actor_kind, actor_id, actor_name, rule, request_id, transaction_id, table_name, record_id, parent_table, parent_id, action, before, after from audit_log where id = ${cleo.id}`);
    expect(await differences()).toEqual([['1', 'inserted', '-1', 'people'], ['1', 'deleted', ben.id, null]]);
    expect(await lines()).toContain(`deleted     entry ${ben.id} (seal 1)`);
    expect(await lines()).toContain(`inserted    entry -1: insert of people ${cleo.record_id} (seal 1)`);
  });
  it('names a seal that was fitted to what was altered', async () => {
    const ada = await entries('Ada');
    await tamper(`delete from audit_log where id = ${ada.id}`);
    await tamper(`update audit_seals set entries = substr(entries, 41) where number = 1`, 'audit_seals');
    expect((await checkTrail()).broken).toEqual(['1']);
    expect(await lines()).toContain('seal 1 does not follow from the one before it');
  });
  it('finds by the anchors outside of the database a tail that was cut, and a chain that was made anew', async () => {
    await anchor(now);
    await anchor(now);
    expect(await anchors()).toHaveLength(1);
    const text = await readFile(join(folder, 'audit-anchors'), 'utf8');
    expect(text).toMatch(/^2026-03-02 2 [0-9a-f]{64}\n$/);
    expect(await checkTrail()).toMatchObject({ anchors: 1, adrift: [], holds: true });
    await tamper(`delete from audit_seals where number = 2`, 'audit_seals');
    await tamper(`delete from audit_log where id > (select up_to from audit_seals)`);
    expect(await checkTrail()).toMatchObject({ broken: [], differences: [], adrift: [{ day: '2026-03-02', seal: '2' }], holds: false });
    await person('Fay', now);
    await sealAll();
    expect(await checkTrail()).toMatchObject({ seals: 2, broken: [], differences: [], holds: false });
    expect(await lines()).toContain('on 2026-03-02 seal 2 was');
    await writeFile(join(folder, 'audit-anchors'), '');
    expect((await checkTrail()).holds).toBe(true);
  });
  it('leaves out nothing that commits late: an entry with a smaller number is waited for', async () => {
    let finish: () => void = () => undefined;
    const may = new Promise<void>((resolve) => { finish = resolve; });
    const app = postgres(world.appUrl, { max: 1 });
    let begun: () => void = () => undefined;
    const written = new Promise<void>((resolve) => { begun = resolve; });
    const slow = app.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
      await tx`insert into coalitions (id, slug, kind, status) values (gen_random_uuid(), 'slow', 'global', 'active')`;
      begun();
      await may;
    });
    await written;
    await person('Gil', now);
    const meanwhile = [await sealTrail(), await sealTrail()];
    finish();
    await slow;
    await app.end();
    expect(meanwhile).toEqual([0, 0]);
    expect(await sealAll()).toBe(1);
    expect(await checkTrail()).toMatchObject({ seals: 3, unsealed: 0, holds: true });
  });
  it('is appended to by two processes as by one, and changed by nobody', async () => {
    await Promise.all([sealAll(), sealAll()]);
    expect(await checkTrail()).toMatchObject({ seals: 3, unsealed: 0, holds: true });
    const app = postgres(world.appUrl, { max: 1 });
    for (const statement of ['update audit_seals set sealed_at = now()', 'delete from audit_seals', 'truncate audit_seals']) await expect(app.unsafe(statement)).rejects.toThrow('permission denied');
    await app.end();
    await expect(owner`update audit_seals set sealed_at = now()`).rejects.toThrow('append-only');
  });
});
