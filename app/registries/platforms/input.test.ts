import { expect, test } from 'vitest';
import { readForm } from '#app/form/reading.server';
import { descriptionInput, nominationInput } from './input.server';

const posted = (fields: Readonly<Record<string, string | readonly string[]>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
};
const least = { language: 'en', name: 'Shule Wazi', description: 'Lessons.', address: 'https://shule.example/', owner: 'The ministry', levels: '1', languages: 'sw' };
const wrongIn = (fields: Readonly<Record<string, string | readonly string[]>>, schema: typeof descriptionInput | typeof nominationInput = descriptionInput): string[] => {
  const reading = readForm(posted(fields), schema, 'en');
  return reading.ok ? [] : Object.keys(reading.reply.data.error ?? {});
};

test('what is left empty is not known, and what is ticked once is a list', () => {
  const reading = readForm(posted({ ...least, operator: ' ', charter_C2: '3', offline: 'no', users: '1 200 000', teacher_stages: ['none'] }), descriptionInput, 'en');
  expect(reading.ok && reading.value).toMatchObject({
    levels: ['1'], subjects: [], languages: ['sw'], operator: null, cost: null, offline: false, zero_rated: null, learner_data: null, users: '1200000', teacher_stages: ['none'], charter: [null, 3, null, null, null, null, null],
  });
  const bare = readForm(posted(least), descriptionInput, 'en');
  expect(bare.ok && bare.value).toMatchObject({ teacher_stages: null, charter: null, users: null, accessibility: null });
});

test('an address is https, of a name with a dot, without an account in it', () => {
  for (const address of ['http://shule.example/', 'shule.example', 'https://localhost/', 'https://me@shule.example/', 'javascript:alert(1)', 'https://', 'https://shule.example/a b', 'https://10.0.0.12']) expect(wrongIn({ ...least, address }), address).toEqual(['address']);
  for (const address of ['https://shule.example', 'https://مدرسة.example/درس', 'https://a.b.example:8443/x?y=z']) expect(wrongIn({ ...least, address }), address).toEqual([]);
});

test('everything that cannot be is refused at its field', () => {
  expect(wrongIn({ ...least, levels: '9', languages: 'Swahili', users: '-5', cost: 'cheap', offline: 'perhaps', accessibility: 'AAA', users_on: '2025-02-30', charter_C1: '4', subjects: 'alchemy' }).toSorted()).toEqual([
    'accessibility', 'charter_C1', 'cost', 'languages', 'levels[0]', 'offline', 'subjects[0]', 'users', 'users_on',
  ]);
  expect(wrongIn({ ...least, country: 'ZZ' }, nominationInput)).toEqual(['country']);
  expect(wrongIn({ ...least, country: 'KE' }, nominationInput)).toEqual([]);
});
