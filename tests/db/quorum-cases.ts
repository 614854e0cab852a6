import type { DecisionRule, SeatRole } from '#app/working-groups/model';

/**
 * Quorum and votes by cases. A session of the morning of 19 March with five voting seats a to e, unless the case says otherwise. Steps happen
 * a minute apart: `a` is the holder of the seat a, `a*` its alternate; what is joined by `&` happens in one instant; a step that ends in `!`
 * must be refused. Then the ballot is closed.
 */
export interface SeatCase {
  readonly role?: SeatRole;
  readonly voting?: boolean;
  readonly leave?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly counts?: string;
  /** Whose holder or alternate sits here: another seat's letter, or nobody. */
  readonly holder?: string | null;
  readonly alternate?: string | null;
}

export interface Expected {
  readonly present: number;
  readonly base: number;
  readonly met: boolean;
  /** Counted: for, against, objections, abstentions. */
  readonly votes: readonly [number, number, number, number];
  readonly status: 'adopted' | 'provisional' | 'rejected';
}

export interface QuorumCase {
  readonly name: string;
  readonly seats?: Readonly<Record<string, SeatCase>>;
  readonly share?: string;
  readonly rule?: DecisionRule;
  readonly minimums?: Readonly<Record<string, number>>;
  readonly steps: readonly string[];
  readonly expected: Expected;
}

const sits = (letters: string, more: SeatCase = {}): Record<string, SeatCase> => Object.fromEntries([...letters].map((letter) => [letter, more]));
const come = (letters: string): string[] => [...letters].map((letter) => `${letter} in_person`);
const agree = (letters: string): string[] => [...letters].map((letter) => `${letter} votes for`);
const expect = (present: number, base: number, met: boolean, status: Expected['status'], ...votes: Expected['votes']): Expected => ({ present, base, met, votes, status });
const youthAt = (letter: string, more: SeatCase = {}) => ({ ...sits('abcde', { counts: 'private' }), [letter]: { counts: 'youth', ...more } });

