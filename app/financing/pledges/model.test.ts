import { describe, expect, it } from 'vitest';
import { emptyLadder, type Ladder } from '#app/financing/ladder/model';
import { cancellationOf, isEditable, partyKey, readParty, reductionOf, statusAfter, termProblems, type PledgeTerms } from './model';

const ladder = (change: Partial<Ladder>): Ladder => ({ ...emptyLadder, announced: '100', pledged: '100', ...change });
const kenya = { organisation_id: null, country_iso2: 'KE' };
const nepal = { organisation_id: null, country_iso2: 'NP' };
const terms: PledgeTerms = { kind: 'cash', amount: '100', announced_on: '2026-03-01', recipients: [{ party: kenya, share: '60' }, { party: nepal, share: '40' }] };
const codes = (change: Partial<PledgeTerms>, exponent: number | undefined = 2) => termProblems({ ...terms, ...change }, exponent, '2026-03-01').map((one) => one.code.split('.')[1]);

describe('terms of a pledge', () => {
  it('are taken as they should be', () => expect(codes({})).toEqual([]));
  it('FI-3: shares total exactly 100 and nobody receives twice', () => {
    expect(codes({ recipients: [{ party: kenya, share: '60' }, { party: nepal, share: '39.9999' }] })).toEqual(['shares_not_100']);
    expect(codes({ recipients: [{ party: kenya, share: '60' }, { party: kenya, share: '40' }] })).toEqual(['recipient_twice']);
    expect(codes({ recipients: [] })).toEqual([]);
  });
  it('fit the minor unit of a currency in use', () => {
    expect(codes({ amount: '100.5' }, 0)).toEqual(['decimals']);
    expect(termProblems(terms, undefined, '2026-03-01').map((one) => one.field)).toEqual(['currency']);
    expect(codes({ amount: '0' })).toEqual(['positive_amount']);
  });
  it('FI-2: are not announced in the future, and end after they start', () => {
    expect(codes({ announced_on: '2026-03-02' })).toEqual(['future_date']);
    expect(codes({ starts_on: '2026-05-01', ends_on: '2026-04-30' })).toEqual(['end_before_start']);
  });
  it('FI-9: say how and when a gift in kind was valued; other kinds may, money does not', () => {
    expect(codes({ kind: 'in_kind' })).toEqual(['valuation_method', 'valued_on']);
    expect(codes({ kind: 'in_kind', valuation_method: 'cost' })).toEqual(['valued_on']);
    expect(codes({ kind: 'in_kind', valuation_method: 'cost', valued_on: '2026-02-01' })).toEqual([]);
    expect(codes({ kind: 'in_kind', valuation_method: 'cost', valued_on: '2026-03-02' })).toEqual(['future_date']);
    expect(codes({ kind: 'devices' })).toEqual([]);
    expect(codes({ kind: 'devices', valued_on: '2026-02-01' })).toEqual(['valuation_method']);
    expect(codes({ valuation_method: 'estimate', valued_on: '2026-02-01' })).toEqual(['valuation_of_money']);
  });
});

describe('the life of a pledge', () => {
  it('follows its ladder', () => {
    expect(statusAfter('announced', ladder({}))).toBe('announced');
    expect(statusAfter('announced', ladder({ committed: '1' }))).toBe('partly_committed');
    expect(statusAfter('confirmed', ladder({ committed: '100', disbursed: '99.99' }))).toBe('committed');
    expect(statusAfter('committed', ladder({ committed: '100', disbursed: '100' }))).toBe('fulfilled');
    expect(statusAfter('confirmed', ladder({ disbursed: '5' }))).toBe('partly_committed');
  });
  it('goes back when a transaction is reversed, and stays confirmed', () => {
    expect(statusAfter('fulfilled', ladder({ committed: '100', disbursed: '40' }))).toBe('committed');
    expect(statusAfter('partly_committed', ladder({}))).toBe('confirmed');
  });
  it('stays reduced or cancelled until that is reversed itself', () => {
    expect(statusAfter('reduced', ladder({ pledged: '60', committed: '60', disbursed: '60' }))).toBe('reduced');
    expect(statusAfter('cancelled', ladder({ pledged: '0' }))).toBe('cancelled');
    expect(statusAfter('cancelled', ladder({ committed: '10' }))).toBe('partly_committed');
  });
  it('can be edited only until it is confirmed', () => expect(isEditable('announced') && !isEditable('confirmed')).toBe(true));
});

describe('reducing and cancelling', () => {
  it('takes away less than all, and never what is paid', () => {
    expect(reductionOf(ladder({ disbursed: '30' }), '60')).toEqual({ less: '40' });
    expect(reductionOf(ladder({}), '100')).toMatchObject({ code: 'financing:problems.not_less' });
    expect(reductionOf(ladder({ disbursed: '30' }), '29')).toMatchObject({ code: 'financing:problems.below_paid' });
  });
  it('cancels what is not paid yet', () => {
    expect(cancellationOf(ladder({ disbursed: '30' }))).toEqual({ less: '70' });
    expect(cancellationOf(ladder({ disbursed: '100' }))).toMatchObject({ code: 'financing:problems.nothing_to_cancel' });
  });
});

it('reads who gives and who receives', () => {
  expect(readParty('country:KE')).toEqual(kenya);
  expect(readParty('organisation:0198f0a0-0000-7000-8000-000000000001')?.country_iso2).toBeNull();
  expect(['KE', 'country:ke', 'organisation:1', `organisation:${'-'.repeat(36)}`, ''].map(readParty)).toEqual(Array(5).fill(undefined));
  expect(partyKey(kenya)).toBe('country:KE');
});
