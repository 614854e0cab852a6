import { describe, expect, it } from 'vitest';
import { canonicalOf, differences, inGroups } from './canonical';
import { amended, guestsOf, linksOf, mayApproveText, windowEnd, workingDaysAfter } from './model';

describe('the canonical text', () => {
  it('orders names, leaves no blanks, and is the same for the same value', () => {
    expect(canonicalOf({ b: [1, 'ü\n', null], a: { d: true, c: '"' } })).toBe('{"a":{"c":"\\"","d":true},"b":[1,"ü\\n",null]}');
    expect(canonicalOf({ a: 1, b: 2 })).toBe(canonicalOf({ b: 2, a: 1 }));
  });
  it('refuses what two machines could write differently', () => {
    expect(() => canonicalOf(0.1)).toThrow(TypeError);
    expect(() => canonicalOf('\ud800')).toThrow(TypeError);
  });
  it('says where two values part', () => {
    expect(differences({ a: [1, 2], b: 'x' }, { a: [1, 3], c: 'x' })).toEqual(['a.1', 'b', 'c']);
    expect(differences({ a: [1] }, { a: [1] })).toEqual([]);
  });
  it('is read aloud in groups of eight', () => {
    expect(inGroups('0123456789abcdef')).toBe('01234567 89abcdef');
  });
});

describe('the correction window', () => {
  it('counts working days and ends at midnight in the zone of the meeting', () => {
    expect(workingDaysAfter('2026-03-19', 5)).toBe('2026-03-26');
    expect(workingDaysAfter('2026-03-20', 1)).toBe('2026-03-23');
    // New Zealand leaves summer time in the window: the last day still ends at its own midnight.
    expect(windowEnd(new Date('2026-04-02T00:00:00Z'), 5, 'Pacific/Auckland')).toEqual(new Date('2026-04-09T12:00:00Z'));
    expect(windowEnd(new Date('2026-03-27T00:00:00Z'), 1, 'Pacific/Auckland')).toEqual(new Date('2026-03-30T11:00:00Z'));
  });
});

describe('amendments', () => {
  it('change words that stand there exactly once, or add some', () => {
    expect(amended('one two', { old_words: 'two', new_words: '$& three' })).toEqual({ text: 'one $& three' });
    expect(amended('one', { old_words: '', new_words: 'two' })).toEqual({ text: 'one\n\ntwo' });
    expect(amended('one one', { old_words: 'one', new_words: 'x' })).toEqual({ fault: 'words_ambiguous' });
    expect(amended('one', { old_words: 'two', new_words: 'x' })).toEqual({ fault: 'words_not_found' });
  });
});

describe('who approves', () => {
  it('is not who alone wrote, unless another seconded', () => {
    expect(mayApproveText('a', ['a'], null)).toBe(false);
    expect(mayApproveText('a', ['a'], 'a')).toBe(false);
    expect(mayApproveText('a', ['a'], 'b')).toBe(true);
    expect(mayApproveText('a', ['a', 'b'], null)).toBe(true);
    expect(mayApproveText('a', ['b'], null)).toBe(true);
  });
});

it('people and links are typed one on a line', () => {
  expect(guestsOf('Ada, University, of X\n\n Bo ')).toEqual([{ name: 'Ada', affiliation: 'University, of X' }, { name: 'Bo', affiliation: null }]);
  expect(linksOf('Recording: https://a.example/?b=1\nhttps://c.example/\nnothing')).toEqual([{ text: 'Recording', href: 'https://a.example/?b=1' }, { text: 'https://c.example/', href: 'https://c.example/' }, { text: 'nothing', href: '' }]);
});
