import { describe, expect, it } from 'vitest';
import { differences, piecesOf, type ComparedClause } from './model';

let number = 0;
const clause = (code: string, position: number, more: Partial<ComparedClause> = {}): ComparedClause =>
  ({ id: `${code}-${++number}`, parent_id: null, position, code, title: `Title of ${code}`, body: '', continues: null, ...more });
const marked = (before: string, after: string) => piecesOf(before, after).map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join('');
const said = (from: readonly ComparedClause[], to: readonly ComparedClause[]) =>
  differences(from, to).map(({ kind, code, before, moved }) => [before === null ? code : `${before}>${code}`, kind, ...(moved ? ['moved'] : [])].join(' '));

describe('two texts', () => {
  it('differ by words, and neighbours of a change are one', () => {
    expect(marked('Connect every school.', 'Connect every public school.')).toBe('Connect every {+public +}school.');
    expect(marked('Reach all learners first', 'Reach all teachers last')).toBe('Reach all [-learners first-]{+teachers last+}');
    expect(marked('same', 'same')).toBe('same');
    expect(marked('', 'new')).toBe('{+new+}');
    expect(marked('old', '')).toBe('[-old-]');
  });
  it('give both texts back, whatever is between', () => {
    const [before, after] = ['a b c d e f g, h', 'a x c  d f g. h i'];
    const pieces = piecesOf(before, after);
    expect(pieces.filter(({ kind }) => kind !== 'new').map(({ text }) => text).join('')).toBe(before);
    expect(pieces.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe(after);
  });
  it('are compared character by character where words have no spaces', () => {
    expect(marked('开放内容', '开放教育内容')).toBe('开放{+教育+}内容');
    expect(marked('محتوى مفتوح', 'محتوى تعليمي مفتوح')).toBe('محتوى {+تعليمي +}مفتوح');
  });
});

describe('two versions', () => {
  it('say what was added, removed, changed and left', () => {
    const from = [clause('1', 1), clause('2', 2), clause('3', 3, { body: 'a' })];
    const to = [clause('1', 1), clause('3', 2, { body: 'b' }), clause('4', 3)];
    expect(said(from, to)).toEqual(['1 same', '2 removed', '3 changed', '4 added']);
  });
  it('know a clause again under another code, and do not take another clause for it', () => {
    const [one, two] = [clause('1', 1), clause('2', 2)];
    const to = [clause('1', 1, { title: 'New' }), clause('2', 2, { title: one.title, continues: one.id }), clause('3', 3, { title: two.title, continues: two.id })];
    expect(said([one, two], to)).toEqual(['1 added', '1>2 same', '2>3 same']);
  });
  it('say what moved: one clause that jumps over two, not the two that it jumps over', () => {
    const from = [clause('1', 1), clause('2', 2), clause('3', 3)];
    expect(said(from, [clause('3', 1), clause('1', 2), clause('2', 3)])).toEqual(['3 same moved', '1 same', '2 same']);
  });
  it('say what moved under another clause, also where that one is new', () => {
    const [top, line] = [clause('P1', 1), clause('P1.1', 1)];
    const under = { ...line, parent_id: top.id };
    const fresh = clause('P2', 2);
    expect(said([top, under], [clause('P1', 1), fresh, clause('P2.1', 1, { parent_id: fresh.id, title: line.title, continues: line.id })])).toEqual(['P1 same', 'P2 added', 'P1.1>P2.1 same moved']);
  });
  it('do not call what follows a removed clause moved', () => {
    expect(said([clause('1', 1), clause('2', 2), clause('3', 3)], [clause('2', 1), clause('3', 2)])).toEqual(['1 removed', '2 same', '3 same']);
  });
});
