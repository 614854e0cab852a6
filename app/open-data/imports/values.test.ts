import { describe, expect, test } from 'vitest';
import { amount, currency, flag, pastDate, plainDate, rate } from './values';

describe('values of cells', () => {
  test.each([
    ['9988', '9988'], ['-12.50', '-12.50'], ['.418', '0.418'], ['-.5', '-0.5'], ['0', '0'], ['123456789012345678.123456', '123456789012345678.123456'], ['1.1000000', '1.1000000'],
  ])('the amount %s keeps its digits', (text, value) => {
    expect(amount(text)).toEqual({ value });
  });

  test.each([
    ['1,000', 'amount-invalid'], ['1 000', 'amount-invalid'], ['1.000,50', 'amount-invalid'], ['1E+06', 'amount-invalid'], ['USD 5', 'amount-invalid'], ['5.', 'amount-invalid'], ['-', 'amount-invalid'], ['Infinity', 'amount-invalid'],
    ['٣', 'amount-invalid'], ['1234567890123456789', 'amount-digits'], ['0.1234567', 'amount-digits'],
  ])('the amount %s is an error', (text, code) => {
    expect(amount(text)).toEqual({ code, values: { found: text } });
  });

  test('days exist in the calendar, in the order year, month, day', () => {
    expect(plainDate('2024-02-29')).toEqual({ value: '2024-02-29' });
    for (const text of ['2023-02-29', '2021-13-01', '2021-00-10', '2021-6-30', '30/06/2021', '06-30-2021', '0021-06-30', '2021-06-30T10:00:00Z', '44377']) {
      expect(plainDate(text)).toMatchObject({ code: 'date-invalid' });
    }
  });

  test('FI-2: nothing was paid after today', () => {
    expect(pastDate('2021-06-30')('2021-06-30')).toEqual({ value: '2021-06-30' });
    expect(pastDate('2021-06-30')('2021-07-01')).toMatchObject({ code: 'date-future' });
  });

  test('rates are above zero and keep every digit', () => {
    expect(rate('14.4451109778044')).toEqual({ value: '14.4451109778044' });
    for (const text of ['0', '0.000', '-1', '1e3', '', '1,5']) expect(rate(text)).toMatchObject({ code: 'rate-invalid' });
  });

  test('currencies are codes of the list, in capitals', () => {
    const known = currency((code) => code === 'USD');
    expect(known('USD')).toEqual({ value: 'USD' });
    for (const text of ['usd', 'US$', 'XYZ', 'USDT']) expect(known(text)).toMatchObject({ code: 'currency-unknown' });
  });

  test('flags are XML booleans', () => {
    expect([flag('1'), flag('TRUE'), flag('0'), flag('false')]).toEqual([{ value: true }, { value: true }, { value: false }, { value: false }]);
    expect(flag('yes')).toMatchObject({ code: 'flag-invalid' });
  });
});
