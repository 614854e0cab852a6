import { describe, expect, it } from 'vitest';
import { inLanguage, withLanguage } from './paths';

describe('an address without its language', () => {
  it.each([
    ['/commitments', '/fr/commitments'], ['/commitments/CMT-2026-0042', '/fr/commitments/CMT-2026-0042'], ['/commitments.csv?country=KE', '/fr/commitments.csv?country=KE'],
    ['/declaration/P1.2', '/fr/declaration/P1.2'], ['/search?q=a', '/fr/search?q=a'],
  ])('%s leads to %s', (bare, meant) => {
    expect(withLanguage(bare, 'fr')).toBe(meant);
  });
  it.each(['/', '/my', '/commitmentsx', '/en/commitments', '/admin/mail', '/people', '//evil.example/commitments', '/.git/commitments', '/constructor'])('%s is nobody’s', (path) => {
    expect(withLanguage(path, 'fr')).toBeUndefined();
  });
});

describe('the same page in another language', () => {
  it.each([
    ['/en', '/fr'], ['/en/commitments?q=a&lang=x', '/fr/commitments?q=a&lang=x'], ['/sign-in', '/sign-in?lang=fr'], ['/sign-in?next=%2Fmy%3Fx%3D1&lang=ru', '/sign-in?next=%2Fmy%3Fx%3D1&lang=fr'],
  ])('%s is %s', (path, meant) => {
    expect(inLanguage(path, 'fr')).toBe(meant);
  });
});
