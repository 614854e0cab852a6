import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockers, ingredients, sharesComplete, smartScore, type SubmissionFacts } from './model';

const full: SubmissionFacts = {
  action: 'The ministry connects 140 primary schools in the northern counties.',
  beneficiaries: 1, clauses: 1, pledges: 1, starts_on: '2026-12-01', ends_on: '2030-12-31', type: 'infrastructure', learner_data: false, shares: [null],
  goals: [{ target_value: '140', unit: 'schools', target_on: '2030-12-31', method: null, target_words: null, scale: [], baseline_value: '12' }],
};
const verdicts = (facts: SubmissionFacts) => Object.fromEntries(Object.entries(smartScore(facts).ingredients).map(([name, one]) => [name, one.verdict]));
const codes = (facts: SubmissionFacts) => blockers(facts, '2026-11-21').map((one) => one.code);

describe('the SMART score (CO-8)', () => {
  it('is met where all is said, and names its rules', () => {
    expect(verdicts(full)).toEqual({ specific: 'met', measurable: 'met', achievable: 'met', relevant: 'met', time_bound: 'met' });
    expect(smartScore(full).rules).toBe('2026-11-26');
    expect(codes(full)).toEqual([]);
  });

  it('advises, and lets what is only advice through', () => {
    const plain = { ...full, pledges: 0, beneficiaries: 0, goals: [{ ...full.goals[0]!, baseline_value: null }] };
    expect(verdicts(plain)).toEqual({ specific: 'partly', measurable: 'partly', achievable: 'missing', relevant: 'partly', time_bound: 'met' });
    expect(codes(plain)).toEqual([]);
  });

  it('blocks while S, the unit of M, or T is missing, and says all at once', () => {
    const bare = { ...full, action: ' ', type: null, learner_data: null, clauses: 0, ends_on: null, goals: [{ target_value: '140', unit: null, target_on: null, target_words: null, scale: [], method: null, baseline_value: null }] };
    expect(codes(bare)).toEqual(['action_needed', 'type_needed', 'clause_needed', 'learner_data_needed', 'unit_needed', 'year_needed']);
    expect(codes({ ...full, goals: [] })).toContain('target_needed');
  });

  it('wants one number at least; beside it a goal may be in words, with a way to know that it is reached', () => {
    const words = { target_value: null, unit: null, target_on: '2030-12-31', method: null, target_words: 'Every school has a plan', scale: [], baseline_value: null };
    expect(codes({ ...full, goals: [words] })).toEqual(['target_needed']);
    expect(codes({ ...full, goals: [...full.goals, words] })).toEqual([]);
    expect(verdicts({ ...full, goals: [...full.goals, words] })['measurable']).toBe('partly');
    expect(verdicts({ ...full, goals: [...full.goals, { ...words, method: 'A reader outside looks at ten of them.' }] })['measurable']).toBe('met');
    expect(verdicts({ ...full, goals: [...full.goals, { ...words, scale: ['No plan', 'Every school has a plan'] }] })['measurable']).toBe('met');
  });

  it('CO-2: wants the end after the start', () => {
    expect(codes({ ...full, starts_on: '2030-12-31' })).toEqual(['end_before_start']);
    expect(codes({ ...full, starts_on: null, ends_on: '2026-11-21' })).toEqual(['end_before_start']);
  });

  it('CO-3: wants shares of several countries to total exactly 100', () => {
    expect(sharesComplete([null])).toBe(true);
    expect(sharesComplete(['33.3333', '33.3333', '33.3334'])).toBe(true);
    expect(sharesComplete(['33.3333', '33.3333', '33.3333'])).toBe(false);
    expect(sharesComplete(['60', null])).toBe(false);
    expect(codes({ ...full, shares: ['60', '30'] })).toEqual(['shares_not_100']);
  });

  it('never gets worse when something is added', () => {
    const rank = { missing: 0, partly: 1, met: 2 };
    const part = fc.constantFrom('beneficiaries', 'clauses', 'pledges');
    const facts = fc.record({ action: fc.constantFrom(null, 'Short.', full.action), beneficiaries: fc.nat(2), clauses: fc.nat(2), pledges: fc.nat(2) });
    fc.assert(
      fc.property(facts, part, fc.boolean(), (some, more, started) => {
        const less = { ...full, ...some, goals: [{ ...full.goals[0]!, baseline_value: started ? '12' : null }] };
        const before = smartScore(less).ingredients;
        const after = smartScore({ ...less, [more]: less[more] + 1 }).ingredients;
        for (const name of ingredients) expect(rank[after[name].verdict]).toBeGreaterThanOrEqual(rank[before[name].verdict]);
      }),
    );
  });
});
