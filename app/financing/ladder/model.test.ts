import { describe, expect, it } from 'vitest';
import { emptySum, headroom, ladderOfActivity, ladderOfPledge, legsOf, moneyOf, needsExplanation, paidShare, type KindClass } from './model';

describe('FI-8 the ladder of a pledge', () => {
  it('counts the provider’s account and leaves the receiver’s out', () => {
    expect(ladderOfPledge('1000', { '2': '800', '11': '790', '3': '500', '1': '480', '4': '200' })).toEqual({
      announced: '1000', pledged: '1000', committed: '800', disbursed: '500', spent: '200',
    });
  });
  it('keeps what was announced beside what still stands', () => {
    const ladder = ladderOfPledge('1000', { '12': '-400', '3': '300' });
    expect([ladder.announced, ladder.pledged, paidShare(ladder)]).toEqual(['1000', '600', 0.5]);
    expect(paidShare(ladderOfPledge('1000', { '12': '-1000' }))).toBeUndefined();
  });
});

describe('FI-8 the ladder of an activity', () => {
  it('takes money into it for the rung where none goes out', () => {
    expect(ladderOfActivity({ '11': '900', '3': '300', '4': '120' })).toEqual({ committed: '900', disbursed: '300', spent: '120' });
  });
  it('never adds both legs of a rung', () => {
    expect(ladderOfActivity({ '2': '500', '11': '900', '3': '300', '1': '700' })).toEqual({ committed: '500', disbursed: '300', spent: '0' });
  });
  it('keeps to one leg in every currency', () => {
    const legs = legsOf(new Set(['2', '11', '1']));
    expect(ladderOfActivity({ '11': '900', '1': '700' }, legs)).toEqual({ committed: '0', disbursed: '700', spent: '0' });
  });
});

describe('FI-4 headroom', () => {
  it('is what is committed and not yet paid, never below nothing', () => {
    expect(headroom({ committed: '100', disbursed: '30.5' })).toBe('69.5');
    expect(headroom({ committed: '100', disbursed: '120' })).toBe('0');
  });
  it('asks for an explanation beyond it, to the cent, and never for money that comes back', () => {
    const ladder = { committed: '100', disbursed: '90' };
    expect(needsExplanation(ladder, '10')).toBe(false);
    expect(needsExplanation(ladder, '10.01')).toBe(true);
    expect(needsExplanation({ committed: '0', disbursed: '50' }, '-50')).toBe(false);
  });
});

describe('FI-5 kinds', () => {
  const sum = (kind: KindClass, pledged: string) => ({ ...emptySum, class: kind, pledged, pledges: 2, converted: 1 });
  it('adds cash and in kind under one name, and keeps guarantees apart', () => {
    const money = moneyOf([sum('cash', '10.1'), sum('in_kind', '5.2'), sum('guarantee', '99')]);
    expect([money.total.pledged, money.inKind.pledged, money.guarantees.pledged]).toEqual(['15.3', '5.2', '99']);
    expect([money.total.pledges, money.total.converted]).toEqual([4, 2]);
  });
});
