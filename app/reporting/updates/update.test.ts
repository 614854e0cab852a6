import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import { updateOf, type Typed } from './answers';
import { checksOf, completionOf, outcomeOf, typedNumber } from './model';
import { updatesInput } from './input.server';
import type { Entry } from './queries.server';

const goal = (value: number | null, before: number | null, more: { target?: number; ascending?: boolean } = {}) => ({ goal_id: 'g', value, before, target: more.target ?? null, ascending: more.ascending ?? true });
const calm = { answer: 'update', completion: 'limited', completion_before: 'limited', narrative: 'said', documents: 1 };
const codes = (...values: ReturnType<typeof goal>[]) => checksOf(values, calm).map((check) => check.code);

describe('automatic checks of an update', () => {
  it('notice a jump by ten in either direction', () => {
    expect(codes(goal(1200, 120))).toEqual(['unit_jump']);
    expect(codes(goal(12, 120, { ascending: false }))).toEqual(['unit_jump']);
    expect(codes(goal(600, 120))).toEqual([]);
  });
  it('notice a value that goes back, in the direction of the goal', () => {
    expect(codes(goal(110, 120))).toEqual(['going_back']);
    expect(codes(goal(130, 120, { ascending: false }))).toEqual(['going_back']);
  });
  it('notice a value beyond the target, and silence', () => {
    expect(codes(goal(510, 400, { target: 500 }))).toEqual(['beyond_target']);
    expect(checksOf([], { ...calm, narrative: ' ' })).toEqual([{ code: 'no_narrative', goal_id: null }]);
  });
  it('notice a status that goes back, but not one that is not known', () => {
    const of = (completion: string, completion_before: string | null) => checksOf([], { ...calm, completion, completion_before }).map(({ code }) => code);
    expect([of('limited', 'substantial'), of('substantial', 'limited'), of('no_evidence', 'complete'), of('limited', null)]).toEqual([['completion_back'], [], [], []]);
  });
  it('notice that nothing shows what has moved or finished', () => {
    const of = (answer: string, value: number | null, documents: number) => checksOf([goal(value, 120)], { ...calm, answer, documents }).map(({ code }) => code);
    expect([of('update', 130, 0), of('update', 130, 1), of('update', 120, 0), of('finished', null, 0)]).toEqual([['no_evidence'], [], [], ['no_evidence']]);
  });
  it('say nothing of what was not assessed', () => {
    expect(codes(goal(null, 120))).toEqual([]);
  });
});

describe('a typed number', () => {
  it('may have spaces between groups and a point, and no comma, which could mean either', () => {
    expect(['12', ' 1 250 000.50 ', '-3', '\u22123'].map(typedNumber)).toEqual(['12', '1250000.50', '-3', '-3']);
    expect(['١٢ ٥٠٠', '۱۲', '٣٫٥'].map(typedNumber)).toEqual(['12500', '12', undefined]);
    expect(['1,500', '1e6', '12 schools', '', '1.2345678'].map(typedNumber)).toEqual(Array(5).fill(undefined));
  });
});

describe('how far it is', () => {
  const at = (value: string | null, more: Partial<Parameters<typeof completionOf>[0][number]> = {}) => completionOf([{ baseline: '10', target: '110', value, ...more }]);
  it('follows the way from the baseline to the target', () => {
    expect(['10', '11', '60', '109', '110', '200', '5'].map((value) => at(value))).toEqual(['not_started', 'limited', 'substantial', 'substantial', 'complete', 'complete', 'not_started']);
    expect(at('20', { baseline: '40', target: '0' })).toBe('substantial');
  });
  it('is not known without a number', () => expect([at(null), at('5', { target: null }), completionOf([])]).toEqual(Array(3).fill('no_evidence')));
  it('is as far as the goal that is furthest behind', () => expect(completionOf([{ baseline: '0', target: '10', value: '10' }, { baseline: '0', target: '10', value: '1' }])).toBe('limited'));
});

