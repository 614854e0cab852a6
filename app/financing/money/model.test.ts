import fc from 'fast-check';
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { allocate, decimalsOf, fitsExponent, minus, plus, shareOf, totalsHundred, typedAmount } from './model';

/** Shares in ten-thousandths of a per cent that total 100. */
const shares = fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 0, maxLength: 12 }).map((cuts) => {
  const marks = [0, ...[...new Set(cuts)].toSorted((a, b) => a - b), 1_000_000];
  return marks.slice(1).map((mark, at) => new Big(mark - (marks[at] ?? 0)).div(10_000).toFixed());
});
const exponents = fc.constantFrom(0, 2, 3, 4);
const wholes = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((units) => new Big(units.toString()).div(1_000_000).toFixed());

describe('typed amounts', () => {
  it('takes digits, a point and spaces between groups', () => {
    expect(typedAmount('1 250 000.50')).toBe('1250000.5');
    expect(typedAmount(' 5 000 ')).toBe('5000');
  });
  it('asks again rather than guesses what a comma means', () => {
    expect(['1,500', '-3', '1e6', '', '1.2345678', 'USD 5'].map(typedAmount)).toEqual(Array(6).fill(undefined));
  });
  it('fits the minor unit of its currency', () => {
    expect(fitsExponent('1000.5', 0)).toBe(false);
    expect(fitsExponent('1000.0', 0)).toBe(true);
    expect(fitsExponent('1000.125', 2)).toBe(false);
    expect(fitsExponent('1000.125', 3)).toBe(true);
    expect(decimalsOf('0.10')).toBe(1);
  });
});

describe('sums', () => {
  it('adds what floats cannot', () => {
    expect(plus('0.1', '0.2')).toBe('0.3');
    expect(minus('100000000000000000.01', '0.02')).toBe('99999999999999999.99');
  });
  it('has no share of nothing', () => {
    expect(shareOf('1', '4')).toBe(0.25);
    expect(shareOf('1', '0')).toBeUndefined();
  });
});

describe('FI-3 shares and allocation', () => {
  it('wants exactly 100', () => {
    expect(totalsHundred(['33.3333', '33.3333', '33.3334'])).toBe(true);
    expect(totalsHundred(['33.3333', '33.3333', '33.3333'])).toBe(false);
    expect(() => allocate('100', ['50', '49'], 2)).toThrow('FI-3');
  });
  it('gives the cent that is left to the largest remainder', () => {
    expect(allocate('100', ['33.3333', '33.3333', '33.3334'], 2)).toEqual(['33.33', '33.33', '33.34']);
    expect(allocate('0.02', ['33.3333', '33.3333', '33.3334'], 2)).toEqual(['0.01', '0', '0.01']);
    expect(allocate('10', ['50', '25', '25'], 0)).toEqual(['5', '3', '2']);
    expect(allocate('-10', ['50', '25', '25'], 0)).toEqual(['-5', '-3', '-2']);
  });
  it('sums to the whole for any amount, shares and currency', () => {
    fc.assert(fc.property(wholes, shares, exponents, (whole, parts, exponent) => {
      expect(new Big(plus(...allocate(whole, parts, exponent))).eq(whole)).toBe(true);
    }));
  });
  it('is never further from the exact part than one unit', () => {
    fc.assert(fc.property(wholes, shares, exponents, (whole, parts, exponent) => {
      const unit = new Big(10).pow(-Math.max(exponent, decimalsOf(whole)));
      allocate(whole, parts, exponent).forEach((part, at) => {
        expect(new Big(part).minus(new Big(whole).times(parts[at] ?? 0).div(100)).abs().lt(unit)).toBe(true);
      });
    }));
  });
});
