import { describe, expect, it } from 'vitest';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import type { StoredFigure } from './model';
import { figureSvg } from './svg.server';
import { viewOf } from './view';

const row = (part: string, count: number) => ({ part, value: String(count), count, currency: null, first: null });
const stored: StoredFigure = {
  key: 'standing', name: 'standing', subject: null, number: '2.1', currency: null, as_of: '2026-10-05', names: {}, rows: [row('on_track', 1234), row('at_risk', 17), row('stale', 3)], reporting: 5, expected: 9, missing: 4,
  definition: { measure: 'count', filters: [], total: null, version: 1 }, verification: null, difference: null,
};

describe.each(languages)('the drawing of a figure as a file, in %s', (language) => {
  const figure = viewOf(stored, { t: textFor(language, 'reporting'), language, sha256: 'ab'.repeat(32) });
  const svg = figureSvg({ figure, language, title: 'A <report> & more' });
  const [, description = ''] = /<desc id="description">([^<]*)<\/desc>/.exec(svg) ?? [];

  it('says in words every number of its table, its n of N and its source', () => {
    for (const cells of [...figure.rows, figure.foot ?? []]) for (const cell of cells) expect(description).toContain(cell);
    for (const said of [figure.coverage, figure.source]) expect(description).toContain(said);
    expect(svg).toContain('aria-labelledby="title description"');
  });

  it('stands alone: no class, no style, no script, and its colours are there', () => {
    expect(svg).not.toMatch(/class=|<style|<script|style=/);
    expect(svg).toContain('fill="#2f7d4f"'.replace('2f7d4f', '0b4f71'));
    expect(svg.match(/<rect[^>]*fill=/g)?.length).toBeGreaterThan(3);
    expect(svg).not.toContain('<report>');
  });

  it('is written from the side where reading starts', () => {
    expect(svg.includes('direction="rtl"')).toBe(language === 'ar');
  });
});
