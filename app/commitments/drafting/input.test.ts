import { describe, expect, it } from 'vitest';
import { readForm } from '#app/form/reading.server';
import { amendmentChecked } from '../amendments/input.server';
import { milestoneInput } from '../milestones/input.server';
import { measureInput, measureOf, whatInput, whatOf } from './input.server';

const fieldsOf = (given: Readonly<Record<string, string | readonly string[]>>): FormData => {
  const fields = new FormData();
  for (const [name, values] of Object.entries(given)) for (const value of typeof values === 'string' ? [values] : values) fields.append(name, value);
  return fields;
};
const node = '01890a5d-ac96-774b-bcce-b302099a8057';
const full = { title: 'Connect 140 schools', action: 'The ministry connects 140 schools.', type: 'infrastructure', nodes: node, beneficiaries: ['rural_remote', 'girls_women'], learner_data: 'no' };
const readWhat = (given: Readonly<Record<string, string | readonly string[]>>, unfinished = false) => readForm(fieldsOf(given), whatInput(unfinished), 'en');
const readMeasure = (given: Readonly<Record<string, string>>, unfinished = false) => readForm(fieldsOf(given), measureInput('2026-11-21', unfinished), 'en');
const errorsOf = (reading: ReturnType<typeof readWhat> | ReturnType<typeof readMeasure>) => (reading.ok ? undefined : Object.keys(reading.reply.data.error ?? {}).toSorted());

describe('the first step', () => {
  it('takes what was typed', () => {
    const reading = readWhat({ ...full, 'countries[0].country_iso2': 'KE', 'countries[0].share': '60', 'countries[1].country_iso2': '', 'countries[1].share': '' });
    if (!reading.ok) throw new Error(JSON.stringify(reading.reply.data.error));
    expect(whatOf(reading.value, 'fr')).toMatchObject({ language: 'fr', nodes: [node], beneficiaries: ['rural_remote', 'girls_women'], learner_data: false, countries: [{ country_iso2: 'KE', share: '60' }], visibility: 'public', origin: null });
  });

  it('says all that is missing at once, and lets it wait when it is saved for later', () => {
    expect(errorsOf(readWhat({ title: '' }))).toEqual(['action', 'beneficiaries', 'learner_data', 'nodes', 'title', 'type']);
    expect(readWhat({ title: 'Connect schools', later: '1' }, true).ok).toBe(true);
    const twice = { 'countries[0].country_iso2': 'KE', 'countries[1].country_iso2': 'KE' };
    expect(errorsOf(readWhat({ ...twice, title: 'Connect schools' }))).toEqual(['action', 'beneficiaries', 'countries', 'learner_data', 'nodes', 'type']);
    const shared = (one: string, other: string) => errorsOf(readWhat({ ...full, 'countries[0].country_iso2': 'KE', 'countries[0].share': one, 'countries[1].country_iso2': 'UG', 'countries[1].share': other }));
    expect([shared('60', '40'), shared('60', '30'), shared('', '')]).toEqual([undefined, ['countries'], ['countries']]);
    expect(errorsOf(readWhat({ ...full, 'countries[0].country_iso2': 'XX', 'countries[0].share': '0' }))).toEqual(['countries[0].country_iso2', 'countries[0].share']);
  });
});

describe('a clause', () => {
  it('that is no clause at all is an error of its field, beside those that are', () => {
    const reading = readWhat({ ...full, nodes: [node, 'P1.1'] });
    expect(reading.ok ? undefined : reading.reply.data.error).toEqual({ nodes: ['One of the clauses is not in a published version any more, or never was. Check which ones are chosen'] });
  });
});