describe('an answer', () => {
  const goals = [{ id: 'a', baseline_value: '0', target_value: '10', last_value: '4' }, { id: 'b', baseline_value: '0', target_value: '10', last_value: null }] as unknown as Entry['goals'];
  const typed: Typed = { seen: 0, answer: 'update', completion: null, as_of: '2026-09-30', narrative: null, barriers: null, enablers: null, equity: null, evidence_title: null, evidence_url: null, evidence_file: null, also_reported_to: [], missing: {}, values: { a: '6' } };
  const made = (more: Partial<Typed>) => updateOf({ goals, before: null }, { ...typed, ...more }, { today: '2026-10-05', language: 'en' });
  it('keeps what was left open as missing', () => {
    expect(made({}).values).toEqual([{ goal_id: 'a', value: '6', missing: null }, { goal_id: 'b', value: null, missing: 'not_assessed' }]);
    expect(made({})).toMatchObject({ completion: 'substantial', as_of: '2026-09-30', evidence: [] });
  });
  it('says why a goal is left open, and never of one that has a value', () => {
    expect(made({ missing: { a: 'no_data', b: 'not_due' } }).values).toEqual([{ goal_id: 'a', value: '6', missing: null }, { goal_id: 'b', value: null, missing: 'not_due' }]);
  });
  it('brings an address, a file, or both', () => {
    const file = { name: 'register.pdf', bytes: new Uint8Array() };
    expect(made({ evidence_url: 'https://example.org', evidence_file: file }).evidence).toEqual([{ title: 'https://example.org', url: 'https://example.org', file: null }, { title: 'register.pdf', url: null, file }]);
  });
  it('confirms the last values where nothing changed, whatever else was typed', () => {
    expect(made({ answer: 'nothing_changed' })).toMatchObject({ as_of: '2026-10-05', completion: 'limited', values: [{ value: '4' }, { value: null }] });
  });
  it('is complete when it has finished', () => expect(made({ answer: 'finished' }).completion).toBe('complete'));
});

describe('what closes a commitment', () => {
  it('is having finished or stopped', () => {
    expect([outcomeOf('finished', '2026-06-02'), outcomeOf('stopped', '2026-06-02'), outcomeOf('update', '2026-06-02')]).toEqual([{ reached_on: '2026-06-02' }, { reached_on: null }, undefined]);
  });
});

describe('the page of updates as it is posted', () => {
  const goal = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return parseWithZod(form, { schema: updatesInput });
  };
  const errorsOf = (fields: Record<string, string>) => read(fields).reply().error ?? {};
  const [one, other] = ['updates.CMT-2026-0001.', 'updates.CMT-2026-0002.'];

  it('says all that is to mend at once', () => {
    const fields = { send: 'all', [`${one}answer`]: 'update', [`${one}values.${goal}`]: '1,500', [`${one}evidence_url`]: 'ftp://x', [`${other}answer`]: 'finished', [`${other}as_of`]: '31.12.2026' };
    expect(errorsOf(fields)).toEqual({
      [`${one}values.${goal}`]: ['form:errors.number'], [`${one}as_of`]: ['reporting:problems.as_of_needed'], [`${one}evidence_url`]: ['form:errors.url'], [`${other}as_of`]: ['reporting:problems.day'],
    });
  });
  it('reads an address and places whatever the answer is', () => {
    for (const answer of ['nothing_changed', 'update', 'finished', 'stopped']) {
      const fields = { send: 'draft', [`${one}answer`]: answer, [`${one}evidence_url`]: 'www.example.org', [`${one}also_reported_to`]: `A register\n${'x'.repeat(201)}` };
      expect(errorsOf(fields)).toEqual({ [`${one}evidence_url`]: ['form:errors.url'], [`${one}also_reported_to`]: ['reporting:problems.place_too_long'] });
    }
  });
  it('asks nothing of what was not answered, nor of a draft that it be whole', () => {
    const fields = { send: 'CMT-2026-0001', [`${one}answer`]: 'nothing_changed', [`${other}answer`]: 'update', 'updates.CMT-2026-0003.narrative': 'typed and left' };
    const submission = read(fields);
    expect(submission.status === 'success' ? Object.keys(submission.value.updates) : submission.reply()).toEqual(['CMT-2026-0001', 'CMT-2026-0002']);
  });
  it('wants an answer for what is sent', () => {
    expect(errorsOf({ send: 'CMT-2026-0001', [`${other}answer`]: 'update' })).toEqual({ [`${one}answer`]: ['reporting:problems.answer_needed'] });
    expect(errorsOf({ send: 'all', [`${one}narrative`]: 'typed' })).toEqual({ '': ['reporting:problems.nothing_answered'] });
  });
});
