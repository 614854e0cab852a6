import { describe, expect, it } from 'vitest';
import { attendanceOf, isShortNotice, markOf, marksFor, quorumOf, seatsNeeded, speakerOf, type SnapshotSeat } from './model';
import { quorumChanges } from './presences';

const seat = (seat_id: string, more: Partial<SnapshotSeat> = {}): SnapshotSeat => ({ seat_id, voting: true, on_leave: false, holder_id: `${seat_id}-holder`, alternate_id: `${seat_id}-alternate`, counts_for: null, ...more });
const there = (person_id: string, presence = 'remote') => ({ seat_id: person_id.split('-')[0] ?? '', person_id, presence });

describe('WG-3 quorum', () => {
  const seats = [seat('a'), seat('b'), seat('c'), seat('d'), seat('o', { voting: false })];
  it('counts present voting seats over voting seats', () => {
    expect(quorumOf({ seats: seats, attendances: [there('a-holder'), there('b-holder', 'in_person'), there('o-holder')], terms: { share: 50, minimums: [] } })).toEqual({ present: 2, base: 4, needed: 50, minimums: [], met: true });
    expect(quorumOf({ seats: seats, attendances: [there('a-holder')], terms: { share: 50, minimums: [] } }).met).toBe(false);
  });
  it('counts an alternate only where the holder is absent, and a seat once', () => {
    expect(quorumOf({ seats: seats, attendances: [there('a-holder'), there('a-alternate')], terms: { share: 50, minimums: [] } }).present).toBe(1);
    expect(quorumOf({ seats: seats, attendances: [there('a-holder', 'excused'), there('a-alternate')], terms: { share: 50, minimums: [] } }).present).toBe(1);
    expect(speakerOf(seat('a'), [there('a-alternate')])).toBe('a-alternate');
    expect(speakerOf(seat('a'), [there('a-holder'), there('a-alternate')])).toBe('a-holder');
  });
  it('takes seats on leave out of the base', () => {
    expect(quorumOf({ seats: [seat('a'), seat('b', { on_leave: true })], attendances: [there('a-holder')], terms: { share: 60, minimums: [] } })).toMatchObject({ base: 1, met: true });
  });
  it('asks for so many seats of a part of society, besides the share of all; leave does not lower that', () => {
    const of = (counts_for: string, id: string, more: Partial<SnapshotSeat> = {}) => seat(id, { counts_for, ...more });
    const mixed = [of('youth', 'a'), of('youth', 'b', { on_leave: true }), of('private', 'c'), of('private', 'd', { voting: false })];
    const terms = { share: 50, minimums: [{ constituency: 'youth', seats: 1 }] };
    expect(quorumOf({ seats: mixed, attendances: [there('c-holder'), there('b-holder')], terms })).toMatchObject({ present: 1, base: 2, met: false, minimums: [{ constituency: 'youth', seats: 1, present: 0 }] });
    expect(quorumOf({ seats: mixed, attendances: [there('a-holder')], terms }).met).toBe(true);
    expect(quorumOf({ seats: mixed, attendances: [there('a-holder'), there('c-holder')], terms: { share: 50, minimums: [{ constituency: 'youth', seats: 2 }] } }).met).toBe(false);
  });
  it('is reached, lost and regained at the instants of the log; notes of one instant count together', () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 19, 13, minute));
    const note = (minute: number, person: string, presence = 'remote') => ({ ...there(person, presence), at: at(minute) });
    const log = [note(2, 'a-holder'), note(2, 'b-holder'), note(5, 'c-holder'), note(10, 'a-holder', 'left'), note(10, 'b-holder', 'left'), note(10, 'a-alternate'), note(15, 'a-alternate', 'left'), note(25, 'b-holder')];
    expect(quorumChanges({ seats, terms: { share: 50, minimums: [] } }, log).map(({ at: when, what, quorum }) => [what, when.getUTCMinutes(), quorum.present])).toEqual([['reached', 2, 2], ['lost', 15, 1], ['regained', 25, 2]]);
  });
  it('is never met by an empty base', () => {
    expect(quorumOf({ seats: [], attendances: [], terms: { share: 50, minimums: [] } }).met).toBe(false);
  });
});

describe('WG-1 notice', () => {
  it('is short when fewer days are left than the terms of reference ask for', () => {
    expect(isShortNotice('2026-03-01', '2026-03-15', 14)).toBe(false);
    expect(isShortNotice('2026-03-02', '2026-03-15', 14)).toBe(true);
  });
});

describe('marks of the attendance list', () => {
  const both = seat('a');
  it('say the same when they are read back, for every seat that can have them', () => {
    for (const one of [both, seat('b', { alternate_id: null }), seat('c', { holder_id: null })]) {
      for (const mark of marksFor(one, [])) expect(markOf(one, attendanceOf(one, mark, []))).toBe(mark);
    }
  });
  it('who was there and is no longer has left; who never came is absent', () => {
    const room = [there('a-alternate')];
    expect(attendanceOf(both, 'holder_in_person', room)).toEqual([{ seat_id: 'a', person_id: 'a-holder', presence: 'in_person' }, { seat_id: 'a', person_id: 'a-alternate', presence: 'left' }]);
    expect(attendanceOf(both, 'left', room).map((one) => one.presence)).toEqual(['absent', 'left']);
    expect(markOf(both, attendanceOf(both, 'left', room))).toBe('left');
    expect(marksFor(both, [])).not.toContain('left');
    expect(marksFor(both, room)).toContain('left');
  });
  it('are missing while nothing was noted', () => {
    expect(markOf(both, [there('x-holder')])).toBeUndefined();
  });
  it('offer nobody who does not exist', () => {
    expect(marksFor(seat('b', { alternate_id: null }), [])).toEqual(['holder_in_person', 'holder_remote', 'excused', 'absent']);
    expect(marksFor(seat('e', { holder_id: null, alternate_id: null }), [])).toEqual([]);
  });
  it('say how many seats are needed', () => {
    expect(seatsNeeded({ base: 22, needed: 50 })).toBe(11);
    expect(seatsNeeded({ base: 22, needed: 51 })).toBe(12);
  });
});
