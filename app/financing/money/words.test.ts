import { describe, expect, it } from 'vitest';
import { inMillions, percentOf } from './words';
import { conversionInto, conversionWords, type Conversion } from './conversion';

describe('money in words', () => {
  it('writes millions as precisely as they deserve, and never what is there as 0', () => {
    expect(['8420000000', '12400000', '350000', '1000', '0'].map((amount) => inMillions('en', amount))).toEqual(['8,420', '12.4', '0.35', '< 0.01', '0']);
  });
  it('has no share of nothing', () => expect([percentOf('en', 0.36), percentOf('en', undefined)]).toEqual(['36%', '–']));
});

describe('FI-6 what a conversion rests on', () => {
  const t = (key: string, values?: Readonly<Record<string, string | number>>) => `${key} ${JSON.stringify(values ?? {})}`;
  const rate: Conversion = { units_per_usd: '128.5', rate_on: '2026-02-28', rate_source: 'demonstration', rate_basis: 'month' };
  it('is said with rate, time and source', () => {
    expect(conversionWords(t, 'en', 'KES', rate)).toBe('conversion.month {"rate":"128.5","currency":"KES","when":"February 2026","source":"demonstration"}');
    expect(conversionWords(t, 'en', 'KES', { ...rate, rate_basis: 'year' })).toContain('"when":"2026"');
    expect(conversionWords(t, 'en', 'KES', { ...rate, rate_basis: 'day' })).toContain('28 February 2026');
  });
  it('is nothing where no rate is known, and not needed for US dollars', () => {
    expect(conversionWords(t, 'en', 'KES', { units_per_usd: null, rate_on: null, rate_source: null, rate_basis: null })).toBe('conversion.none {}');
    expect(conversionWords(t, 'en', 'USD', rate)).toBe('conversion.same {}');
    const into = { currency: 'EUR', rate: { ...rate, units_per_usd: '0.9' } };
    expect(conversionInto(t, 'en', 'EUR', rate, into)).toBe('currencies.same {"currency":"EUR"}');
    expect(conversionInto(t, 'en', 'USD', rate, into)).toMatch(/^conversion.same .*conversion.month .*"rate":"0.9","currency":"EUR"/);
  });
});
