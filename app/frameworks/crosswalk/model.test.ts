import { expect, test } from 'vitest';
import { carriesTo, readThrough, spellThrough } from './model';

test('what a number counts is spelled in an address and read again', () => {
  for (const through of [{ version: 'SDG', code: '4.a', relation: 'related' }, { version: 'SDG.1', code: '4.a', relation: 'contributes', other: 'CONNDECL.2' }] as const) {
    expect(readThrough(spellThrough(through))).toEqual({ other: undefined, ...through });
  }
});

test('anything else names nothing', () => {
  for (const text of ['', 'SDG', 'SDG:4.a', 'SDG:4.a:opposes', ':4.a:related', 'SDG::related', 'SDG:4.a:related:', 'SDG:4.a:related:CONNDECL:more']) expect(readThrough(text), text).toBeUndefined();
});

test('to contribute holds one way, the other relations both ways', () => {
  expect([carriesTo('contributes', true), carriesTo('contributes', false)]).toEqual([false, true]);
  for (const relation of ['equivalent', 'related'] as const) expect([carriesTo(relation, true), carriesTo(relation, false)]).toEqual([true, true]);
});
