import { describe, expect, it } from 'vitest';
import { fits, isAsked, recommendationActs, recommendationStatuses } from '#app/working-groups/recommendations/model';
import { stageAfter } from './model';

describe('RC-3 the life of a recommendation', () => {
  it('each step fits the states before it, and a closed one has a successor alone', () => {
    const of = (status: string) => recommendationActs.filter((act) => fits(act, status));
    expect(recommendationStatuses.map(of)).toEqual([
      ['edit', 'addressees', 'issue', 'finality'], ['edit', 'addressees', 'finality'], ['addressees', 'endorsement', 'closing', 'successor'],
      ['addressees', 'implementation', 'closing', 'successor'], ['addressees', 'closing', 'successor'], ['successor'],
    ]);
    expect(recommendationStatuses.filter(isAsked)).toEqual(['final', 'endorsed', 'in_implementation']);
  });
});

describe('RS-3 when addressees are reminded', () => {
  it('after 30, 60 and 90 days, the last stage that has come', () => {
    expect([0, 29, 30, 59, 60, 89, 90, 400].map(stageAfter)).toEqual([undefined, undefined, 30, 30, 60, 60, 90, 90]);
  });
});
