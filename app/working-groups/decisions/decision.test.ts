import { describe, expect, it } from 'vitest';
import { carries, statusOf, tallyOf } from './model';

const tally = (given: { for?: number; against?: number; abstain?: number; objection?: number }) => ({ for: 0, against: 0, abstain: 0, objection: 0, ...given });

describe('WG-5 what carries', () => {
  it('consensus is broken by a standing objection and not by an abstention', () => {
    expect(carries('consensus', tally({ for: 9, abstain: 3 }))).toBe(true);
    expect(carries('consensus', tally({ for: 9, objection: 1 }))).toBe(false);
    expect(carries('consent', tally({ for: 9, against: 1 }))).toBe(false);
  });
  it('a majority is more for than against; a tie does not carry', () => {
    expect(carries('majority', tally({ for: 3, against: 2, abstain: 9 }))).toBe(true);
    expect(carries('majority', tally({ for: 2, against: 2 }))).toBe(false);
  });
  it('two thirds are counted among those for and against', () => {
    expect(carries('two_thirds', tally({ for: 4, against: 2 }))).toBe(true);
    expect(carries('two_thirds', tally({ for: 3, against: 2 }))).toBe(false);
    expect(carries('two_thirds', tally({}))).toBe(false);
  });
  it('tallies are derived from the votes', () => {
    expect(tallyOf([{ vote: 'for' }, { vote: 'for' }, { vote: 'abstain' }])).toEqual(tally({ for: 2, abstain: 1 }));
  });
});

describe('WG-4 without quorum', () => {
  it('what carries is provisional', () => {
    expect(statusOf(true, true)).toBe('adopted');
    expect(statusOf(true, false)).toBe('provisional');
    expect(statusOf(false, true)).toBe('rejected');
  });
});