export const cases: readonly QuorumCase[] = [
  // Who is there
  { name: 'nobody is there: consensus without quorum is provisional', rule: 'consensus', steps: [], expected: expect(0, 5, false, 'provisional', 0, 0, 0, 0) },
  { name: 'three of five are more than half', steps: [...come('abc'), ...agree('abc')], expected: expect(3, 5, true, 'adopted', 3, 0, 0, 0) },
  { name: 'two of five are not', steps: [...come('ab'), ...agree('ab')], expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'exactly half reaches half', seats: sits('abcd'), steps: [...come('ab'), ...agree('ab')], expected: expect(2, 4, true, 'adopted', 2, 0, 0, 0) },
  { name: 'all of all', share: '100', steps: [...come('abcde'), ...agree('ab')], expected: expect(5, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'one missing of all', share: '100', steps: [...come('abcd'), ...agree('ab')], expected: expect(4, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'a third written as 33.33 is reached by one of three', seats: sits('abc'), share: '33.33', steps: [...come('a'), ...agree('a')], expected: expect(1, 3, true, 'adopted', 1, 0, 0, 0) },
  { name: 'two thirds written as 66.67 are not reached by two of three', seats: sits('abc'), share: '66.67', steps: [...come('ab'), ...agree('ab')], expected: expect(2, 3, false, 'provisional', 2, 0, 0, 0) },
  { name: 'a group of one seat', seats: sits('a'), steps: [...come('a'), ...agree('a')], expected: expect(1, 1, true, 'adopted', 1, 0, 0, 0) },
  { name: 'no seat at all: a base of zero has no quorum', seats: {}, rule: 'consensus', steps: [], expected: expect(0, 0, false, 'provisional', 0, 0, 0, 0) },
  { name: 'who is excused is not there', rule: 'consensus', steps: ['a excused', 'b absent', ...come('cd')], expected: expect(2, 5, false, 'provisional', 0, 0, 0, 0) },
  { name: 'a correction counts from its moment on', steps: [...come('abc'), ...agree('abc'), 'c excused'], expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'an observer neither counts nor votes', seats: { ...sits('abcd'), o: { role: 'observer', voting: false } }, steps: [...come('ao'), ...agree('a'), 'o votes for!'], expected: expect(1, 4, false, 'provisional', 1, 0, 0, 0) },
  // Alternates
  { name: 'an alternate counts where the holder never came', steps: [...come('ab'), 'c* remote', ...agree('ab'), 'c* votes for'], expected: expect(3, 5, true, 'adopted', 3, 0, 0, 0) },
  { name: 'an alternate counts where the holder is excused', steps: [...come('ab'), 'c excused', 'c* remote', ...agree('a')], expected: expect(3, 5, true, 'adopted', 1, 0, 0, 0) },
  { name: 'holder and alternate of one seat count once, and the holder votes', steps: [...come('ab'), 'a* in_person', ...agree('ab'), 'a* votes against!'], expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'the alternate’s vote falls away when the holder comes', steps: [...come('bc'), 'a* in_person', 'a* votes against', ...agree('bc'), 'a in_person'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'the holder who comes votes in place of the alternate', steps: [...come('bc'), 'a* in_person', 'a* votes against', 'b votes for', 'a remote', 'a votes for'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'the holder’s vote falls away when the alternate takes over', steps: [...come('abc'), 'a votes against', ...agree('bc'), 'a left & a* in_person'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'the alternate who takes over votes', steps: [...come('abc'), 'a votes for', 'b votes for', 'a left & a* in_person', 'a* votes against'], expected: expect(3, 5, true, 'rejected', 1, 1, 0, 0) },
  { name: 'an alternate’s objection falls away with the alternate', rule: 'consensus', steps: [...come('bc'), 'a* remote', 'a* votes objection', 'a in_person'], expected: expect(3, 5, true, 'adopted', 0, 0, 0, 0) },
  { name: 'a seat without an alternate is empty without its holder', seats: { ...sits('bcde'), a: { alternate: null } }, steps: [...come('bc'), ...agree('bc')], expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'a seat without a holder is filled by its alternate', seats: { ...sits('bcde'), a: { holder: null } }, steps: [...come('bc'), 'a* remote', ...agree('bc')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'nobody is there for two voting seats', seats: { ...sits('acde'), b: { alternate: 'a' } }, steps: ['a in_person', 'b* in_person!', ...come('cd'), ...agree('ac')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'one who leaves a seat may stand in for another', seats: { ...sits('acde'), b: { alternate: 'a' } }, steps: ['a in_person', 'a left & a* remote', 'b* in_person', 'c in_person', 'b* votes for'], expected: expect(3, 5, true, 'adopted', 1, 0, 0, 0) },
  // Coming and going
  { name: 'a late arrival makes the quorum', steps: [...come('ab'), ...agree('ab'), 'c in_person'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'an early leave loses it', steps: [...come('abc'), ...agree('ab'), 'c left'], expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'it is lost and regained', steps: [...come('abc'), ...agree('ab'), 'c left', 'd remote'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'who votes and leaves is not counted', steps: [...come('abcd'), ...agree('ab'), 'd votes against', 'd left'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'who votes, leaves and comes back is', steps: [...come('abc'), 'a votes for', 'b votes against', 'c votes for', 'c left', 'c remote'], expected: expect(3, 5, true, 'adopted', 2, 1, 0, 0) },
  { name: 'who has left cannot vote', steps: [...come('abcd'), 'd left', 'd votes against!', ...agree('a')], expected: expect(3, 5, true, 'adopted', 1, 0, 0, 0) },
  { name: 'who goes and who comes in one instant count together', steps: [...come('abc'), ...agree('ab'), 'c left & d in_person'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'and in the other order', steps: [...come('abc'), ...agree('ab'), 'd in_person & c left'], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  // Leave
  { name: 'leave takes seats out of the base', seats: { ...sits('abc'), ...sits('de', { leave: true }) }, steps: [...come('ab'), ...agree('ab')], expected: expect(2, 3, true, 'adopted', 2, 0, 0, 0) },
  { name: 'a seat on leave does not count although its holder comes, and does not vote', seats: { ...sits('abcd'), e: { leave: true } }, steps: [...come('ae'), 'e votes for!', ...agree('a')], expected: expect(1, 4, false, 'provisional', 1, 0, 0, 0) },
  { name: 'where every seat is on leave there is no quorum', seats: sits('abc', { leave: true }), rule: 'consent', steps: come('abc'), expected: expect(0, 0, false, 'provisional', 0, 0, 0, 0) },
  // Minimums of parts of society
  { name: 'a minimum is met', seats: youthAt('a'), minimums: { youth: 1 }, steps: [...come('abc'), ...agree('ab')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'a minimum is missed although the share is reached', seats: youthAt('a'), minimums: { youth: 1 }, steps: [...come('bcde'), ...agree('bc')], expected: expect(4, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'a minimum is met by an alternate', seats: youthAt('a'), minimums: { youth: 1 }, steps: [...come('bc'), 'a* remote', ...agree('bc')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'leave does not lower a minimum', seats: youthAt('a', { leave: true }), minimums: { youth: 1 }, steps: [...come('abcde'), ...agree('bc')], expected: expect(4, 4, false, 'provisional', 2, 0, 0, 0) },
  { name: 'a minimum is lost when they leave', seats: youthAt('a'), minimums: { youth: 1 }, steps: [...come('abcd'), ...agree('bc'), 'a left'], expected: expect(3, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'one of two minimums is not enough', seats: youthAt('a'), minimums: { youth: 1, private: 4 }, steps: [...come('abcd'), ...agree('ab')], expected: expect(4, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'the seat of a part of society counts for it', seats: { ...sits('abcd'), e: { counts: 'teachers_union' } }, minimums: { teachers_union: 1 }, steps: [...come('abe'), ...agree('ab')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  // Days
  { name: 'a seat counts on its last day', seats: { ...sits('abcd'), e: { until: '2026-03-19' } }, steps: [...come('abe'), ...agree('ab')], expected: expect(3, 5, true, 'adopted', 2, 0, 0, 0) },
  { name: 'and no longer on the next', seats: { ...sits('abc'), ...sits('de', { until: '2026-03-18' }) }, steps: [...come('ab'), ...agree('ab')], expected: expect(2, 3, true, 'adopted', 2, 0, 0, 0) },
  { name: 'a seat counts on its first day, and not before', seats: { ...sits('abc'), d: { from: '2026-03-19' }, e: { from: '2026-03-20' } }, steps: [...come('abd'), ...agree('ab')], expected: expect(3, 4, true, 'adopted', 2, 0, 0, 0) },
  // Rules
  { name: 'a tie does not carry', steps: [...come('abcd'), 'a votes for', 'b votes for', 'c votes against', 'd votes against'], expected: expect(4, 5, true, 'rejected', 2, 2, 0, 0) },
  { name: 'abstentions count for neither side', steps: [...come('abc'), 'a votes for', 'b votes abstain', 'c votes abstain'], expected: expect(3, 5, true, 'adopted', 1, 0, 0, 2) },
  { name: 'nothing carries by abstentions alone', steps: [...come('abc'), 'a votes abstain', 'b votes abstain'], expected: expect(3, 5, true, 'rejected', 0, 0, 0, 2) },
  { name: 'two thirds exactly', rule: 'two_thirds', steps: [...come('abc'), 'a votes for', 'b votes for', 'c votes against'], expected: expect(3, 5, true, 'adopted', 2, 1, 0, 0) },
  { name: 'less than two thirds', rule: 'two_thirds', steps: [...come('abcde'), ...agree('abc'), 'd votes against', 'e votes against'], expected: expect(5, 5, true, 'rejected', 3, 2, 0, 0) },
  { name: 'an objection is a vote against where votes are counted', rule: 'majority', steps: [...come('abc'), 'a votes for', 'b votes objection'], expected: expect(3, 5, true, 'rejected', 1, 0, 1, 0) },
  { name: 'consensus is not broken by an abstention', rule: 'consensus', steps: [...come('abc'), 'a votes abstain'], expected: expect(3, 5, true, 'adopted', 0, 0, 0, 1) },
  { name: 'consensus is broken by one objection', rule: 'consensus', steps: [...come('abcde'), ...agree('abcd'), 'e votes objection'], expected: expect(5, 5, true, 'rejected', 4, 0, 1, 0) },
  { name: 'consent is broken by a vote against', rule: 'consent', steps: [...come('abc'), 'a votes for', 'b votes against'], expected: expect(3, 5, true, 'rejected', 1, 1, 0, 0) },
  { name: 'an objection that is taken back does not stand', rule: 'consent', steps: [...come('abc'), 'b votes objection', 'b votes for'], expected: expect(3, 5, true, 'adopted', 1, 0, 0, 0) },
  { name: 'without quorum what does not carry is rejected all the same', rule: 'consensus', steps: [...come('a'), 'a votes objection'], expected: expect(1, 5, false, 'rejected', 0, 0, 1, 0) },
];

/** Written procedures that are opened on 2 March and end on 16 March; steps are votes. */
export const written: readonly QuorumCase[] = [
  { name: 'three of five vote', steps: agree('abc'), expected: expect(3, 5, true, 'adopted', 3, 0, 0, 0) },
  { name: 'two of five vote', steps: agree('ab'), expected: expect(2, 5, false, 'provisional', 2, 0, 0, 0) },
  { name: 'nobody votes: silence is no consent', rule: 'consensus', steps: [], expected: expect(0, 5, false, 'rejected', 0, 0, 0, 0) },
  { name: 'the alternate votes where the holder does not', steps: ['a* votes for', ...agree('bc')], expected: expect(3, 5, true, 'adopted', 3, 0, 0, 0) },
  { name: 'the holder’s vote takes the place of the alternate’s, never the other way', steps: ['a* votes against', 'a votes for', 'a* votes against!', ...agree('bc')], expected: expect(3, 5, true, 'adopted', 3, 0, 0, 0) },
  { name: 'leave takes a seat out of the base', seats: { ...sits('abc'), ...sits('de', { leave: true }) }, steps: [...agree('ab'), 'd votes against!'], expected: expect(2, 3, true, 'adopted', 2, 0, 0, 0) },
  { name: 'a seat that ended the day before is not in the base, one that ends later stays in it', seats: { ...sits('abc'), d: { until: '2026-03-01' }, e: { until: '2026-03-05' } }, steps: agree('ae'), expected: expect(2, 4, true, 'adopted', 2, 0, 0, 0) },
  { name: 'a seat that begins the next day is not in the base', seats: { ...sits('abcd'), e: { from: '2026-03-03' } }, steps: [...agree('ab'), 'e votes for!'], expected: expect(2, 4, true, 'adopted', 2, 0, 0, 0) },
  { name: 'abstentions make a quorum', rule: 'consensus', steps: ['a votes abstain', 'b votes abstain', 'c votes abstain'], expected: expect(3, 5, true, 'adopted', 0, 0, 0, 3) },
  { name: 'a tie does not carry', seats: sits('abcd'), steps: ['a votes for', 'b votes against'], expected: expect(2, 4, true, 'rejected', 1, 1, 0, 0) },
  { name: 'two thirds exactly', rule: 'two_thirds', steps: [...agree('ab'), 'c votes against'], expected: expect(3, 5, true, 'adopted', 2, 1, 0, 0) },
  { name: 'one objection breaks consent', rule: 'consent', steps: [...agree('abcd'), 'e votes objection'], expected: expect(5, 5, true, 'rejected', 4, 0, 1, 0) },
];
