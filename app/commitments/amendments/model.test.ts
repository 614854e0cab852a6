import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascends, changesBetween, firstPromise, sharesOf, type Promised } from './model';

const promise: Promised = {
  language: 'en', title: 'Connect 140 schools', action: 'We connect them.', lead: { organisation_id: 'a', country_iso2: null, ref: 'ORG-0001', name: 'A' }, starts_on: '2026-01-01', ends_on: '2030-12-31',
  countries: [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'UG', share: '40' }],
  goals: [{ id: 'g', statement: null, unit: 'schools', baseline_value: '12', baseline_year: 2025, target_value: '140', target_on: '2030-12-31' }],
};

test('changes name the field, the goal, and both words; nothing else', () => {
  const after = { ...promise, ends_on: '2031-12-31', countries: [{ country_iso2: 'KE', share: '100' }], goals: promise.goals.map((goal) => ({ ...goal, target_value: '120', target_on: '2031-12-31' })) };
  expect(changesBetween(promise, promise)).toEqual([]);
  expect(changesBetween(promise, after)).toEqual([
    { field: 'ends_on', goal: null, units: [null, null], before: '2030-12-31', after: '2031-12-31' },
    { field: 'countries', goal: null, units: [null, null], before: 'KE:60|UG:40', after: 'KE:100' },
    { field: 'target_value', goal: 1, units: ['schools', 'schools'], before: '140', after: '120' },
    { field: 'target_on', goal: 1, units: ['schools', 'schools'], before: '2030-12-31', after: '2031-12-31' },
  ]);
});

const anything = fc.record({ title: fc.string(), starts_on: fc.option(fc.constantFrom('2026-01-01', '2027-01-01')), target: fc.option(fc.constantFrom('1', '2', '300')), unit: fc.option(fc.constantFrom('schools', 'boats')) })
  .map(({ title, starts_on, target, unit }): Promised => ({ ...promise, title, starts_on, goals: promise.goals.map((goal) => ({ ...goal, target_value: target, unit })) }));
test('what is said to change, and only that, differs', () => {
  fc.assert(fc.property(anything, anything, (before, after) => {
    const changes = changesBetween(before, after);
    const value = (one: Promised, field: string): unknown => (field === 'title' || field === 'starts_on' ? one[field] : one.goals[0]?.[field as 'unit']);
    for (const field of ['title', 'starts_on', 'target_value', 'unit']) {
      const change = changes.find((one) => one.field === field);
      const same = value(before, field);
      expect(change === undefined ? [same, same] : [change.before, change.after]).toEqual([same, value(after, field)]);
    }
  }));
});

test('the first promise is what the first amendment found', () => {
  const [second, third] = [{ ...promise, title: 'Second' }, { ...promise, title: 'Third' }];
  expect(firstPromise([], promise)).toBe(promise);
  expect(firstPromise([{ before: promise }, { before: second }], third)).toBe(promise);
});

test('a goal that starts above its target runs down; shares are said', () => {
  expect([ascends({ baseline_value: '40', target_value: '10' }), ascends({ baseline_value: '9', target_value: '10' }), ascends({ baseline_value: null, target_value: '1' })]).toEqual([false, true, true]);
  expect([sharesOf([]), sharesOf([{ country_iso2: 'KE', share: '100' }])]).toEqual([null, 'KE:100']);
});
