import { describe, expect, it } from 'vitest';
import { registrationOf, waysOf, wrongTerms, type MeetingTerms } from './model';

const terms: MeetingTerms = {
  starts_on: '2026-05-12', ends_on: '2026-05-14', time_zone: 'Africa/Nairobi', mode: 'hybrid', place: 'Nairobi', visibility: 'public', registration_opens_on: '2026-03-01', registration_closes_on: '2026-05-10', places: 2,
};

describe('registration for a meeting', () => {
  it.each([
    ['2026-02-28', 'announced', 'not_open'], ['2026-03-01', 'announced', 'open'], ['2026-05-10', 'announced', 'open'], ['2026-05-11', 'announced', 'closed'], ['2026-04-01', 'draft', 'not_open'], ['2026-04-01', 'cancelled', 'not_open'],
  ])('on %s, %s: %s', (today, status, state) => expect(registrationOf({ ...terms, status }, today, 0)).toBe(state));
  it('is full where everybody comes in person and no place is left; who joins remotely needs none', () => {
    expect(registrationOf({ ...terms, mode: 'in_person', status: 'announced' }, '2026-04-01', 2)).toBe('full');
    expect(registrationOf({ ...terms, mode: 'in_person', places: null, status: 'announced' }, '2026-04-01', 2)).toBe('open');
    expect(registrationOf({ ...terms, status: 'announced' }, '2026-04-01', 2)).toBe('open');
    expect([waysOf('hybrid'), waysOf('remote')]).toEqual([['in_person', 'remote'], ['remote']]);
  });
});

describe('the terms of a meeting', () => {
  it.each<[string, Partial<MeetingTerms>, string | undefined]>([
    ['as they are', {}, undefined], ['end before start', { ends_on: '2026-05-11' }, 'ends_on'], ['last for months', { ends_on: '2026-06-12' }, 'ends_on'], ['close before they open', { registration_closes_on: '2026-02-01' }, 'registration_closes_on'],
    ['close after the meeting', { registration_closes_on: '2026-05-15' }, 'registration_closes_on'], ['name no place', { place: null }, 'place'], ['limit who joins remotely', { mode: 'remote', place: null }, 'places'],
  ])('%s', (_, change, field) => expect(wrongTerms({ ...terms, ...change })?.field).toBe(field));
});
