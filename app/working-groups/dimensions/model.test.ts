import { expect, test } from 'vitest';
import { keyOf } from './model';

test.each([
  ['Connectivité des écoles', [], 'connectivite-des-ecoles'],
  ['Data & teachers!', [], 'data-teachers'],
  ['Data', ['data'], 'data-2'],
  ['Data', ['data', 'data-2'], 'data-3'],
  ['البيانات', ['data'], 'd2'],
  ['None', [], 'd1'],
])('the key of %s beside %j', (name, taken, key) => expect(keyOf(name, taken)).toBe(key));
