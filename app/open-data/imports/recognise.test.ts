import { describe, expect, test } from 'vitest';
import { recognise, unreadColumns } from './recognise';
import { SHAPES } from './shapes/shapes';

describe('recognising a file', () => {
  test.each(SHAPES.map((shape) => [shape.id, shape] as const))('%s by its columns, in any order', (_, shape) => {
    expect(recognise([...shape.required, 'something else'].toReversed())).toEqual({ ok: true, value: shape });
    for (const column of shape.required) {
      const found = recognise(shape.required.filter((name) => name !== column));
      expect(found.ok).toBe(false);
    }
  });

  test('otherwise it says what was found and what the nearest form lacks', () => {
    expect(recognise(['Date', 'Currency', 'Value'])).toEqual({
      ok: false,
      problem: { code: 'nearly-recognised', values: { columns: 'Date, Currency, Value', nearest: 'exchange-rates', kind: 'rates', lacking: 'Rate' } },
    });
    expect(recognise(['a', 'b'])).toEqual({ ok: false, problem: { code: 'not-recognised', values: { columns: 'a, b' } } });
  });

  test('a form of another kind than the one asked for is refused by name', () => {
    expect(recognise(['Date', 'Rate', 'Currency'], 'rates').ok).toBe(true);
    expect(recognise(['Date', 'Rate', 'Currency'], 'budgets')).toMatchObject({ ok: false, problem: { code: 'kind-differs', values: { expected: 'budgets', found: 'rates' } } });
  });

  test('columns that are not read are listed', () => {
    const shape = SHAPES.find(({ id }) => id === 'iati-activities');
    expect(shape && unreadColumns(['title_zh', 'descriptionv_fr_2', 'activity_date_5', 'capital_spend'], shape)).toEqual(['activity_date_5', 'capital_spend']);
  });
});
