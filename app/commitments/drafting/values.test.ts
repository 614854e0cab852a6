import { expect, it } from 'vitest';
import { problem } from '#app/access/result';
import { versionName } from '#app/form/hidden';
import { readForm } from '#app/form/reading.server';
import { whatInput } from './input.server';
import { allErrors, errorsIn, meanwhile, typedWhat } from './values';

const posted = (given: Readonly<Record<string, string>>) => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(given)) fields.append(name, value);
  return fields;
};

it('keeps what was typed, and knows that somebody else saved meanwhile', () => {
  const reading = readForm(posted({ title: 'Title of the second', [versionName]: '1', 'countries[0].country_iso2': 'KE', beneficiaries: 'rural_remote' }), whatInput(true), 'en');
  if (!reading.ok) throw new Error('refused');
  const last = reading.answer([problem('form:problems.changed_meanwhile')]).data;
  expect(typedWhat(last)).toMatchObject({ title: 'Title of the second', beneficiaries: ['rural_remote'], countries: [{ country_iso2: 'KE', share: '' }] });
  expect(meanwhile(last, 2)).toBe(true);
  expect(meanwhile(last, 1)).toBe(false);
  expect(meanwhile(undefined, 2)).toBe(false);
});

it('finds the messages of a field', () => {
  const reading = readForm(posted({ title: '' }), whatInput(true), 'en');
  const last = reading.ok ? undefined : reading.reply.data;
  expect(errorsIn(last)('title')).toEqual(['Give it a title of a few words']);
  expect(Object.keys(allErrors(last))).toEqual(['title']);
});
