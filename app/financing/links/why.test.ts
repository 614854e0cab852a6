import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minus, plus } from '#app/financing/money/model';
import { linkProblems, linkedPart, netPart, type LinkGround } from './model';
import { notInTotalReason, whyOf, type Asked } from './why';

const nothing = { reduced: '0', same_money: '0', passes_through: '0', unmatched: '0', disbursed: '0', linked_disbursed: '0', no_record: '0', differs: '0', contested: '0', confirmed: '0' };
const asked = (change: Partial<Asked> = {}): Asked => ({ kind: 'cash', status: 'confirmed', converted: true, ladder: { ...nothing, announced: '100', net_pledged: '100' }, ...change });
const said = (one: Asked) => whyOf(one).map(({ total, how, counted, less }) => [total, how, counted, less.map(({ why, amount }) => `${why} ${amount}`).join(', ')]);

describe('why is this not in the total?', () => {
  it('is in A and B with all that was announced, and not in C before it is paid', () => {
    expect(said(asked())).toEqual([['a', 'full', '100', ''], ['b', 'full', '100', ''], ['c', 'none', '0', 'not_paid 0']]);
    expect(notInTotalReason(asked())).toBeNull();
  });
  it('is in B in part, because of what was taken back and of each kind of link', () => {
    const ladder = { ...nothing, announced: '100', reduced: '10', same_money: '20', passes_through: '30', unmatched: '5', net_pledged: '35', disbursed: '50', linked_disbursed: '30', no_record: '5', differs: '4', contested: '3', confirmed: '8' };
    expect(said(asked({ ladder }))).toEqual([
      ['a', 'full', '100', ''], ['b', 'part', '35', 'reduced 10, same_money 20, passes_through 30, unmatched 5'], ['c', 'part', '8', 'linked 30, no_record 5, differs 4, contested 3'],
    ]);
    expect(notInTotalReason(asked({ ladder }))).toBe('reduced|same_money|passes_through|unmatched');
  });
  it('is in none where it is a guarantee or a rate is missing, and says which', () => {
    for (const [change, why] of [[{ kind: 'guarantee' }, 'guarantee'], [{ converted: false }, 'not_converted']] as const) {
      expect(said(asked(change)).map(([, how, counted]) => [how, counted])).toEqual([['none', '0'], ['none', '0'], ['none', '0']]);
      expect(notInTotalReason(asked(change))).toBe(why);
    }
  });
  it('is in none but A when it was cancelled before anything was paid', () => {
    expect(said(asked({ status: 'cancelled', ladder: { ...nothing, announced: '100', reduced: '100', net_pledged: '0' } }))[1]).toEqual(['b', 'none', '0', 'cancelled 100']);
  });
});

const cents = (decimals: number) => fc.bigInt({ min: 0n, max: 10n ** 15n }).map((units) => {
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
});

describe('a rung parted by what is linked', () => {
  it.each([0, 2, 3])('net and linked are the whole for every rung, and A >= B, in a currency with %i decimals', (decimals) => {
    fc.assert(fc.property(cents(decimals), cents(decimals), fc.array(fc.nat({ max: 1000 }), { maxLength: 5 }), cents(decimals), (announced, less, thousandths, rung) => {
      const pledged = Number(less) <= Number(announced) ? minus(announced, less) : announced;
      // Links as FL-4 lets them count: each takes at most what those before it left.
      const taken = thousandths.reduce((sum, part) => {
        const wanted = linkedPart(pledged, String(part), '1000', decimals);
        const left = minus(pledged, sum);
        return plus(sum, Number(wanted) > Number(left) ? left : wanted);
      }, '0');
      const b = netPart(pledged, taken, pledged, decimals);
      expect(Number(b)).toBeLessThanOrEqual(Number(announced));
      expect(Number(b)).toBeGreaterThanOrEqual(0);
      expect(plus(linkedPart(rung, taken, pledged, decimals), netPart(rung, taken, pledged, decimals))).toBe(plus(rung));
      expect(linkedPart(pledged, taken, pledged, decimals)).toBe(Number(pledged) === 0 ? '0' : plus(taken));
    }));
  });
});

describe('what may be decided', () => {
  const ground: LinkGround = { exponent: 2, currency: 'USD', stands: '100', linked: '60', closes: false, apart: false };
  const codes = (amount: string, change: Partial<LinkGround> = {}, kind: 'same_money' | 'co_funds' = 'same_money') => linkProblems({ kind, amount }, { ...ground, ...change }).map(({ code }) => code);
  it('is up to what stands and is not linked yet', () => {
    expect(codes('40')).toEqual([]);
    expect(codes('40.01')).toEqual(['financing:problems.link_beyond_pledge']);
    expect(codes('0')).toEqual(['financing:problems.positive_amount']);
    expect(codes('1.001')).toEqual(['financing:problems.decimals']);
    expect(codes('1', { closes: true })).toEqual(['financing:problems.link_circle']);
    expect(codes('1', { apart: true })).toEqual(['financing:problems.link_guarantee']);
    expect(codes('1', { apart: true }, 'co_funds')).toEqual([]);
  });
});
