import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { cellsFor } from '#app/frameworks/coverage/cells.server';
import { columnKinds, everything, wholeKinds } from '#app/frameworks/coverage/model';
import { database } from '#app/platform/database.server';
import { brought, draft, openCommitments, type CommitmentsWorld } from './commitments-world';
import { expectedCells, spelled } from './coverage-oracle';

const opened = new Date('2026-03-02T09:00:00Z');
const now = new Date('2026-10-01T12:00:00Z');
const writers = 50;
let world: CommitmentsWorld;
let other: postgres.Sql;
let many: postgres.Sql;
const refs: string[] = [];

beforeAll(async () => {
  world = await openCommitments(opened);
  other = postgres(world.appUrl, { max: 2, onnotice: () => undefined });
  many = postgres(world.appUrl, { max: writers - 15, onnotice: () => undefined });
  for (let at = 0; at < 5; at += 1) refs.push(await brought(world, await draft(world, { now: opened, form: { countries: [{ country_iso2: at % 2 === 0 ? 'KE' : 'FJ', share: null }] } }), 'published', opened));
});
afterAll(async () => {
  await Promise.all([other, many].map((one) => one.end({ timeout: 1 })));
  await world.close();
});

const look = async () => spelled(await cellsFor(anyone, { scopes: [...world.nodes, everything, await version()], kinds: ['all', ...columnKinds, ...wholeKinds] }, { language: 'en', now }));
const version = async () => (await database().selectFrom('framework_versions').select('id').executeTakeFirstOrThrow()).id;
const expected = () => expectedCells(now, { ended: new Map() });

/** One writer: all of them write about the same five promises, and about others of their own. */
const write = (at: number) => many.begin(async (tx) => {
  await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
  await tx`insert into commitment_beneficiaries select id, ${['girls_women', 'displaced_refugee', 'disabilities'][at % 3] ?? ''}, true from commitments where ref = ${refs[at % refs.length] ?? ''} on conflict do nothing`;
  await tx`update commitments set stale_on = date '2026-01-01' + ${at}::int where ref = ${refs[at % refs.length] ?? ''}`;
});

describe('CV-3 the upkeep of the cells', () => {
  it('holds up nobody who writes, however many they are, and is waited for by those who look', async () => {
    await look();
    const held = await other.reserve();
    await held`begin`;
    await held`select pg_advisory_xact_lock(hashtext('concord.coverage'))`;
    await Promise.all(Array.from({ length: writers }, (_, at) => write(at)));
    let seen = 0;
    const looking = Array.from({ length: 20 }, () => look().finally(() => { seen += 1; }));
    await sleep(200);
    expect(seen).toBe(0);
    await held`commit`;
    held.release();
    const right = await expected();
    for (const cells of await Promise.all(looking)) expect(cells).toEqual(right);
  });

  it('is right for those who look while fifty write, and leaves nothing behind', async () => {
    const looks = Array.from({ length: 20 }, async (_, at) => { await sleep(at * 5); return look(); });
    await Promise.all([...Array.from({ length: writers }, (_, at) => write(at + 1)), ...looks]);
    expect(await look()).toEqual(await expected());
    expect((await other<{ left: number }[]>`select count(*)::int as left from coverage_changes`)[0]?.left).toBe(0);
  });

  it('that is cut off in the middle leaves the cells as they were, and the next one to look does it', async () => {
    await look();
    await many.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
      await tx`update commitments set visibility = 'members' where ref = ${refs[0] ?? ''}`;
    });
    const before = await other`select * from coverage_cells order by 1, 2, 3, 4, 5`;
    const held = await other.reserve();
    await held`begin`;
    await held`select from coverage_cells for update`;
    const dying = look().then(() => 'done', () => 'lost');
    for (let killed = 0; killed === 0; await sleep(2)) {
      const [found] = await other<{ count: number }[]>`
        select count(pg_terminate_backend(pid))::int as count from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and query ilike '%chosen as materialized%' and wait_event_type = 'Lock'`;
      killed = found?.count ?? 0;
    }
    expect(await dying).toBe('lost');
    await held`rollback`;
    held.release();
    expect(await other`select * from coverage_cells order by 1, 2, 3, 4, 5`).toEqual(before);
    expect((await other<{ left: number }[]>`select count(*)::int as left from coverage_changes`)[0]?.left).toBeGreaterThan(0);
    expect(await look()).toEqual(await expected());
  });

  it('makes them anew from nothing', async () => {
    await sql`delete from coverage_cells`.execute(database());
    await sql`delete from coverage_facts`.execute(database());
    await sql`insert into coverage_changes (commitment_id) select id from commitments`.execute(database());
    expect(await look()).toEqual(await expected());
  });
});