describe('the language of a text', () => {
  it('is one of the six, or any other by its code', () => {
    const languageOf = (given: Readonly<Record<string, string>>) => {
      const reading = readWhat({ ...full, ...given });
      return reading.ok ? whatOf(reading.value, 'en').language : errorsOf(reading);
    };
    expect(languageOf({ language: 'fr' })).toBe('fr');
    expect(languageOf({ language: 'other', language_other: 'PT-br' })).toBe('pt-BR');
    expect(languageOf({ language: 'fr', language_other: 'pt' })).toBe('fr');
    expect(languageOf({ language: 'other' })).toEqual(['language_other']);
    for (const wrong of ['Swahili language', 'x', 'en_GB', '<b>', 'sw; drop']) expect(languageOf({ language: 'other', language_other: wrong })).toEqual(['language_other']);
    expect(languageOf({ language: 'klingon!' })).toEqual(['language_other']);
  });
});

describe('what is left open', () => {
  it('is asked for in its own words, so that a list of what is missing can be read', () => {
    const what = readWhat({ title: '' });
    expect(what.ok ? undefined : what.reply.data.error).toEqual({
      title: ['Give it a title of a few words'], action: ['Say what happens'], type: ['Choose what kind of commitment it is'], nodes: ['Choose at least one clause of a published version'],
      beneficiaries: ['Choose at least one group'], learner_data: ['Say whether data about learners are touched'],
    });
    const measure = readMeasure({ 'goals[0].statement': 'More schools' });
    const long = readWhat({ ...full, title: 'x'.repeat(5000), action: 'x'.repeat(5000) });
    expect(long.ok ? undefined : long.reply.data.error).toEqual({ title: ['Shorten this: at most 300 characters'], action: ['Shorten this: at most 4000 characters'] });
    expect(measure.ok ? undefined : Object.values(measure.reply.data.error ?? {}).flat()).toEqual(['Enter the target number', 'Choose what is counted', 'Enter the year by whose end it is done']);
  });
});

describe('the second step', () => {
  it('takes a number in the digits of its script and keeps a baseline that is not known missing', () => {
    const reading = readMeasure({ 'goals[0].target_value': '١٢ ٥٠٠', 'goals[0].unit': 'schools', 'goals[0].target_year': '٢٠٣٠', 'goals[0].baseline': 'unknown', 'goals[0].baseline_value': '3' });
    if (!reading.ok) throw new Error(JSON.stringify(reading.reply.data.error));
    expect(measureOf(reading.value).goals).toMatchObject([{ target_value: '12500', unit: 'schools', target_on: '2030-12-31', baseline_value: null, ascending: true }]);
  });

  it('starts from no year that is still to come', () => {
    const from = (year: string) => errorsOf(readMeasure({ 'goals[0].target_value': '10', 'goals[0].unit': 'schools', 'goals[0].target_year': '2030', 'goals[0].baseline': 'known', 'goals[0].baseline_value': '5', 'goals[0].baseline_year': year }));
    expect(['1990', '2026', '٢٠٢٥'].map(from)).toEqual(Array(3).fill(undefined));
    expect(['1989', '2027', '26'].map(from)).toEqual(Array(3).fill(['goals[0].baseline_year']));
  });

  it('is about days that the database keeps', () => {
    const begins = (day: string) => errorsOf(readMeasure({ 'goals[0].target_value': '10', 'goals[0].unit': 'schools', 'goals[0].target_year': '2030', starts_on: day }));
    expect([begins('2026-03-02'), begins('0026-03-02'), begins('9999-12-31'), begins('2026-02-31')]).toEqual([undefined, ['starts_on'], ['starts_on'], ['starts_on']]);
    const said = (day: string) => milestoneInput.safeParse({ title: 'Half of them', due_on: day }).error?.issues.map(({ message }) => message);
    expect([said('2027-03-02'), said('9999-12-31'), said('soon')]).toEqual([undefined, ['commitments:problems.day_range'], ['commitments:problems.day']]);
    const moved = (day: string) => amendmentChecked('2026-11-21').safeParse({ title: 'Connect schools', action: 'All of them', lead: 'KE', starts_on: '2026-03-02', reason: 'The tender gave fewer.', goals: [{ target_value: '5', unit: 'schools', target_on: day }] }).success;
    expect([moved('2030-12-31'), moved('9999-12-31')]).toEqual([true, false]);
  });

  it('knows which way a goal runs', () => {
    const reading = readMeasure({ 'goals[0].target_value': '10', 'goals[0].unit': 'other', 'goals[0].unit_other': 'hours lost', 'goals[0].target_year': '2030', 'goals[0].baseline': 'known', 'goals[0].baseline_value': '50', 'goals[0].baseline_year': '2025' });
    if (!reading.ok) throw new Error(JSON.stringify(reading.reply.data.error));
    expect(measureOf(reading.value).goals[0]).toMatchObject({ unit: 'hours lost', ascending: false, baseline_year: 2025 });
  });

  it('says what is wrong and how to mend it', () => {
    const reading = readMeasure({ 'goals[0].target_value': '1,500', 'goals[0].unit': 'other', 'goals[0].target_year': '20300', 'goals[0].baseline': 'known' });
    expect(errorsOf(reading)).toEqual(['goals[0].baseline_value', 'goals[0].target_value', 'goals[0].target_year', 'goals[0].unit_other']);
    expect(reading.ok ? undefined : reading.reply.data.error?.['goals[0].target_year']).toEqual(['Enter a year from 2026 to 2040']);
    expect(errorsOf(readMeasure({ 'goals[0].statement': 'More schools' }))).toEqual(['goals[0].target_value', 'goals[0].target_year', 'goals[0].unit']);
    expect(readMeasure({ 'goals[0].statement': 'More schools' }, true).ok).toBe(true);
  });
});

