import { expect, test } from 'vitest';
import { inOrder, linesOf, treeOf } from './model';

const node = (id: string, parent_id: string | null, position: number) => ({ id, parent_id, position });
const rows = [node('2', null, 2), node('1.2', '1', 2), node('1', null, 1), node('1.1', '1', 1), node('3', null, 3), node('3.1', '3', 1)];

test('a text is a tree in the order of its positions, whatever order its rows come in', () => {
  expect(treeOf(rows).map(({ node: { id }, children }) => [id, children.map((child) => child.node.id)])).toEqual([['1', ['1.1', '1.2']], ['2', []], ['3', ['3.1']]]);
});

test('lines are the clauses with none under them', () => {
  expect(linesOf(rows).map(({ id }) => id)).toEqual(['1.1', '1.2', '2', '3.1']);
});

test('the order of the text has those above before those under them', () => {
  expect(inOrder(rows).map(({ id }) => id)).toEqual(['1', '1.1', '1.2', '2', '3', '3.1']);
});
