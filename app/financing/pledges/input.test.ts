import { describe, expect, it } from 'vitest';
import { newPledge } from './input.server';

const fields = {
  provider: 'country:NO', title: ' Links ', kind: 'cash', amount: '1 000.50', currency: 'USD', announced_on: '2026-01-15', new_money: 'yes', visibility: 'public', recipients: [],
};
const read = (change: object) => newPledge.safeParse({ ...fields, ...change });
const problems = (change: object) => read(change).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);

describe('the form of a pledge', () => {
  it('gives its terms as rules and columns take them', () => {
    expect(read({}).data).toMatchObject({ title: 'Links', amount: '1000.5', provider: { country_iso2: 'NO', organisation_id: null }, recipients: [] });
  });
  it('names what is wrong in words of the catalogue', () => {
    expect(problems({ title: ' ', amount: '1,5', provider: undefined, announced_on: '2026-02-30' })).toEqual([
      ['title', 'financing:problems.title'], ['amount', 'financing:problems.amount'], ['announced_on', 'financing:problems.date'], ['provider', 'financing:problems.provider'],
    ]);
  });
  it('takes no notice of an empty row, and gives everything to an only recipient', () => {
    expect(read({ recipients: [{}, { party: 'country:KE' }] }).data?.recipients).toEqual([{ party: { country_iso2: 'KE', organisation_id: null }, share: '100' }]);
    expect(read({ recipients: [{ party: 'country:KE', share: '40' }] }).data?.recipients[0]?.share).toBe('40');
  });
  it('tells the row that is wrong', () => {
    expect(problems({ recipients: [{}, { party: 'country:KE', share: '120' }, { share: '10' }] })).toEqual([
      ['recipients.1.share', 'financing:problems.share'], ['recipients.2.party', 'financing:problems.recipient'],
    ]);
  });
});
