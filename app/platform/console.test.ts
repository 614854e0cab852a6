import { describe, expect, it } from 'vitest';
import { helpOf, readArguments, WrongUsage, type Command } from './console.server';

const command: Command = {
  usage: 'KIND FILE [--dry-run]',
  does: 'takes a file in',
  options: { 'dry-run': { type: 'boolean' }, as: { type: 'string' } },
  needs: ['as'],
  words: [1, 2],
  run: () => Promise.resolve({ lines: [], facts: {} }),
};

describe('what is typed after a command', () => {
  it('is read', () => {
    expect(readArguments(command, ['members', 'file.csv', '--as', 'x', '--dry-run', '--json'])).toEqual({ words: ['members', 'file.csv'], values: { as: 'x', 'dry-run': true, json: true } });
  });
  it.each([
    ['too little', []],
    ['too much', ['a', 'b', 'c', '--as', 'x']],
    ['an unknown option', ['a', '--as', 'x', '--force']],
    ['an option without its value', ['a', '--as']],
    ['a missing option', ['a']],
  ])('is refused with %s', (_, typed) => {
    expect(() => readArguments(command, typed)).toThrow(WrongUsage);
  });
  it('is explained', () => {
    expect(helpOf({ import: command, init: { ...command, usage: '' } })).toBe(
      'Usage: npm run concord -- COMMAND [--json]\n\n  import KIND FILE [--dry-run]  takes a file in\n  init                          takes a file in',
    );
  });
});
