import { describe, expect, it } from 'vitest';
import { leftOf, paymentProblems, stateOf, takenBy, trancheProblems, type TrancheFacts } from './model';

const today = '2026-03-01';
const tranche = (change: Partial<TrancheFacts> = {}): TrancheFacts => ({ amount: '100', paid: '0', due_on: '2026-06-30', cancelled_on: null, ...change });

describe('TR-1 the state of a tranche', () => {
  it('follows the clock', () => {
    expect(['2026-04-01', '2026-03-31', '2026-03-01', '2026-02-28'].map((due_on) => stateOf(tranche({ due_on }), today))).toEqual(['planned', 'due', 'due', 'late']);
  });
  it('is paid when its payments reach it, whenever that is, and late while they do not', () => {
    expect(['99.99', '100'].map((paid) => stateOf(tranche({ due_on: '2026-01-01', paid }), today))).toEqual(['late', 'paid']);
  });
  it('is cancelled whatever else is true of it', () => expect(stateOf(tranche({ paid: '100', cancelled_on: today }), today)).toBe('cancelled'));
  it('takes what it is of the pledge, and once cancelled what was paid', () => {
    expect([takenBy(tranche({ paid: '40' })), takenBy(tranche({ paid: '40', cancelled_on: today })), leftOf(tranche({ paid: '40' }))]).toEqual(['100', '40', '60']);
  });
});

describe('TR-1 planning and paying', () => {
  const codes = (amount: string, plan = {}) => trancheProblems({ amount }, { standing: '1000', others: '900', paid: '0', exponent: 2, ...plan }).map((one) => one.code.split('.')[1]);
  it('stays within what stands of the pledge', () => {
    expect([codes('100'), codes('100.01'), codes('0'), codes('0.001'), codes('50', { paid: '60' })]).toEqual([[], ['tranches_beyond_pledge'], ['positive_amount'], ['decimals'], ['below_paid']]);
  });
  it('takes a part and the whole, and nothing beyond', () => {
    const pay = (value: string, of: TrancheFacts | undefined = tranche({ paid: '40' }), type_code = '3') => paymentProblems({ type_code, value }, of).map((one) => [one.field, one.code.split('.')[1]]);
    expect([pay('10'), pay('60')]).toEqual([[], []]);
    expect([pay('60.01'), pay('1', tranche({ paid: '100' })), pay('1', tranche({ cancelled_on: today })), pay('1', tranche(), '2')])
      .toEqual([[['value', 'tranche_overpaid']], [['tranche', 'tranche_closed']], [['tranche', 'tranche_closed']], [['tranche', 'tranche_of_payment']]]);
  });
});
