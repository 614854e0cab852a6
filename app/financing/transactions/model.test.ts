import { describe, expect, it } from 'vitest';
import { emptyLadder } from '#app/financing/ladder/model';
import { publishedExcess, recordableOn, reversalProblem, transactionProblems, typeName, type PublishedTransaction, type TransactionTerms } from './model';

const ladder = { ...emptyLadder, announced: '200', pledged: '200', committed: '100', disbursed: '90' };
const terms: TransactionTerms = { type_code: '3', transaction_on: '2026-03-01', value: '10' };
const codes = (change: Partial<TransactionTerms>, exponent = 2) => transactionProblems({ ...terms, ...change }, ladder, { kind: 'cash', exponent, today: '2026-03-01' }).map((one) => one.code.split('.')[1]);

describe('recording a transaction', () => {
  it('takes what is within the commitment', () => expect(codes({})).toEqual([]));
  it('FI-4: asks to explain a payment beyond it, and takes it once it is explained', () => {
    expect(codes({ value: '10.01' })).toEqual(['beyond_commitment']);
    expect(codes({ value: '10.01', excess_explanation: 'Exchange losses' })).toEqual([]);
    expect(codes({ value: '5000', type_code: '2' })).toEqual([]);
  });
  it('FI-2: refuses a day to come', () => expect(codes({ transaction_on: '2026-03-02' })).toEqual(['future_date']));
  it('wants an amount in the minor unit of the currency', () => {
    expect(codes({ value: '0' })).toEqual(['positive_amount']);
    expect(codes({ value: '9.5' }, 0)).toEqual(['decimals']);
  });
});

it('FI-8: of the types of IATI offers those of the provider’s account, and the guarantee only where it is one', () => {
  expect([recordableOn('cash'), recordableOn('guarantee')]).toEqual([['2', '3', '4'], ['2', '3', '4', '10']]);
  expect(codes({ type_code: '10' })).toEqual(['type_of_kind']);
});

describe('FI-1 reversing', () => {
  it('happens once, and never to a reversal', () => {
    expect(reversalProblem({ reversal_of: null, reversed_by: null })).toBeUndefined();
    expect(reversalProblem({ reversal_of: 'a', reversed_by: null })?.code).toBe('financing:problems.is_reversal');
    expect(reversalProblem({ reversal_of: null, reversed_by: 'b' })?.code).toBe('financing:problems.reversed_already');
  });
});

describe('FI-4 for published rows', () => {
  const row = (type_code: string, value: string, more: Partial<PublishedTransaction> = {}): PublishedTransaction =>
    ({ activity: 'A', currency: 'USD', transaction_on: '2021-06-30', type_code, value, ...more });
  const all = (rows: readonly PublishedTransaction[]) => publishedExcess(rows, () => true);

  it('marks the payments that pass the commitment, in the order of their dates', () => {
    const rows = [row('3', '60', { transaction_on: '2021-09-01' }), row('3', '50', { transaction_on: '2021-03-01' }), row('11', '100')];
    const found = all(rows);
    expect([...found.beyond]).toEqual([rows[0]]);
    expect(found.excesses).toEqual([{ activity: 'A', currency: 'USD', committed: '100', disbursed: '110' }]);
  });
  it('counts one leg of commitments only', () => {
    expect(all([row('2', '100'), row('11', '100'), row('3', '150')]).beyond.size).toBe(1);
    expect(all([row('2', '100'), row('11', '500', { activity: 'B' }), row('3', '100')]).beyond.size).toBe(0);
  });
  it('compares each activity and currency with itself', () => {
    expect(all([row('11', '100'), row('3', '1', { currency: 'EUR' }), row('3', '1', { activity: 'B' })]).excesses.length).toBe(2);
  });
  it('asks about new rows only', () => {
    const before = row('3', '500');
    const after = row('3', '-400', { transaction_on: '2022-01-01' });
    expect(publishedExcess([before, after], (one) => one === after).beyond.size).toBe(0);
  });
});

it('names the types of IATI in the reader’s language', () => {
  expect(typeName('3', 'fr')).toBe('Décaissement');
  expect(typeName('99', 'en')).toBe('99');
});
