import { expect, it } from 'vitest';
import { carriedAt } from './carried';

it('lets others show the embedded page and the drawing of a figure, and nothing else', () => {
  expect(carriedAt('/en/reports/RPT-2026/figures/standing/embed')).toBe('frame');
  expect(carriedAt('/ar/reports/RPT-2026/editions/2/figures/total_a/embed')).toBe('frame');
  expect(carriedAt('/en/reports/RPT-2026/figures/standing.svg')).toBe('picture');
  for (const path of ['/en/reports/RPT-2026', '/en/reports/RPT-2026/figures/standing', '/en/reports/RPT-2026/figures/a/b/embed', '/my', '/reports/RPT-2026/edit/figures', '/sign-in/embed', '/en/figures/standing/embed']) expect(carriedAt(path)).toBeUndefined();
});
