import { describe, expect, it } from 'vitest';
import { attendanceOf, isShortNotice, markOf, marksFor, quorumOf, seatsNeeded, speakerOf, type SnapshotSeat } from './model';

const seat = (seat_id: string, more: Partial<SnapshotSeat> = {}): SnapshotSeat => ({ seat_id, voting: true, on_leave: false, holder_id: `${seat_id}-holder`, alternate_id: `${seat_id}-alternate`, ...more });
const there = (person_id: string, presence = 'remote') => ({ seat_id: person_id.split('-')[0] ?? '', person_id, presence });

describe('WG-3 quorum', () => {
  const seats = [seat('a'), seat('b'), seat('c'), seat('d'), seat('o', { voting: false })];
  it('counts present voting seats over voting seats', () => {
    expect(quorumOf(seats, [there('a-holder'), there('b-holder', 'in_person'), there('o-holder')], 50)).toEqual({ present: 2, base: 4, needed: 50, met: true });
    expect(quorumOf(seats, [there('a-holder')], 50).met).toBe(false);
  });
  it('counts an alternate only where the holder is absent, and a seat once', () => {
    expect(quorumOf(seats, [there('a-holder'), there('a-alternate')], 50).present).toBe(1);
    expect(quorumOf(seats, [there('a-holder', 'excused'), there('a-alternate')], 50).present).toBe(1);
    expect(speakerOf(seat('a'), [there('a-alternate')])).toBe('a-alternate');
    expect(speakerOf(seat('a'), [there('a-holder'), there('a-alternate')])).toBe('a-holder');
  });
  it('takes seats on leave out of the base', () => {
    expect(quorumOf([seat('a'), seat('b', { on_leave: true })], [there('a-holder')], 60)).toMatchObject({ base: 1, met: true });
  });
  it('is never met by an empty base', () => {
    expect(quorumOf([], [], 50).met).toBe(false);
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
      for (const mark of marksFor(one)) expect(markOf(one, attendanceOf(one, mark))).toBe(mark);
    }
  });
  it('are missing while nothing was noted', () => {
    expect(markOf(both, [there('x-holder')])).toBeUndefined();
  });
  it('offer nobody who does not exist', () => {
    expect(marksFor(seat('b', { alternate_id: null }))).toEqual(['holder_in_person', 'holder_remote', 'excused', 'absent']);
    expect(marksFor(seat('e', { holder_id: null, alternate_id: null }))).toEqual([]);
  });
  it('say how many seats are needed', () => {
    expect(seatsNeeded({ base: 22, needed: 50 })).toBe(11);
    expect(seatsNeeded({ base: 22, needed: 51 })).toBe(12);
  });
});