describe('a goal in words', () => {
  const words = { 'goals[0].target_year': '2030', 'goals[0].measure': 'ordinal', 'goals[0].target_words': 'Used in class', 'goals[0].scale': 'Bought\nUsed in class\n\nUsed in class' };
  const wrong = (given: Readonly<Record<string, string>>) => {
    const reading = readMeasure({ ...words, ...given });
    return reading.ok ? [] : errorsOf(reading);
  };
  it('needs no number, and is one of its states or says how it will be known', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ 'goals[0].target_words': 'Sold' })).toEqual(['goals[0].scale']);
    expect(wrong({ 'goals[0].target_words': '' })).toEqual(['goals[0].scale', 'goals[0].target_words']);
    expect(wrong({ 'goals[0].measure': 'qualitative' })).toEqual(['goals[0].method']);
    expect(wrong({ 'goals[0].measure': '' })).toEqual(['goals[0].target_value', 'goals[0].unit']);
    expect(wrong({ 'goals[0].indicator': 'none such' })).toEqual(['goals[0].indicator']);
  });
  it('says of a number that cannot be read only that', () => {
    const reading = readMeasure({ 'goals[0].target_value': '1,500', 'goals[0].unit': 'schools', 'goals[0].target_year': '2030' });
    expect(reading.ok ? undefined : reading.reply.data.error).toEqual({ 'goals[0].target_value': ['Enter a number, for example 1250.50'] });
  });
  it('keeps what belongs to it, and nothing of a number', () => {
    const reading = readMeasure({ ...words, 'goals[0].target_value': '12', 'goals[0].unit': 'schools', 'goals[0].baseline': 'known', 'goals[0].baseline_value': '3', 'goals[0].disaggregations': 'sex', 'goals[0].cumulative': 'no' });
    if (!reading.ok) throw new Error(JSON.stringify(reading.reply.data.error));
    expect(measureOf(reading.value).goals).toMatchObject([{ target_value: null, unit: null, baseline_value: null, detail: { measure: 'ordinal', scale: ['Bought', 'Used in class'], target_words: 'Used in class', disaggregations: ['sex'], cumulative: false } }]);
  });
});
