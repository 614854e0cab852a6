import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, inLanes, laidEndToEnd, linesOf, narrowest, percent, placed, rowsUnder, scaleFor, textWidth } from './geometry';

describe('placing', () => {
  test('a stretch is counted from the other side when read from right to left', () => {
    expect(placed(false, 10, 25)).toBe('10.00%');
    expect(placed(true, 10, 25)).toBe('65.00%');
    expect(placed(true, 100)).toBe('0.00%');
  });

  test('per cents have two decimals', () => {
    expect(percent(100 / 3)).toBe('33.33%');
  });
});

describe('bars', () => {
  test('parts lie end to end and empty parts take no place', () => {
    const parts = [
      { value: 38, fill: 'f1' },
      { value: 0, fill: 'f2' },
      { value: 18, fill: 'k3' },
    ] as const;
    expect(laidEndToEnd(parts, 0.5)).toEqual([
      { from: 0, size: 19, fill: 'f1' },
      { from: 19, size: 9, fill: 'k3' },
    ]);
  });

  test('every mark fits behind its bar on the narrowest page', () => {
    const bars = fc.array(fc.record({ value: fc.nat(1_000_000_000), mark: fc.string({ maxLength: 14 }) }), { minLength: 1 });
    fc.assert(
      fc.property(bars, (given) => {
        const scale = scaleFor(given);
        const longest = Math.max(...given.map(({ value }) => value));
        if (longest * scale <= 15.001) return;
        for (const { value, mark } of given) {
          if (value > 0) expect(((value * scale) / 100) * narrowest + 8 + textWidth(mark, 14) * bold).toBeLessThanOrEqual(narrowest + 0.001);
        }
      }),
    );
  });

  test('nothing to draw is drawn as nothing', () => {
    expect(scaleFor([])).toBe(0);
    expect(scaleFor([{ value: 0, mark: '0' }])).toBe(0);
  });

  test('rows grow with the lines of their labels', () => {
    const { rows, height } = rowsUnder(['Girls and women', 'Rural and remote learners in mountains and on small islands']);
    expect(rows.map(({ y, bar, lines }) => [y, bar, lines.length])).toEqual([
      [16, 25, 1],
      [70, 99, 2],
    ]);
    expect(height).toBe(54 + 74);
  });
});

describe('labels', () => {
  test('break between words, in Chinese between characters, and keep every character', () => {
    expect(linesOf('Displaced and refugee learners', 16)).toEqual(['Displaced and refugee learners']);
    expect(linesOf('Rural and remote learners in mountains', 16)).toEqual(['Rural and remote learners in', 'mountains']);
    const chinese = '流离失所者和难民学习者以及生活在偏远山区和岛屿上的学习者';
    expect(linesOf(chinese, 16).length).toBe(2);
    expect(linesOf(chinese, 16).join('')).toBe(chinese);
  });

  test('one line each when they are far apart', () => {
    const labels = inLanes([{ key: 'target', at: 82, text: 'Target 500' }, { key: 'now', at: 31, text: 'Now 212' }], 16);
    expect(labels.map(({ lane, anchor }) => [lane, anchor])).toEqual([
      [0, 'end'],
      [0, 'end'],
    ]);
  });

  test('of two close labels the one whose tick would cross the other stays below', () => {
    const labels = inLanes([{ key: 'target', at: 98, text: 'Target 500' }, { key: 'now', at: 94, text: 'Now 480' }], 16);
    expect(Object.fromEntries(labels.map(({ key, lane }) => [key, lane]))).toEqual({ now: 0, target: 1 });
  });

  test('never touch on one line', () => {
    const label = fc.record({ key: fc.uuid(), at: fc.integer({ min: 0, max: 100 }), text: fc.string({ minLength: 1, maxLength: 25 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), (labels) => {
        const spans = inLanes(labels, 14).map(({ at, text, anchor, lane }) => {
          const point = (at / 100) * narrowest;
          const width = textWidth(text, 14);
          return { lane, from: anchor === 'end' ? point - width : point, to: anchor === 'end' ? point : point + width };
        });
        expect(spans).toHaveLength(labels.length);
        for (const [index, one] of spans.entries()) {
          for (const other of spans.slice(index + 1)) {
            if (one.lane === other.lane) expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
      }),
    );
  });
});
