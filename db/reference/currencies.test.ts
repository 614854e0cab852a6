import { describe, expect, test } from 'vitest';
import { CURRENCIES, findCurrency } from './currencies';
import { LANGUAGES } from './languages';
import { realCodes, realFilesMissing, realRows } from './real-files';

describe('currencies', () => {
  test('each code is there once', () => {
    expect(new Set(CURRENCIES.map(({ code }) => code)).size).toBe(CURRENCIES.length);
    for (const { code } of CURRENCIES) expect(code).toMatch(/^[A-Z]{3}$/u);
  });

  test.each([['USD', 2], ['XDR', 2], ['JPY', 0], ['XOF', 0], ['KWD', 3], ['TND', 3], ['MGA', 2]])('%s has %i decimal places and is offered', (code, exponent) => {
    expect(findCurrency(code)).toEqual({ code, exponent, active: true });
  });

  test('withdrawn ones are known and not offered', () => {
    for (const code of ['HRK', 'ZWL', 'DEM', 'CLF']) expect(findCurrency(code)?.active, code).toBe(false);
    expect(findCurrency('XXX')).toBeUndefined();
  });

  test.each(LANGUAGES)('every offered currency has a name in %s', (language) => {
    const namer = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
    expect(CURRENCIES.filter(({ code, active }) => active && namer.of(code) === undefined)).toEqual([]);
  });
});

describe.skipIf(realFilesMissing !== null)(`currencies of published records are known (${realFilesMissing ?? 'compared'})`, () => {
  test('those of the rates of the IMF', () => {
    const codes = new Set(realRows('reference/fx/imf_exchangerates_A_ENDA_USD.csv').map((row) => row['Currency'] ?? ''));
    expect([...codes].filter((code) => findCurrency(code) === undefined)).toEqual([]);
  });

  test('those of IATI, without the crypto-currency that is none', () => {
    const unknown = realCodes('nonembedded-2026-06/Currency').filter(({ code }) => findCurrency(code) === undefined);
    expect(unknown.map(({ code }) => code)).toEqual(['XBT']);
  });

  test('decimal places are those of ISO 4217', () => {
    const places = new Map(realRows('reference/countries/country-codes.csv').map((row) => [row['ISO4217-currency_alphabetic_code'], row['ISO4217-currency_minor_unit']]));
    for (const { code, exponent, active } of CURRENCIES) {
      const stated = places.get(code);
      if (active && stated !== undefined && /^\d$/u.test(stated)) expect(exponent, code).toBe(Number(stated));
    }
  });
});
