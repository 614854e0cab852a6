import { expect, test } from 'vitest';
import { boundsFor, cellFinder, coverageOf, emptyCell, everything, gapsOf, together, untouched, type Cell } from './model';
import { cellHref, readQuestion, versionOf } from './question';

const columns = [{ key: '002', name: 'Africa' }, { key: '009', name: 'Oceania' }];
const cell = (scope: string, kind: Cell['kind'], key: string, commitments: number): Cell => ({ scope, kind, key, ...emptyCell, commitments });
const cells = [
  cell('a', 'region', '002', 3), cell('a', 'region', '009', 1), cell('a', 'all', '', 4), cell('b', 'region', '002', 2), cell('b', 'all', '', 2),
  cell('v', 'region', '002', 4), cell('v', 'region', '009', 1), cell('v', 'all', '', 5), cell('a', 'beneficiary', 'girls', 2), cell('v', 'beneficiary', 'girls', 2), cell('b', 'group', 'SIDS', 1), cell('v', 'group', 'SIDS', 1),
];
const counts = ({ cells: row, total }: { cells: readonly Cell[]; total: Cell }) => [...row.map(({ commitments }) => commitments), total.commitments];

test('the least covered clause comes first, and what nobody promised is zero', () => {
  const coverage = coverageOf(cells, ['a', 'b', 'c'], 'v', 'region', columns);
  expect(coverage.rows.map((row) => [row.scope, ...counts(row)])).toEqual([['c', 0, 0, 0], ['b', 2, 0, 2], ['a', 3, 1, 4]]);
});

test('the foot counts each promise once, so it is not the sum of its column', () => {
  expect(counts(coverageOf(cells, ['a', 'b'], 'v', 'region', columns).foot)).toEqual([4, 1, 5]);
});

test('equals stay in the order of the text', () => {
  expect(coverageOf([], ['a', 'b'], 'v', 'region', []).rows.map((row) => row.scope)).toEqual(['a', 'b']);
  expect(cellFinder([])(everything, 'all', '').commitments).toBe(0);
});

test('a region is untouched where no promise reaches it; having no country is no region', () => {
  const coverage = coverageOf(cells, ['a', 'b'], 'v', 'region', [...columns, { key: 'none', name: 'No country' }]);
  expect(coverage.rows.map((row) => untouched(coverage, row).map(({ name }) => name))).toEqual([['Oceania'], []]);
});

test('CV-5 gaps begin with the group that is served least, and leave out what is covered everywhere', () => {
  const groups = [{ kind: 'beneficiary', key: 'girls', name: 'Girls' }, { kind: 'beneficiary', key: 'rural', name: 'Rural' }, { kind: 'group', key: 'SIDS', name: 'Small islands' }] as const;
  expect(gapsOf(cells, ['a', 'b'], 'v', groups).map(({ key, missing }) => [key, missing.map(({ scope }) => scope)])).toEqual([['rural', ['a', 'b']], ['SIDS', ['a']], ['girls', ['b']]]);
  expect(gapsOf(cells, ['b'], 'v', groups).map(({ key }) => key)).toEqual(['rural', 'girls']);
});

test('the steps of shading fit what is counted', () => {
  expect([0, 4, 9, 12, 61, 5000].map((highest) => boundsFor(highest)[3])).toEqual([4, 4, 4, 10, 50, 1000]);
});

const sort = { by: 'least', descending: false } as const;
test('what cannot be answered is left out of a question', () => {
  const asked = readQuestion({ filters: { columns: ['moon'], measure: ['pledged'], status: ['draft'], as_of: ['2026-02-30'], version: ['CONNDECL.1'] }, sort, after: null }, '2026-03-02');
  expect(asked).toEqual({ version: 'CONNDECL.1', node: undefined, columns: 'region', region: undefined, measure: 'pledged', status: undefined, coalition: undefined, asOf: undefined });
  const past = readQuestion({ filters: { as_of: ['2025-12-31'], status: ['stale'] }, sort, after: null }, '2026-03-02');
  expect([past.asOf, past.status, readQuestion({ filters: { as_of: ['2026-03-02'] }, sort, after: null }, '2026-03-02').asOf]).toEqual(['2025-12-31', undefined, undefined]);
  expect([versionOf('TES-KEYS.2.10'), versionOf('CONNDECL'), versionOf('CONNDECL.99999999')]).toEqual([{ code: 'TES-KEYS.2', number: 10 }, undefined, undefined]);
});

test('a cell leads to its records: commitments, or the pledges that are in its sum', () => {
  const question = { measure: 'commitments', status: undefined, coalition: undefined, asOf: undefined } as const;
  const place = { version: 'CONNDECL.1', code: 'P1.1', kind: 'subregion', key: '202' } as const;
  expect(cellHref(question, place, 'en')).toBe('/en/commitments?version=CONNDECL.1&node=P1.1&region=202&status=counted');
  expect(cellHref({ ...question, asOf: '2025-12-31' }, { ...place, kind: 'all', key: '' }, 'en')).toBe('/en/commitments?version=CONNDECL.1&node=P1.1&as_of=2025-12-31');
  expect(cellHref({ ...question, measure: 'disbursed', status: 'stale', coalition: 'global' }, { ...place, code: undefined, kind: 'beneficiary', key: 'rural_remote' }, 'ar'))
    .toBe('/ar/financing/pledges?version=CONNDECL.1&beneficiary=rural_remote&standing=stale&coalition=global&counted=yes');
  expect([cellHref({ ...question, measure: 'requests' }, place, 'en'), cellHref({ ...question, measure: 'offers' }, place, 'en')])
    .toEqual(['/en/requests?version=CONNDECL.1&node=P1.1&region=202&state=open', '/en/offers?version=CONNDECL.1&node=P1.1&region=202&state=offered']);
});

test('what is asked for stands in the same cells as what is promised', () => {
  const asked = [{ ...cell('a', 'region', '002', 0), requests: 2, offers: 1 }, { ...cell('c', 'all', '', 0), requests: 1 }];
  const both = cellFinder(together(cells, asked));
  expect([both('a', 'region', '002'), both('a', 'region', '009'), both('c', 'all', '')].map(({ commitments, requests, offers }) => [commitments, requests, offers])).toEqual([[3, 2, 1], [1, 0, 0], [0, 1, 0]]);
});
