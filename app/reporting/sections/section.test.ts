import { describe, expect, it } from 'vitest';
import { textPieces } from '#app/reporting/publication/chapters.server';
import { boundFigures, piecesOf, standsIn, unboundIn } from './model';

describe('bound figures', () => {
  it('are found once each, and cut the text', () => {
    const body = 'Before.\n\n{{figure:ladder}}\n\nAfter {{figure:health}} and {{figure:ladder}}.';
    expect(boundFigures(body)).toEqual(['ladder', 'health']);
    expect(piecesOf('Before.\n\n{{figure:ladder}}\n\nAfter.')).toEqual([{ prose: 'Before.' }, { figure: 'ladder' }, { prose: 'After.' }]);
  });
  it('are spelled exactly', () => expect(boundFigures('{{figure:<script>}} {{ figure:x }}')).toEqual([]));
  it('do not part the outline of the text around them', () => {
    const pieces = textPieces('## Found\n\n{{figure:ladder}}\n\n### Paid\n\n## Left', { figures: [], snapshot: null }, (key) => key, 'en');
    expect(pieces.flatMap((piece) => (piece.kind === 'prose' ? piece.blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : [])) : []))).toEqual([1, 2, 1]);
  });
});

describe('what binds nothing', () => {
  it('is said by its line', () => {
    const body = 'Before {{figure:ladder}}\n\n{{figure:happiness}} and {{ figure:ladder }}\n{{ladder}}';
    expect(unboundIn(body, (key) => key === 'ladder')).toEqual([{ line: 3, key: 'happiness' }, { line: 3, key: 'figure:ladder' }, { line: 4, key: 'ladder' }]);
    expect(unboundIn('A {{figure:ladder}} {brace} {{', () => true)).toEqual([]);
  });
});

describe('SE-4 words that are quoted', () => {
  it('stand in a text whatever its marks and line ends', () => {
    expect(standsIn('More schools are connected', '## Short\n\nMore **schools**\nare connected.')).toBe(true);
    expect(standsIn('Fewer schools', 'More schools')).toBe(false);
  });
});
