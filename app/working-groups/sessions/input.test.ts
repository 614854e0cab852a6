import { describe, expect, it } from 'vitest';
import { scheduleInput } from './input.server';

const typed = { title: 'Session 4', day: '2026-03-20', time: '16:00', minutes: 90, time_zone: 'Africa/Nairobi', mode: 'remote', place: null, join_link: null };

describe('in which languages a session is held', () => {
  it.each([
    [{}, []],
    [{ languages: ['en', 'fr'] }, ['en', 'fr']],
    [{ languages: ['en'], other_languages: 'SW; pt-br,en' }, ['en', 'sw', 'pt-BR']],
    [{ other_languages: ' ، ' }, []],
  ])('%j is kept as %j', (given, languages) => {
    expect(scheduleInput.parse({ ...typed, ...given })).toMatchObject({ languages, wall_clock_start: '2026-03-20T16:00' });
  });
  it.each([{ languages: ['sw'] }, { other_languages: 'Kiswahili, the one of the coast' }])('%j is refused at its field', (given) => {
    expect(scheduleInput.safeParse({ ...typed, ...given }).error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(given));
  });
});
