import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { plus } from '#app/financing/money/model';
import { statusAfter, type PledgeStatus } from '#app/financing/pledges/model';
import { findPledge } from '#app/financing/pledges/queries.server';
import { database } from '#app/platform/database.server';
import { desk, openWorld, valueOf } from './accounts-world';
import { bank, pledge, pledgeRef, record, reverse, statusOf, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
});
afterAll(() => world.close());

const ladderOf = async (id: string) => {
  const { ref } = await database().selectFrom('pledges').select('ref').where('id', '=', id).executeTakeFirstOrThrow();
  const found = await findPledge(await desk(), ref, { language: 'en', now: today });
  if (found === undefined) throw new Error('no such pledge');
  return found.ladder;
};
const step = fc.record({ type_code: fc.constantFrom('2' as const, '3' as const, '4' as const), cents: fc.integer({ min: 1, max: 150_000 }), undo: fc.boolean(), at: fc.nat() });

it('FI-1: any payments and reversals, in any order, bring every total back, and the status follows at each step', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    const id = await pledge(where);
    const before = await ladderOf(id);
    const open: { id: string; type: string; value: string }[] = [];
    const follows = async (was: PledgeStatus, work: () => Promise<unknown>) => {
      await work();
      expect(await statusOf(id)).toBe(statusAfter(was, await ladderOf(id)));
    };
    const status = async () => (await pledgeRef(id)).status;
    const undo = async (at: number) => {
      const [one] = open.splice(at % open.length, 1);
      if (one !== undefined) await follows(await status(), async () => valueOf(await reverse(id, one.id)));
    };
    for (const { type_code, cents, undo: back, at } of steps) {
      const value = (cents / 100).toFixed(2);
      await follows(await status(), async () => open.push({ id: valueOf(await record(id, type_code, value, { excess_explanation: 'Exchange losses' })).id, type: type_code, value }));
      if (back) await undo(at);
      const ladder = await ladderOf(id);
      const sum = (type: string) => plus('0', ...open.filter((one) => one.type === type).map((one) => one.value));
      expect([ladder.committed, ladder.disbursed, ladder.spent]).toEqual([sum('2'), sum('3'), sum('4')]);
    }
    while (open.length > 0) await undo(steps[0]?.at ?? 0);
    expect(await ladderOf(id)).toEqual(before);
    const left = await sql<{ count: number }>`select count(*)::int as count from (select 1 from transactions where pledge_id = ${id} group by type_code having sum(value) <> 0) uneven`.execute(database());
    expect(left.rows[0]?.count).toBe(0);
  }), { numRuns: 12 });
}, 120_000);
