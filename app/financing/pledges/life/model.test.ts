import { describe, expect, it } from 'vitest';
import { lifeOf, type Movement } from './model';

const facts = { announced_on: '2026-01-10', confirmed_on: '2026-01-20', announced: '100', cancelled: false };
const move = (on: string, type_code: Movement['type_code'], value: string, reason: string | null = null): Movement => ({ on, type_code, value, reason });
const told = (movements: readonly Movement[], more = {}) => lifeOf({ ...facts, ...more }, movements).map(({ what, on, amount }) => [what, on, amount]);

describe('the life of a pledge', () => {
  it('begins with the announcement and has only days on which something changed', () => {
    expect(told([], { confirmed_on: null })).toEqual([['announced', '2026-01-10', '100']]);
    expect(told([move('2026-01-15', '2', '40'), move('2026-02-01', '2', '10'), move('2026-02-02', '3', '20'), move('2026-03-01', '2', '50'), move('2026-03-02', '3', '10'), move('2026-04-01', '3', '70')])).toEqual([
      ['announced', '2026-01-10', '100'], ['partly_committed', '2026-01-15', '40'], ['confirmed', '2026-01-20', undefined], ['first_paid', '2026-02-02', '20'], ['committed', '2026-03-01', '100'], ['fulfilled', '2026-04-01', '100'],
    ]);
  });
  it('says what still stands after a reduction, with its reason, and what was taken back of it', () => {
    const life = lifeOf(facts, [move('2026-02-01', '12', '-30', 'Budget cut'), move('2026-03-01', '12', '30', 'Typed twice')]);
    expect(life.slice(2)).toEqual([
      { what: 'reduced', on: '2026-02-01', amount: '70', reason: 'Budget cut' }, { what: 'restored', on: '2026-03-01', amount: '100', reason: 'Typed twice' },
    ]);
  });
  it('tells a cancellation from a reduction before it', () => {
    const movements = [move('2026-02-01', '3', '20'), move('2026-02-02', '12', '-30'), move('2026-02-03', '12', '-50')];
    expect(told(movements, { cancelled: true }).slice(3)).toEqual([['reduced', '2026-02-02', '70'], ['cancelled', '2026-02-03', '20']]);
    expect(told(movements).at(-1)?.[0]).toBe('reduced');
  });
  it('tells what was reached again after a reversal', () => {
    expect(told([move('2026-02-01', '3', '100'), move('2026-02-02', '3', '-100'), move('2026-02-03', '3', '100')]).map(([what]) => what)).toEqual(['announced', 'confirmed', 'fulfilled', 'fulfilled']);
  });
});
