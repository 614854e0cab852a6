import { expect, it } from 'vitest';
import { paths } from '#app/paths';
import { aboutIn, begunWith } from './about';

const clause = (code: string, framework_code = 'CONNDECL') => ({ id: `${framework_code} ${code}`, code, title: code, kind: 'action_line', framework: framework_code, framework_code });
const clauses = [clause('P1.1'), clause('P1.2'), clause('P1.2', 'SDG')];
const countries = [{ value: 'KE', label: 'Kenya' }, { value: 'GH', label: 'Ghana' }];
const begun = (address: string) => begunWith(new URL(address, 'https://portal.example').searchParams, clauses, countries);

it('a form begins with the country, the clauses and the groups that the address of its link names', () => {
  const about = { country: 'KE', node: ['P1.2', 'P1.1'], beneficiary: ['rural_remote'] };
  const due = { country: 'KE', nodes: ['CONNDECL P1.1', 'CONNDECL P1.2'], beneficiaries: ['rural_remote'] };
  expect([paths.newRequest(about), paths.newOffer(about), paths.newCommitmentWith(about)].map(begun)).toEqual([due, due, due]);
});

it('what the form does not offer is left out, and of a list for several countries none is meant', () => {
  expect(begun('/requests/new?country=XX&node=P9&node=%00&beneficiary=nobody')).toEqual({ country: undefined, nodes: [], beneficiaries: [] });
  expect(aboutIn({ country: ['ke', 'gh'], node: ['P1.1'] })).toEqual({ country: undefined, node: ['P1.1'], version: undefined, beneficiary: undefined });
  expect(aboutIn({ country: ['ke'] }).country).toBe('KE');
});

it('a clause is that of the text which the list was asked for', () => {
  expect(begun(paths.newCommitmentWith(aboutIn({ version: ['SDG.1'], node: ['P1.2'] }))).nodes).toEqual(['SDG P1.2']);
  expect(begun(paths.newCommitmentWith(aboutIn({ version: ['SDG.1'] }))).nodes).toEqual([]);
});
