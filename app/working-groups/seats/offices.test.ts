import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '#app/platform/clock';
import { officesOf } from './offices';

const first = '2026-01-01';
const sat = (from_on: Day, until_on: Day | null, role: 'chair' | 'cochair' | 'secretary' | 'member' = 'chair', holder_id = 'Amina') => ({ holder_id, role, from_on, until_on });

test.each<[string, Parameters<typeof officesOf>[0], readonly unknown[]]>([
  ['none for a member', [sat('2026-01-01', null, 'member')], []],
  ['one for rows that follow each other day by day', [sat('2026-01-01', '2026-01-31'), sat('2026-02-01', '2026-02-10'), sat('2026-02-11', null)], [{ person_id: 'Amina', role: 'wg_chair', from_on: '2026-01-01', until_on: null }]],
  ['two where a day lies between', [sat('2026-01-01', '2026-01-31'), sat('2026-02-02', '2026-03-01')], [{ person_id: 'Amina', role: 'wg_chair', from_on: '2026-01-01', until_on: '2026-01-31' }, { person_id: 'Amina', role: 'wg_chair', from_on: '2026-02-02', until_on: '2026-03-01' }]],
  ['each person and office apart', [sat('2026-01-01', '2026-01-31'), sat('2026-02-01', null, 'secretary'), sat('2026-02-01', null, 'chair', 'Omar')], [
    { person_id: 'Amina', role: 'wg_chair', from_on: '2026-01-01', until_on: '2026-01-31' }, { person_id: 'Amina', role: 'wg_secretary', from_on: '2026-02-01', until_on: null }, { person_id: 'Omar', role: 'wg_chair', from_on: '2026-02-01', until_on: null },
  ]],
])('offices: %s', (_, seats, offices) => expect(officesOf(seats)).toEqual(offices));

test('on every day the offices are those of the seats, and no two of one person and kind touch', () => {
  const row = fc.record({ holder_id: fc.constantFrom('Amina', 'Omar'), role: fc.constantFrom('chair' as const, 'cochair' as const, 'member' as const), start: fc.nat(30), length: fc.option(fc.nat(10)) });
  fc.assert(fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
    const seats = rows.map(({ start, length, ...one }) => ({ ...one, from_on: addDays(first, start), until_on: length === null ? null : addDays(first, start + length) })).toSorted((a, b) => a.from_on.localeCompare(b.from_on));
    const offices = officesOf(seats);
    const on = (day: Day) => (one: { from_on: Day; until_on: Day | null }) => one.from_on <= day && (one.until_on === null || one.until_on >= day);
    for (let ahead = 0; ahead < 45; ahead += 1) {
      const day = addDays(first, ahead);
      const told = offices.filter(on(day)).map((one) => `${one.person_id} ${one.role}`);
      expect(told.toSorted()).toEqual([...new Set(seats.filter(on(day)).filter(({ role }) => role !== 'member').map((one) => `${one.holder_id} wg_${one.role}`))].toSorted());
    }
  }));
});
