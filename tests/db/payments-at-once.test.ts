import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transactionInput } from '#app/financing/transactions/input.server';
import { closeDatabase, openDatabase } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { openWorld, valueOf } from './accounts-world';
import { bank, pledge, record, reverse, statusOf, type Place } from './financing-world';
import { atOnce, raw, row, sumOf } from './payments-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
const writers = 50;

beforeAll(async () => {
  world = await openWorld();
  await closeDatabase();
  // One for each writer, one for who holds the pledge until all of them wait, one to see that they do.
  openDatabase(world.appUrl, { connections: writers + 2 });
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
});
afterAll(() => world.close());

const constraintOf = (reason: unknown): unknown => (reason as { constraint_name?: string }).constraint_name;
async function committed(amount: string): Promise<string> {
  const id = await pledge(where);
  valueOf(await record(id, '2', amount));
  return id;
}

describe('FI-4: 50 payments of 10 at once against 100', () => {
  it('end at exactly 100 with 40 refusals at the field, by the operation', async () => {
    const id = await committed('100');
    const settled = await atOnce(id, writers, () => record(id, '3', '10'));
    const answers = settled.map((one) => (one.status === 'fulfilled' ? (one.value.ok ? 'paid' : one.value.problems) : one.reason));
    expect(await sumOf(id)).toBe('100');
    expect(answers.filter((one) => one === 'paid').length).toBe(10);
    expect(answers.filter((one) => one !== 'paid')).toEqual(Array.from({ length: 40 }, () => [{ code: 'financing:problems.beyond_commitment', field: 'excess_explanation' }]));
    expect(await statusOf(id)).toBe('partly_committed');
  });

  it('end at exactly 100 with 40 broken constraints, by SQL alone', async () => {
    const id = await committed('100');
    const settled = await atOnce(id, writers, () => raw(row(id, '3', '10')));
    expect(await sumOf(id)).toBe('100');
    expect(settled.filter((one) => one.status === 'fulfilled').length).toBe(10);
    expect(settled.flatMap((one) => (one.status === 'rejected' ? [constraintOf(one.reason)] : []))).toEqual(Array.from({ length: 40 }, () => 'transactions_within_commitment'));
  });

  it('end at 100 when both come together', async () => {
    const id = await committed('100');
    let turn = 0;
    await atOnce(id, writers, async () => ((turn += 1) % 2 === 0 ? void (await record(id, '3', '10')) : raw(row(id, '3', '10'))));
    expect(await sumOf(id)).toBe('100');
  });
});

describe('FI-4: the database alone', () => {
  const refused = (statement: ReturnType<typeof row>, level?: 'repeatable read' | 'serializable') => raw(statement, level).then(() => undefined, constraintOf);

  it('takes no blank for an explanation, and neither does the form', async () => {
    const id = await committed('100');
    for (const blank of ['', ' ', '\u00a0\t']) expect(await refused(row(id, '3', '101', { excess_explanation: blank }))).toBe('transactions_within_commitment');
    expect(await record(id, '3', '101', { excess_explanation: ' ' })).toMatchObject({ ok: false, problems: [{ field: 'excess_explanation' }] });
    expect(transactionInput.parse({ type_code: '3', transaction_on: '2026-02-01', value: '1', excess_explanation: '   ' }).excess_explanation).toBeUndefined();
    expect(await refused(row(id, '3', '101', { excess_explanation: 'Exchange losses' }))).toBeUndefined();
  });

  it('holds when a commitment is taken back below what is paid', async () => {
    const id = await committed('100');
    valueOf(await record(id, '3', '80'));
    expect(await refused(row(id, '2', '-21'))).toBe('transactions_within_commitment');
    expect(await refused(row(id, '2', '-20'))).toBeUndefined();
  });

  it('lets money come back, and holds when that is undone', async () => {
    const id = await committed('100');
    valueOf(await record(id, '3', '100'));
    const back = newId();
    await raw(row(id, '3', '-50', { id: back }));
    await raw(row(id, '3', '50'));
    expect(await refused(row(id, '3', '50', { reversal_of: back }))).toBe('transactions_within_commitment');
    const undone = valueOf(await reverse(id, back));
    expect([await sumOf(id), undone.id.length]).toEqual(['150', 36]);
  });

  it('compares each currency with itself', async () => {
    const id = await committed('100');
    expect(await refused(row(id, '3', '1', { currency: 'EUR' }))).toBe('transactions_within_commitment');
    await raw(row(id, '2', '5', { currency: 'EUR' }));
    expect(await refused(row(id, '3', '5', { currency: 'EUR' }))).toBeUndefined();
    expect(await refused(row(id, '3', '100.01'))).toBe('transactions_within_commitment');
  });

  it('refuses to sum over a snapshot of an earlier instant', async () => {
    const id = await committed('100');
    for (const level of ['repeatable read', 'serializable'] as const) expect(await refused(row(id, '3', '10'), level)).toBe('transactions_read_committed');
  });
});

it('FI-1: taking a commitment back below what is paid is explained by the reason of the reversal', async () => {
  const id = await pledge(where);
  const made = valueOf(await record(id, '2', '100'));
  const paid = valueOf(await record(id, '3', '60'));
  valueOf(await reverse(id, made.id));
  valueOf(await reverse(id, paid.id));
  expect([await sumOf(id, '2'), await sumOf(id), await statusOf(id)]).toEqual(['0', '0', 'confirmed']);
});
