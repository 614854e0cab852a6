import { describe, expect, it } from 'vitest';
import { proposedDays } from '#app/working-groups/sessions/cadence';
import { arcOf, countsOf, nextProposed, spanOf, type ArcFacts, type ArcSession } from './model';

describe('the two years', () => {
  it.each([
    ['from the month in which the group began', '2026-01-15', null, '2026-11-27', '2026-01-01', '2027-12-31'],
    ['until the last day of the two years', '2026-01-15', null, '2027-12-31', '2026-01-01', '2027-12-31'],
    ['then the next two', '2026-01-15', null, '2028-01-01', '2028-01-01', '2029-12-31'],
    ['those to come of a group that has not begun', '2027-03-10', null, '2026-11-27', '2027-03-01', '2029-02-28'],
    ['with the leap day', '2026-03-01', null, '2026-11-27', '2026-03-01', '2028-02-29'],
    ['those in which it ended', '2022-01-15', '2023-12-01', '2026-11-27', '2022-01-01', '2023-12-31'],
    ['a year back and a year ahead of a group of which nobody knows when it began', null, null, '2026-11-27', '2025-12-01', '2027-11-30'],
  ])('%s', (_, starts_on, ends_on, today, from, until) => expect(spanOf({ starts_on, ends_on }, today)).toEqual({ from, until }));
});

const version = (number: number, from_on: string, cadence: 'monthly' | 'quarterly' | 'yearly' | 'irregular') => ({ version: number, from_on, cadence });
const monthly = [version(1, '2026-01-01', 'monthly')];
const within = (notBefore: string, until: string) => ({ notBefore, until });

describe('the days that the cadence proposes', () => {
  it('stand on one day of the week and do not drift', () => {
    expect(proposedDays(monthly, '2026-01-22', within('2026-02-01', '2026-07-31'))).toEqual(['2026-02-19', '2026-03-19', '2026-04-23', '2026-05-21', '2026-06-25', '2026-07-23']); // Thursdays
  });
  it('reach from the end of a month over short ones and leap days', () => {
    expect(proposedDays(monthly, '2028-01-31', within('2028-02-01', '2028-04-30'))).toEqual(['2028-02-28', '2028-04-03']); // Mondays, nearest to 29 February, 31 March and 30 April
    expect(proposedDays([version(1, '2026-01-01', 'yearly')], '2028-02-29', within('2028-03-01', '2030-12-31'))).toEqual(['2029-02-27', '2030-02-26']); // Tuesdays
  });
  it('follow the version that holds on them: from months to quarters the last day proposed before counts', () => {
    const changed = [...monthly, version(2, '2026-04-01', 'quarterly')];
    expect(proposedDays(changed, '2026-01-22', within('2026-02-01', '2026-12-31'))).toEqual(['2026-02-19', '2026-03-19', '2026-06-18', '2026-09-17', '2026-12-17']);
  });
  it('follow the version that holds on them: from quarters to months, not before it begins', () => {
    const changed = [version(1, '2026-01-01', 'quarterly'), version(2, '2026-05-01', 'monthly')];
    expect(proposedDays(changed, '2026-01-22', within('2026-02-01', '2026-07-31'))).toEqual(['2026-04-23', '2026-05-21', '2026-06-25', '2026-07-23']);
  });
  it('leave out a version that a later one overtook, and stop where a group meets when needed', () => {
    expect(proposedDays([...monthly, version(2, '2026-04-01', 'quarterly'), version(3, '2026-03-01', 'irregular')], '2026-01-22', within('2026-02-01', '2026-12-31'))).toEqual(['2026-02-19']);
  });
  it('are none where the group never met', () => expect(proposedDays(monthly, undefined, within('2026-02-01', '2026-12-31'))).toEqual([]));
});

const session = (number: number, day: string, status: ArcSession['status'] = 'published'): ArcSession => ({ ref: `WG-01-S0${number}`, title: `Session ${number}`, status, day });
const facts = (more: Partial<ArcFacts>): ArcFacts => ({ starts_on: '2026-01-15', ends_on: null, status: 'active', notice_days: 14, versions: monthly, sessions: [], last: null, ...more });
const told = (of: ArcFacts, today = '2026-03-02') => arcOf(of, today).flatMap(({ entries }) => entries.map(({ kind, day }) => `${day} ${kind}`));

describe('the months of an arc', () => {
  it('are 24, each with what stands in it and the terms that begin in it', () => {
    const months = arcOf(facts({ versions: [...monthly, version(2, '2026-06-15', 'quarterly'), version(3, '2026-06-01', 'yearly')], sessions: [session(1, '2026-01-22')], last: '2026-01-22' }), '2026-03-02');
    expect(months.map(({ month }) => month)).toHaveLength(24);
    expect([months[0]?.month, months[23]?.month]).toEqual(['2026-01-01', '2027-12-01']);
    expect(months[0]).toMatchObject({ entries: [{ kind: 'held', day: '2026-01-22' }], terms: [{ version: 1 }] });
    expect(months[5]?.terms.map((one) => one.version)).toEqual([3]); // the second never held
  });
  it('propose after what is planned, and count from where a session was moved to', () => {
    const sessions = [session(1, '2026-01-22'), session(2, '2026-03-25', 'convened')];
    expect(told(facts({ sessions, last: '2026-03-25', ends_on: '2026-05-31' }))).toEqual(['2026-01-22 held', '2026-03-25 planned', '2026-04-22 proposed', '2026-05-27 proposed']);
  });
  it('leave a session that was called off where it was, and propose its month again', () => {
    const sessions = [session(1, '2026-02-19'), session(2, '2026-03-19', 'cancelled')];
    expect(told(facts({ sessions, last: '2026-02-19', ends_on: '2026-04-30' }))).toEqual(['2026-02-19 held', '2026-03-19 called_off', '2026-03-19 proposed', '2026-04-16 proposed']);
  });
  it('propose nothing that the notice no longer allows, nothing after the last day of the group', () => {
    expect(told(facts({ sessions: [session(1, '2026-02-10')], last: '2026-02-10', ends_on: '2026-04-14' }))).toEqual(['2026-02-10 held', '2026-04-07 proposed']);
  });
  it.each(['proposed', 'concluded', 'dissolved'] as const)('propose nothing for a group that is %s', (status) => {
    expect(told(facts({ status, sessions: [session(1, '2026-01-22')], last: '2026-01-22' }))).toEqual(['2026-01-22 held']);
  });
  it('are counted by kind, and say which day is next', () => {
    const months = arcOf(facts({ sessions: [session(1, '2026-01-22'), session(2, '2026-02-19', 'in_progress'), session(3, '2026-03-19', 'draft')], last: '2026-03-19', ends_on: '2026-04-30' }), '2026-03-02');
    expect(countsOf(months)).toEqual([{ kind: 'held', count: 2 }, { kind: 'planned', count: 1 }, { kind: 'proposed', count: 1 }]);
    expect(nextProposed(months)).toBe('2026-04-16');
  });
});
