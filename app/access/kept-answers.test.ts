import { describe, expect, it } from 'vitest';
import { anyone, type Actor } from './actor';
import { keptAnswers } from './kept-answers.server';

const person: Actor = { kind: 'person', id: '1', name: 'A', language: 'en', roles: [], affiliations: [], governments: [] } as unknown as Actor;

function world() {
  const state = { epoch: 1 as number | undefined, now: 0, asked: 0, fails: false };
  const kept = keptAnswers<number>(3, () => state.epoch, () => state.now);
  const ask = (viewer: Actor = anyone, key = 'all') => kept.get(viewer, key, async () => {
    state.asked += 1;
    if (state.fails) throw new Error('the database is away');
    return state.asked;
  });
  return { state, ask };
}

describe('answers for visitors', () => {
  it('are asked once for all who ask, until the data change', async () => {
    const { state, ask } = world();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    expect(await ask(anyone, 'other')).toBe(2);
    state.epoch = 2;
    expect(await ask()).toBe(3);
  });
  it('grow old by the clock, and are not kept while nobody listens for changes', async () => {
    const { state, ask } = world();
    await ask();
    state.now = 30_000;
    expect(await ask()).toBe(2);
    state.epoch = undefined;
    expect([await ask(), await ask()]).toEqual([3, 4]);
  });
  it('are never for somebody who is signed in, nor from them', async () => {
    const { ask } = world();
    expect([await ask(person), await ask(), await ask(person), await ask()]).toEqual([1, 2, 3, 2]);
  });
  it('are asked again after a failure', async () => {
    const { state, ask } = world();
    state.fails = true;
    await expect(ask()).rejects.toThrow('away');
    state.fails = false;
    expect(await ask()).toBe(2);
  });
  it('make room for new ones, the oldest first', async () => {
    const { state, ask } = world();
    for (let at = 0; at <= 3; at += 1) await ask(anyone, `key ${at}`);
    expect([await ask(anyone, 'key 3'), state.asked]).toEqual([4, 4]);
    expect(await ask(anyone, 'key 0')).toBe(5);
  });
});
