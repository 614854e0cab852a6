import { Big } from 'big.js';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { signTransaction } from '#app/access/transaction.server';
import { conditionOf } from '#app/financing/reconciliation/conditions.server';
import { after, fits, reconciliationActs, unpaired, type ReconciliationAct, type Standing } from '#app/financing/reconciliation/model';
import { payments } from '#app/financing/reconciliation/payments.server';
import { receivedOf } from '#app/financing/reconciliation/received.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { openWorld, story, valueOf } from './accounts-world';
import { bank, pledge, rates, record, reverse, today, type Place } from './financing-world';

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

interface Sums {
  readonly disbursed: string;
  readonly confirmed: string;
  readonly no_record: string;
  readonly differs: string;
  readonly contested: string;
}

/** What the tables say of a pledge, in its own currency and in US dollars. */
async function sumsOf(pledgeId: string): Promise<{ own: Sums; usd: Sums }> {
  const columns = (prefix: string) => sql.join(['confirmed', 'no_record', 'differs', 'contested'].map((name) => sql`trim_scale(coalesce(${sql.ref(`r.${prefix}${name}`)}, 0))::text as ${sql.ref(name)}`));
  const of = async (prefix: string, value: string) => {
    const found = await sql<Sums>`
      with told as (select id, currency from pledges where id = ${pledgeId}), ${receivedOf()}
      select ${columns(prefix)}, (select trim_scale(coalesce(sum(${sql.ref(value)}), 0))::text from transaction_values v where v.pledge_id = told.id and v.type_code = '3') as disbursed
      from told left join received r on r.pledge_id = told.id`.execute(database());
    return found.rows[0] ?? expect.fail('the pledge is there');
  };
  return { own: await of('', 'value'), usd: await of('usd_', 'value_usd') };
}

/** One act, written as bare as the constraints allow. */
async function say(transaction_id: string, act: ReconciliationAct, state: Standing['state'], received: string | null): Promise<void> {
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    const said = { id: newId(), transaction_id, said_at: today, words: 'In words', language: 'en' };
    const id = newId();
    await tx.insertInto('reconciliation_acts').values([
      { ...said, id, act: 'correct', state, received: received ?? '0' },
      { ...said, act: 'reply', state },
      ]).execute();
    const replied = state === 'explained' ? id : null;
    const row = { transaction_id, state, received, said_id: id, reply_id: replied, accepted_id: replied, said_at: today };
    await tx.insertInto('reconciliations').values(row).onConflict((conflict) => conflict.column('transaction_id').doUpdateSet(row)).execute();
  });
}

const step = fc.record({
  value: fc.integer({ min: 1, max: 1_000_000 }), say: fc.array(fc.record({ act: fc.constantFrom(...reconciliationActs), received: fc.integer({ min: 0, max: 2_000_000 }) }), { maxLength: 4 }), reversed: fc.boolean(),
});

describe('what receivers confirm', () => {
  it('adds up with what they do not to what was disbursed, after any history, and reversals bring it back', { timeout: 120_000 }, async () => {
    valueOf(await rates([{ currency: 'KES', rate_on: '2026-12-31', period: 'year', units_per_usd: '129.37' }]));
    await fc.assert(fc.asyncProperty(fc.constantFrom('USD', 'KES'), fc.array(step, { minLength: 1, maxLength: 4 }), async (currency, steps) => {
      const id = await pledge(where, { currency, amount: '9000000' });
      valueOf(await record(id, '2', '9000000'));
      for (const { value, say: acts, reversed } of steps) {
        const amount = new Big(value).div(100).toFixed();
        const paid = valueOf(await record(id, '3', amount));
        let standing: Standing = unpaired;
        for (const { act, received } of acts) {
          if (act === 'pair' || !fits(standing, act)) continue;
          standing = after(standing, act, amount, new Big(received).div(100).toFixed()) ?? standing;
          await say(paid.id, act, standing.state, standing.received);
        }
        const before = reversed ? await sumsOf(id) : undefined;
        if (before !== undefined) {
          valueOf(await reverse(id, paid.id));
          expect(new Big((await sumsOf(id)).own.disbursed).plus(amount).eq(before.own.disbursed)).toBe(true);
        }
        for (const { disbursed, confirmed, no_record, differs, contested } of Object.values(await sumsOf(id))) {
          expect(new Big(confirmed).plus(no_record).plus(differs).plus(contested).toFixed()).toBe(new Big(disbursed).toFixed());
          for (const part of [confirmed, no_record, differs, contested]) expect(new Big(part).gte(0)).toBe(true);
        }
      }
    }), { numRuns: 15 });
  });

  it('counts the receiver’s own figure where amounts differ, never more than was paid, and nothing that is contested', async () => {
    const id = await pledge(where);
    valueOf(await record(id, '2', '1000'));
    const paid = async () => valueOf(await record(id, '3', '100')).id;
    await say(await paid(), 'confirm', 'matched', '100');
    await say(await paid(), 'correct', 'amount_differs', '60');
    await say(await paid(), 'correct', 'amount_differs', '130');
    await say(await paid(), 'accept', 'explained', '90');
    await say(await paid(), 'contest', 'contested', null);
    await paid();
    expect((await sumsOf(id)).own).toEqual({ disbursed: '600', confirmed: '350', no_record: '100', differs: '50', contested: '100' });
  });

  it('is of payments of pledges that stand, equal where it says so', async () => {
    const id = await pledge(where);
    const committed = valueOf(await record(id, '2', '100'));
    const paid = valueOf(await record(id, '3', '100'));
    await expect(say(committed.id, 'confirm', 'matched', '100')).rejects.toMatchObject({ constraint_name: 'reconciliations_of_payments' });
    await expect(say(paid.id, 'confirm', 'matched', '99.99')).rejects.toMatchObject({ constraint_name: 'reconciliations_equal' });
    await expect(say(paid.id, 'correct', 'amount_differs', '100')).rejects.toMatchObject({ constraint_name: 'reconciliations_equal' });
    valueOf(await reverse(id, paid.id));
    await expect(say(paid.id, 'confirm', 'matched', '100')).rejects.toMatchObject({ constraint_name: 'reconciliations_reversed' });
  });
});

it('the list reads the latest payments through an index, not all of them', async () => {
  const plan = await database().transaction().execute(async (tx) => {
    await sql`set local enable_sort = off`.execute(tx);
    await sql`set local enable_seqscan = off`.execute(tx);
    const read = sql`select t.id from ${payments} where ${conditionOf(anyone, {}, { language: 'en', now: today })} order by t.transaction_on desc, t.id desc limit 51`;
    return (await sql<{ 'QUERY PLAN': string }>`explain ${read}`.execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('Index Scan Backward using transactions_payments_recent');
});
