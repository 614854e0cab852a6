import { describe, expect, it } from 'vitest';
import { isDay, isInstant } from './clock';

describe('what a list or a form may be asked with', () => {
  it('is a day that the calendar and the database know', () => {
    expect(['2028-02-29', '0001-01-01', '9999-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-02-30', '2027-02-29', '0000-01-01', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z'].map(isDay)).toEqual(Array(6).fill(false));
  });
  it('is an instant of such a day, as precise as the list writes it', () => {
    expect([isInstant('2026-03-29T14:30:00.123456Z', 6), isInstant('2026-03-29T23:59:59.999Z', 3)]).toEqual([true, true]);
    for (const text of ['2026-02-30T14:30:00.123Z', '2026-03-29T24:00:00.000Z', '2026-03-29T14:60:00.000Z', '2026-03-29T14:30:60.000Z', '2026-03-29T14:30:00.123456Z', '2026-03-29T14:30:00Z', '0000-01-01T00:00:00.000Z']) expect(isInstant(text, 3)).toBe(false);
  });
});
