import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '#app/working-groups/procedures/model';
import { attendanceOf, marksFor, quorumOf, speakerOf, type Attendance, type QuorumInputs, type SnapshotSeat } from '#app/working-groups/sessions/model';
import { quorumChanges, type LoggedPresence } from '#app/working-groups/sessions/presences';
import { countedVotes, seatsOfSpeaker, votingSeats } from './model';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const parts = ['youth', 'private', null] as const;
const mostly = (usual: boolean) => fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(!usual) });
const seatOf = (id: string) => fc.record({
  seat_id: fc.constant(id), voting: mostly(true), on_leave: mostly(false), counts_for: fc.constantFrom(...parts),
  holder_id: fc.option(fc.constant(`${id}-holder`), { freq: 6 }), alternate_id: fc.option(fc.constant(`${id}-alternate`), { freq: 3 }),
});
const anySeats: fc.Arbitrary<readonly SnapshotSeat[]> = fc.tuple(...letters.map(seatOf));
const anyTerms = fc.record({ share: fc.integer({ min: 10, max: 100 }), minimums: fc.uniqueArray(fc.record({ constituency: fc.constantFrom('youth', 'private'), seats: fc.integer({ min: 1, max: 2 }) }), { maxLength: 1, selector: (one) => one.constituency }) });
const presences = ['in_person', 'remote', 'absent', 'excused', 'left'] as const;
const anyNote = fc.record({ seat_id: fc.constantFrom(...letters), who: fc.constantFrom('holder', 'alternate'), presence: fc.constantFrom(...presences), minute: fc.integer({ min: 0, max: 3 }) })
  .map(({ seat_id, who, presence, minute }): LoggedPresence => ({ seat_id, person_id: `${seat_id}-${who}`, presence, at: new Date(Date.UTC(2026, 2, 19, 13, minute)) }));
/** In the order of the log; each person at most once in one instant. */
const anyLog = fc.uniqueArray(anyNote, { maxLength: 40, selector: (note) => `${note.person_id} ${note.at.getTime()}` }).map((notes) => notes.toSorted((x, y) => x.at.getTime() - y.at.getTime()));
const latest = (log: readonly LoggedPresence[]): Attendance[] => [...new Map(log.map((note) => [note.person_id, note])).values()];
const anyVotes = fc.uniqueArray(fc.record({ seat_id: fc.constantFrom(...letters), who: fc.constantFrom('holder', 'alternate'), vote: fc.constantFrom('for', 'against', 'abstain', 'objection') }), { selector: (one) => one.seat_id })
  .map((votes) => votes.map(({ seat_id, who, vote }) => ({ seat_id, person_id: `${seat_id}-${who}`, vote })));
const room = (seats: readonly SnapshotSeat[], log: readonly LoggedPresence[], terms: QuorumInputs['terms']): QuorumInputs => ({ seats, attendances: latest(log), terms });

describe('for every history of seats, presences and votes', () => {
  it('the quorum never exceeds its base, and no minimum counts more than there are', () => {
    fc.assert(fc.property(anySeats, anyLog, anyTerms, (seats, log, terms) => {
      const { present, base, minimums, met } = quorumOf(room(seats, log, terms));
      expect(present).toBeLessThanOrEqual(base);
      expect(base).toBe(votingSeats(seats).length);
      for (const one of minimums) expect(one.present).toBeLessThanOrEqual(present);
      if (met) expect(present * 100).toBeGreaterThanOrEqual(terms.share * base);
    }));
  });
  it('a seat has at most one vote that counts, given by who speaks for it, and votes never outnumber the seats present', () => {
    fc.assert(fc.property(anySeats, anyLog, anyTerms, anyVotes, (seats, log, terms, votes) => {
      const inputs = room(seats, log, terms);
      const counted = countedVotes(inputs, votes);
      expect(new Set(counted.map((one) => one.seat_id)).size).toBe(counted.length);
      expect(new Set(counted.map((one) => one.person_id)).size).toBe(counted.length);
      expect(counted.length).toBeLessThanOrEqual(quorumOf(inputs).present);
      for (const one of counted) expect(seatsOfSpeaker(inputs, one.person_id)).toContain(one.seat_id);
    }));
  });
  it('holder and alternate are never both let vote', () => {
    fc.assert(fc.property(anySeats, anyLog, anyTerms, (seats, log, terms) => {
      const inputs = room(seats, log, terms);
      for (const seat of seats) expect([seat.holder_id, seat.alternate_id].filter((person) => person !== null && seatsOfSpeaker(inputs, person).includes(seat.seat_id)).length).toBeLessThanOrEqual(1);
    }));
  });
  it('the order of notes of one instant, and of seats and votes, does not matter', () => {
    fc.assert(fc.property(anySeats, anyLog, anyTerms, anyVotes, fc.infiniteStream(fc.nat()), (seats, log, terms, votes, random) => {
      const order = new Map(log.map((note) => [note, random.next().value]));
      const shuffled = log.toSorted((x, y) => x.at.getTime() - y.at.getTime() || (order.get(x) ?? 0) - (order.get(y) ?? 0));
      expect(quorumOf(room(seats.toReversed(), shuffled, terms))).toEqual(quorumOf(room(seats, log, terms)));
      expect(quorumChanges({ seats, terms }, shuffled)).toEqual(quorumChanges({ seats, terms }, log));
      expect(countedVotes(room(seats, shuffled, terms), votes.toReversed()).map((one) => one.seat_id).toSorted()).toEqual(countedVotes(room(seats, log, terms), votes).map((one) => one.seat_id).toSorted());
    }), { numRuns: 400 });
  });
  it('the changes of a quorum alternate, and the last one says how it stands', () => {
    fc.assert(fc.property(anySeats, anyLog, anyTerms, (seats, log, terms) => {
      const changes = quorumChanges({ seats, terms }, log);
      expect(changes.map((one) => one.what)).toEqual(changes.map((_, at) => (at === 0 ? 'reached' : at % 2 === 1 ? 'lost' : 'regained')));
      if (log.length > 0) expect(changes.at(-1)?.quorum.met ?? false).toBe(quorumOf(room(seats, log, terms)).met);
    }));
  });
  it('every mark of the list leaves a seat with one speaker or none', () => {
    fc.assert(fc.property(anySeats, anyLog, (seats, log) => {
      const before = latest(log);
      for (const seat of seats) {
        for (const mark of marksFor(seat, before)) {
          const speaker = speakerOf(seat, attendanceOf(seat, mark, before));
          expect(speaker).toBe(mark.startsWith('holder') ? seat.holder_id : mark.startsWith('alternate') ? seat.alternate_id : undefined);
        }
      }
    }));
  });
  it('in writing a seat of the base counts once, and none beside it', () => {
    fc.assert(fc.property(anySeats, anyTerms, anyVotes, fc.constantFrom('consensus', 'consent', 'majority', 'two_thirds'), (seats, terms, votes, rule) => {
      const base = votingSeats(seats);
      const inBase = votes.filter((vote) => base.some((seat) => seat.seat_id === vote.seat_id));
      const { quorum, status } = outcomeOf(base, inBase, terms, rule);
      expect(quorum).toMatchObject({ present: inBase.length, base: base.length });
      if (inBase.length === 0) expect(status).toBe('rejected');
      if (status === 'adopted') expect(quorum.met).toBe(true);
    }));
  });
});
