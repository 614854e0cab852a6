import { expect, test } from 'vitest';
import { answerOf, gapsInClaims, languageTags, type Description } from './model';

const said = (more: Partial<Description>): Description => ({
  language: 'en', name: 'Name', description: 'Words', address: 'https://platform.example/', owner: null, operator: null, levels: [], subjects: [], languages: [], cost: null, cost_words: null, offline: null, zero_rated: null,
  devices: [], licence: null, standards: [], curriculum: null, curriculum_source: null, curriculum_on: null, accessibility: null, accessibility_source: null, accessibility_on: null, users: null, users_source: null, users_on: null,
  teacher_stages: null, teacher_words: null, learner_data: null, safeguard: null, charter: null, ...more,
});

test('languages are tags of BCP 47, however they are parted and cased; what is none is told', () => {
  expect(languageTags('SW, en-ke；ar،zgh-latn')).toEqual({ tags: ['sw', 'en-KE', 'ar', 'zgh-Latn'], wrong: [] });
  expect(languageTags('sw sw, English')).toEqual({ tags: ['sw'], wrong: ['English'] });
  // What Intl cannot name would break the page that names it.
  expect(languageTags('en-u-ca-buddhist x-own en-abcde-abcde').wrong).toEqual(['en-u-ca-buddhist', 'x-own', 'en-abcde-abcde']);
  expect(languageTags(' , ')).toEqual({ tags: [], wrong: [] });
});

test('RE-1: a claim with a gap is told by what is missing; none and all are whole', () => {
  expect(gapsInClaims(said({}))).toEqual([]);
  expect(gapsInClaims(said({ users: '12', users_source: 'Yearbook', users_on: '2025-01-01' }))).toEqual([]);
  expect(gapsInClaims(said({ users: '12', curriculum_on: '2025-01-01' }))).toEqual(['curriculum', 'curriculum_source', 'users_source', 'users_on']);
});

test('RE-7: not known is an answer of its own', () => {
  expect([true, false, null].map(answerOf)).toEqual(['yes', 'no', 'unknown']);
});
